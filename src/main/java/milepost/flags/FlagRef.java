package milepost.flags;

import org.jspecify.annotations.Nullable;

/**
 * A flag as somebody saw it.
 *
 * @param version the version they saw; null when they do not say
 */
public record FlagRef(long id, @Nullable Integer version) {}
