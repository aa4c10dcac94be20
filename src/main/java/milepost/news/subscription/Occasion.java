package milepost.news.subscription;

import java.util.Optional;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;
import milepost.flags.life.Turns;

/** What may have happened to a flag that somebody wants to be told of; the four verbs of flags and no others. */
public enum Occasion {
    /** The rules found it, for the first time or again. */
    RAISED,
    /** The rules find it no longer. */
    CLEARED,
    /** It became worse. */
    ESCALATED,
    /** A decision about it ended. */
    RETURNED;

    /** What a transition is for people who follow flags; nothing for those in shadow, for steps within and for what nobody counts. */
    public static Optional<Occasion> of(Turns.Turn turn) {
        Flag before = turn.before();
        return switch (turn.event().event()) {
            case RAISED, REOPENED -> when(turn.after().counts(), RAISED);
            case ESCALATED -> when(turn.after().counts(), ESCALATED);
            case RETURNED -> when(turn.after().counts(), RETURNED);
            case RESOLVED -> when(before != null && wasTold(before), CLEARED);
            default -> Optional.empty();
        };
    }

    /** Whether people were told of it, so that they wait to hear that it is gone. */
    private static boolean wasTold(Flag flag) {
        return flag.state() == FlagState.ACTIVE && !flag.shadow() && flag.triage() != Triage.FALSE_POSITIVE;
    }

    private static Optional<Occasion> when(boolean condition, Occasion occasion) {
        return condition ? Optional.of(occasion) : Optional.empty();
    }
}
