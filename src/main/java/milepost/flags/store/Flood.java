package milepost.flags.store;

import java.time.Instant;

/**
 * Flags that one rule raised in one roadmap at one instant.
 *
 * @param count how many of them there are
 */
public record Flood(String roadmap, String rule, Instant raisedAt, int count) {}
