package milepost.news.live;

import java.util.EnumSet;
import java.util.Set;
import milepost.db.Transaction;
import milepost.flags.Watch;
import milepost.flags.life.Cause;
import milepost.flags.life.FlagEvent;
import milepost.flags.life.Turns;

/** Numbers what changes, in the transaction of the change. */
public final class LiveLog implements Watch {
    /** What only authors see is no news for everybody. */
    private static final Set<FlagEvent.Kind> UNSEEN = EnumSet.of(
            FlagEvent.Kind.PENDING, FlagEvent.Kind.SHADOWED, FlagEvent.Kind.SHADOW_CLEARED, FlagEvent.Kind.LOOKED_AT);

    private final LiveStore store = new LiveStore();

    @Override
    public void told(Transaction tx, Turns turns) {
        int flags = (int) turns.turns().stream()
                .filter(turn -> !UNSEEN.contains(turn.event().event()))
                .filter(turn -> !turn.after().shadow())
                .count();
        Cause cause = turns.cause();
        boolean edit = cause.kind() == Cause.Kind.EDIT || cause.kind() == Cause.Kind.IMPORT;
        if (edit) {
            store.add(tx, turns.roadmap(), Long.valueOf(String.valueOf(cause.ref())), null, flags);
        } else if (flags > 0) {
            store.add(tx, turns.roadmap(), null, cause.kind() == Cause.Kind.PERSON ? cause.ref() : null, flags);
        }
    }
}
