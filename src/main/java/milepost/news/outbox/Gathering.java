package milepost.news.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import milepost.db.Database;
import milepost.db.Transaction;
import milepost.news.subscription.Channel;
import milepost.news.subscription.MailAddress;
import milepost.news.subscription.MailAddressStore;
import milepost.news.subscription.Rhythm;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.SubscriptionStore;

/** Makes messages of what is due: a mail or a digest of all there is, a request to a program for each transition. */
final class Gathering {
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final Readers readers;
    private final SubscriptionStore subscriptions = new SubscriptionStore();
    private final OutboxStore outbox = new OutboxStore();
    private final MailAddressStore addresses = new MailAddressStore();
    private final DeliveryStore deliveries = new DeliveryStore();

    Gathering(Database database, Readers readers) {
        this.database = database;
        this.readers = readers;
    }

    /** Makes messages that ask owners of addresses whether they want to be written to. */
    void ask() {
        if (database.read(addresses::due).isEmpty()) {
            return;
        }
        database.write(tx -> {
            addresses.due(tx).forEach(address -> ask(tx, address));
            return null;
        });
    }

    private void ask(Transaction tx, MailAddress address) {
        Subscription subscription =
                subscriptions.find(tx, address.subscription()).orElseThrow();
        addresses.asked(tx, address);
        if (subscription.state() == Subscription.State.UNCONFIRMED) {
            deliveries.add(
                    tx,
                    subscription,
                    Delivery.ASKING + subscription.id() + "-" + tx.now().toEpochMilli());
        }
    }

    /** Returns whether there may be more. */
    boolean gather() {
        if (database.read(tx -> outbox.due(tx, 1)).isEmpty()) {
            return false;
        }
        return database.write(tx -> {
            List<OutboxStore.Waiting> due = outbox.due(tx, AT_ONCE);
            Map<Long, List<OutboxStore.Waiting>> each = new LinkedHashMap<>();
            due.forEach(waiting -> each.computeIfAbsent(waiting.subscription(), s -> new ArrayList<>())
                    .add(waiting));
            each.forEach((id, waiting) -> gather(tx, subscriptions.find(tx, id).orElseThrow(), waiting));
            return due.size() == AT_ONCE;
        });
    }

    private void gather(Transaction tx, Subscription subscription, List<OutboxStore.Waiting> waiting) {
        if (!subscription.active()) {
            outbox.drop(tx, waiting, "the subscription has ended");
            return;
        }
        Rhythm rhythm = subscription.rhythm();
        Instant due = rhythm.kind() == Rhythm.Kind.INSTANT ? rhythm.due(tx.now()) : tx.now();
        if (due.isAfter(tx.now())) {
            outbox.postpone(tx, waiting, due);
            return;
        }
        List<OutboxStore.Waiting> told = new ArrayList<>(waiting);
        told.removeIf(w -> !readers.mayRead(subscription.person(), w.piece().roadmap()));
        List<OutboxStore.Waiting> kept = new ArrayList<>(waiting);
        kept.removeAll(told);
        if (!kept.isEmpty()) {
            outbox.drop(tx, kept, "the person may not read the roadmap");
        }
        if (subscription.channel() == Channel.WEBHOOK && rhythm.kind() == Rhythm.Kind.INSTANT) {
            told.forEach(one -> message(tx, subscription, List.of(one)));
        } else if (!told.isEmpty()) {
            message(tx, subscription, told);
        }
    }

    private void message(Transaction tx, Subscription subscription, List<OutboxStore.Waiting> told) {
        String name = "news-" + subscription.id() + "-" + told.get(0).piece().event();
        outbox.assign(tx, told, deliveries.add(tx, subscription, name));
    }
}
