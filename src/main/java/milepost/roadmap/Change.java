package milepost.roadmap;

import java.time.Instant;
import milepost.facts.Source;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work in the record.
 *
 * @param id grows with every change
 * @param at when it was recorded
 * @param actor who did it
 */
public record Change(
        long id,
        Instant at,
        String actor,
        String roadmap,
        @Nullable String reason,
        @Nullable Source source) {}
