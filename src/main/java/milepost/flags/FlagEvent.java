package milepost.flags;

import java.time.Instant;
import milepost.facts.Severity;

/** One transition of a flag; events are added, never changed. */
public record FlagEvent(
        long flag, Instant at, Kind event, Cause cause, String message, Severity severity, String ruleset) {

    /** The kinds of transition. */
    public enum Kind {
        PENDING,
        RAISED,
        REOPENED,
        REWORDED,
        ESCALATED,
        EASED,
        RESOLVED,
        TRIAGED
    }
}
