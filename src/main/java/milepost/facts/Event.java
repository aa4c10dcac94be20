package milepost.facts;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened around the roadmap.
 *
 * @param key unique in the roadmap
 * @param date when it happened
 */
public record Event(
        String key,
        String title,
        TargetDate date,
        @Nullable String description,
        @Nullable Source source,
        Recorded recorded) {}
