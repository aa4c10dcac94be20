package milepost.facts;

import java.time.Instant;

/**
 * The version of a row as we hold it.
 *
 * @param version counts the changes of this row, from 1
 * @param at when this version was written
 * @param by who wrote it
 */
public record Recorded(long version, Instant at, String by) {}
