package milepost.news.live;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import milepost.db.Transaction;
import milepost.flags.Cause;
import milepost.flags.FlagEvent;
import milepost.flags.Turns;
import milepost.flags.Watch;

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
        List<String> milestones = edit ? store.milestones(tx, turns.roadmap(), cause) : List.of();
        if (flags > 0 || !milestones.isEmpty()) {
            String by = edit ? store.actor(tx, cause) : cause.kind() == Cause.Kind.PERSON ? cause.ref() : null;
            store.add(tx, turns.roadmap(), by, flags, milestones);
        }
    }
}
