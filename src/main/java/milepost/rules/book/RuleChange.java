package milepost.rules.book;

import java.time.Instant;

/**
 * A publication that changed one rule file.
 *
 * @param path of the file
 * @param version how manieth text of this file it brought, from 1
 * @param ruleset number of the version of the rules
 * @param writer who wrote it
 */
public record RuleChange(String path, int version, long ruleset, Instant at, String writer, String comment) {}
