package milepost.news.outbox;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.db.Transaction;
import milepost.facts.SubjectKind;
import milepost.flags.Watch;
import milepost.flags.life.Flag;
import milepost.flags.life.Turns;
import milepost.news.subscription.Occasion;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.SubscriptionStore;
import org.jspecify.annotations.Nullable;

/** Writes what each subscription is to be told, in the transaction in which it happens. */
public final class Outbox implements Watch {
    private final SubscriptionStore subscriptions = new SubscriptionStore();
    private final OutboxStore store = new OutboxStore();

    @Override
    public void told(Transaction tx, Turns turns) {
        Map<Turns.Turn, Occasion> news = new IdentityHashMap<>();
        turns.turns().forEach(turn -> Occasion.of(turn).ifPresent(occasion -> news.put(turn, occasion)));
        if (news.isEmpty() || !subscriptions.anyActive(tx)) {
            return;
        }
        List<Subscription> active = subscriptions.active(tx);
        for (Turns.Turn turn : turns.turns()) {
            Occasion occasion = news.get(turn);
            if (occasion != null) {
                write(tx, active, turn, occasion);
            }
        }
    }

    private void write(Transaction tx, List<Subscription> active, Turns.Turn turn, Occasion occasion) {
        Flag flag = turn.after();
        Optional<OutboxStore.About> about = flag.kind() == SubjectKind.MILESTONE
                ? store.findAbout(tx, flag.roadmap(), flag.subject())
                : Optional.empty();
        @Nullable String owner = about.map(OutboxStore.About::owner).orElse(null);
        Piece piece =
                Piece.of(turn, occasion, about.map(OutboxStore.About::title).orElse(null));
        for (Subscription subscription : active) {
            if (subscription.filter().wants(occasion, flag, owner)) {
                store.add(tx, subscription.id(), piece, subscription.rhythm().due(tx.now()));
            }
        }
    }
}
