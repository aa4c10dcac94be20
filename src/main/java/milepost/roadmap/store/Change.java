package milepost.roadmap.store;

import java.time.Instant;
import milepost.facts.Source;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work in the record.
 *
 * @param id grows with every change
 * @param at when it was recorded
 * @param actor who did it
 * @param approver who agreed to it, for changes that need someone
 * @param undoes the change that it takes back
 * @param undoneBy the last change that took it back
 */
public record Change(
        long id,
        Instant at,
        String actor,
        String roadmap,
        @Nullable String reason,
        @Nullable Source source,
        @Nullable String approver,
        @Nullable Long undoes,
        @Nullable Long undoneBy) {

    /** A change that nobody had to approve and that takes nothing back. */
    public Change(long id, Instant at, String actor, String roadmap, @Nullable String reason, @Nullable Source source) {
        this(id, at, actor, roadmap, reason, source, null, null, null);
    }

    public Change undoneBy(@Nullable Long change) {
        return new Change(id, at, actor, roadmap, reason, source, approver, undoes, change);
    }

    Change numbered(long number) {
        return new Change(number, at, actor, roadmap, reason, source, approver, undoes, undoneBy);
    }
}
