package milepost.rules.language;

/**
 * One file of rule text.
 *
 * @param path relative to the rules folder, with forward slashes: {@code schedule/deadline-missed.drl}
 */
public record RuleFile(String path, String content) {}
