package milepost.flags;

import java.time.Instant;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One transition of a flag; events are added, never changed.
 *
 * @param decision what was decided, for TRIAGED only
 */
public record FlagEvent(
        long flag,
        Instant at,
        Kind event,
        Cause cause,
        String message,
        Severity severity,
        String ruleset,
        @Nullable Decision decision) {

    /** The kinds of transition. */
    public enum Kind {
        PENDING,
        RAISED,
        REOPENED,
        REWORDED,
        ESCALATED,
        EASED,
        RESOLVED,
        /** A person decided something about it. */
        TRIAGED,
        /** An acceptance ended, by its date or because the flag became worse. */
        RETURNED,
        /** Found by a rule in shadow: from now on authors only see it. */
        SHADOWED,
        /** No longer found by a rule in shadow. */
        SHADOW_CLEARED,
        /** Somebody looked at what a publication brought up. */
        LOOKED_AT
    }
}
