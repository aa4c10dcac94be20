package milepost.flags.life;

import java.time.Instant;
import milepost.facts.Severity;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Handling;
import org.jspecify.annotations.Nullable;

/**
 * One transition of a flag; events are added, never changed.
 *
 * @param decision what was decided, for TRIAGED and UNDONE only
 * @param detail the words of COMMENTED, the person of ASSIGNED (null for nobody), the reason of RATED, the key until then of
 *     RENAMED; null for all others
 * @param before what people had made of the flag until then, for what a person did; null for all others
 */
public record FlagEvent(
        long flag,
        Instant at,
        Kind event,
        Cause cause,
        String message,
        Severity severity,
        String ruleset,
        @Nullable Decision decision,
        @Nullable String detail,
        @Nullable Handling before) {

    /** A transition that the rules brought about. */
    public static FlagEvent of(Flag flag, Instant at, Kind event, Cause cause) {
        return new FlagEvent(
                flag.id(), at, event, cause, flag.message(), flag.severity(), flag.ruleset(), null, null, null);
    }

    /** It follows its rule to another key. */
    public static FlagEvent renamed(Renaming.Carried carried, Instant at, String ruleset) {
        Flag flag = carried.flag();
        Cause cause = new Cause(Cause.Kind.RULES, ruleset);
        return new FlagEvent(
                flag.id(),
                at,
                Kind.RENAMED,
                cause,
                flag.message(),
                flag.severity(),
                ruleset,
                null,
                carried.from(),
                null);
    }

    /** Whether it leaves what people made of the flag as it is, so that the act before it can still be taken back. */
    public boolean isAside() {
        return event == Kind.COMMENTED || event == Kind.LOOKED_AT || event == Kind.RENAMED;
    }

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
        /** A person gave it to somebody. */
        ASSIGNED,
        /** A person said how bad it is. */
        RATED,
        /** A person said something about it. */
        COMMENTED,
        /** A person took back what was done last. */
        UNDONE,
        /** A decision ended: an acceptance by its date or because the flag became worse, a false positive because its rule changed. */
        RETURNED,
        /** Found by a rule in shadow: from now on authors only see it. */
        SHADOWED,
        /** No longer found by a rule in shadow. */
        SHADOW_CLEARED,
        /** Somebody looked at what a publication brought up. */
        LOOKED_AT,
        /** Its rule has another key since a publication. */
        RENAMED
    }
}
