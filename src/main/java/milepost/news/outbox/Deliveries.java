package milepost.news.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.facts.Problem;
import milepost.news.subscription.Subscription;
import org.jspecify.annotations.Nullable;

/** What became of messages, and what people do about that. */
public final class Deliveries {
    private static final Duration BETWEEN_TESTS = Duration.ofSeconds(10);

    private final Database database;
    private final OutboxStore outbox = new OutboxStore();
    private final DeliveryStore store = new DeliveryStore();

    public Deliveries(Database database) {
        this.database = database;
    }

    /** Newest first; those before an id, of one state or, with null, of all. */
    public List<Delivery> list(Delivery.@Nullable State state, @Nullable Long before, int most) {
        return database.read(tx -> store.list(tx, state, before, most));
    }

    /** How many there are of each state. */
    public Map<Delivery.State, Long> tally() {
        return database.read(store::tally);
    }

    /** How many transitions wait for their hour: a digest, or the end of quiet hours. */
    public long waiting() {
        return database.read(outbox::waiting);
    }

    /** What became of the newest message of a subscription. */
    public Optional<Delivery> findLatest(long subscription) {
        return database.read(tx -> store.findLatest(tx, subscription));
    }

    /** Sends a message that was given up again; NOT_FOUND when there is none, CONFLICT when it was not given up. */
    public Delivery resend(String by, long id) {
        return database.write(tx -> {
            Delivery delivery = store.find(tx, id)
                    .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no message " + id + "."));
            if (delivery.state() != Delivery.State.DEAD) {
                throw new Problem(
                        Problem.Kind.CONFLICT, "Only a message that was given up can be sent again; this one was not.");
            }
            store.resend(tx, id);
            Trail.add(tx, Trail.Deed.of(Trail.Kind.PERSON, by, delivery.person(), "message " + id + " sent again"));
            return store.find(tx, id).orElseThrow();
        });
    }

    /** Sends all messages that were given up again; returns how many. */
    public int resendAll(String by) {
        return database.write(tx -> {
            int many = store.resend(tx, null);
            if (many > 0) {
                Trail.add(tx, Trail.Deed.of(Trail.Kind.PERSON, by, "everybody", many + " messages sent again"));
            }
            return many;
        });
    }

    /** Sends a message that only says that messages arrive; CONFLICT when it is paused, or one was sent a moment ago. */
    public void test(Subscription subscription) {
        if (!subscription.active()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "This subscription is not active, so nothing is sent: resume it, or have its address confirmed.");
        }
        database.write(tx -> {
            store.findLatest(tx, subscription.id())
                    .filter(last ->
                            last.test() && last.createdAt().plus(BETWEEN_TESTS).isAfter(tx.now()))
                    .ifPresent(last -> {
                        throw new Problem(
                                Problem.Kind.CONFLICT, "A test was sent a moment ago; wait ten seconds for another.");
                    });
            return store.add(
                    tx,
                    subscription,
                    "test-" + subscription.id() + "-" + tx.now().toEpochMilli());
        });
    }
}
