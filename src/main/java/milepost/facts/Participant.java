package milepost.facts;

import org.jspecify.annotations.Nullable;

/**
 * Someone a milestone is carried out with.
 *
 * @param key unique in the roadmap
 * @param milestone key of the milestone
 * @param jurisdiction ISO 3166 alpha-2 code
 * @param sector the line of business, in the words that restrictions use
 */
public record Participant(
        String key,
        String milestone,
        String name,
        String jurisdiction,
        @Nullable String sector,
        @Nullable String role,
        Recorded recorded) {}
