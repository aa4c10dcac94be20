package milepost.news.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import milepost.db.Database;
import milepost.db.Transaction;
import milepost.news.subscription.Channel;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.SubscriptionStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, one message at a time: claims it for a while, sends it outside of any transaction, writes down what came of it. A
 * sender that dies before sending loses nothing, and one that dies after it leaves a message that is sent once more under its name.
 */
public final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** Longer than any sending takes. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration KEPT = Duration.ofDays(31);

    private final Database database;
    private final Readers readers;
    private final Map<Channel, Transport> transports;
    private final Backoff backoff;
    private final Gathering gathering;
    private final SubscriptionStore subscriptions = new SubscriptionStore();
    private final OutboxStore outbox = new OutboxStore();
    private final DeliveryStore deliveries = new DeliveryStore();

    public Sender(Database database, Readers readers, Map<Channel, Transport> transports, Backoff backoff) {
        this.database = database;
        this.readers = readers;
        this.transports = transports;
        this.backoff = backoff;
        this.gathering = new Gathering(database, readers);
    }

    /** Takes away what arrived a month ago and longer; returns how many messages. */
    public int tidy() {
        return database.write(tx -> deliveries.tidy(tx, tx.now().minus(KEPT)));
    }

    /** Makes messages of all that is due. */
    public void gather() {
        gathering.ask();
        while (gathering.gather()) {
            Thread.onSpinWait();
        }
    }

    /** Sends the message that has been due longest; false when there is none, or no way to send it. */
    public boolean send(Channel channel) {
        Transport transport = transports.get(channel);
        if (transport == null
                || database.read(tx -> deliveries.findDue(tx, channel)).isEmpty()) {
            return false;
        }
        Claimed claimed = database.write(tx -> claim(tx, channel)).orElse(null);
        if (claimed == null) {
            return false;
        }
        if (claimed.message() != null) {
            send(transport, claimed.delivery(), claimed.message());
        }
        return true;
    }

    /** A message that is ours to send; without content when it turned out that it is not to be told any more. */
    private record Claimed(Delivery delivery, @Nullable Message message) {}

    private Optional<Claimed> claim(Transaction tx, Channel channel) {
        Delivery due = deliveries.findDue(tx, channel).orElse(null);
        if (due == null) {
            return Optional.empty();
        }
        Subscription subscription = subscriptions.find(tx, due.subscription()).orElseThrow();
        String person = subscription.person();
        List<Piece> pieces = outbox.pieces(tx, due.id()).stream()
                .filter(piece -> readers.mayRead(person, piece.roadmap()))
                .toList();
        String over = findOver(due, subscription, pieces).orElse(null);
        if (over != null) {
            deliveries.end(tx, due.id(), Delivery.State.CANCELLED, over);
            return Optional.of(new Claimed(due, null));
        }
        if (due.attempts() >= Backoff.MOST) { // the last sender died with it every time
            deliveries.end(
                    tx, due.id(), Delivery.State.DEAD, "It was begun " + due.attempts() + " times and never ended.");
            return Optional.of(new Claimed(due, null));
        }
        deliveries.claim(tx, due.id(), LEASE);
        Map<Long, Readers.Link> links = channel == Channel.MAIL ? links(tx, due, pieces) : Map.of();
        return Optional.of(
                new Claimed(due, new Message(due.name(), subscription, pieces, links, due.createdAt(), tx.now())));
    }

    /** Why it is not to be sent any more. */
    private Optional<String> findOver(Delivery due, Subscription subscription, List<Piece> pieces) {
        if (subscription.state() == Subscription.State.ENDED) {
            return Optional.of("The subscription has ended.");
        }
        if (due.asks() && subscription.active()) {
            return Optional.of("The address has been confirmed.");
        }
        boolean nothing = !due.test() && !due.asks() && pieces.isEmpty();
        return nothing || !readers.mayReceive(subscription.person())
                ? Optional.of("The person may not read of it any more.")
                : Optional.empty();
    }

    /** New links for this attempt, one for each milestone; those of the attempt before end. The outbox keeps their ids only. */
    private Map<Long, Readers.Link> links(Transaction tx, Delivery due, List<Piece> pieces) {
        pieces.stream()
                .map(Piece::link)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(link -> readers.end(due.person(), link));
        Map<String, Optional<Readers.Link>> made = new HashMap<>();
        Map<Long, Readers.Link> links = new HashMap<>();
        List<Piece> shown = pieces.subList(0, Math.min(pieces.size(), Message.MOST));
        for (Piece piece : shown.stream().filter(Piece::asksForReport).toList()) {
            Readers.Link link = made.computeIfAbsent(
                            piece.roadmap() + "/" + piece.subject(), about -> link(tx, due.person(), piece))
                    .orElse(null);
            if (link != null) {
                links.put(piece.event(), link);
                outbox.change(tx, due.id(), piece.sentWith(link.id()));
            }
        }
        return links;
    }

    private Optional<Readers.Link> link(Transaction tx, String person, Piece piece) {
        return outbox.findOwner(tx, piece.roadmap(), piece.subject())
                .flatMap(owner -> readers.link(person, new Readers.Reported(piece.roadmap(), piece.subject(), owner)));
    }

    private void send(Transport transport, Delivery delivery, Message message) {
        try {
            transport.send(message);
            end(delivery, Delivery.State.SENT, null);
        } catch (Undeliverable e) {
            failed(delivery, message.subscription(), e);
        } catch (RuntimeException e) {
            LOG.error("message {} could not be made", delivery.name(), e);
            failed(
                    delivery,
                    message.subscription(),
                    new Undeliverable(Undeliverable.Hope.LATER, "The message could not be made; the log says why."));
        }
    }

    private void failed(Delivery delivery, Subscription subscription, Undeliverable failure) {
        String why = String.valueOf(failure.getMessage());
        LOG.info("message {} did not get through: {}", delivery.name(), why);
        int attempts = delivery.attempts() + 1;
        if (failure.hope() == Undeliverable.Hope.GONE) {
            database.write(tx -> {
                deliveries.end(tx, delivery.id(), Delivery.State.DEAD, why);
                subscriptions.stop(tx, subscription, why);
                return null;
            });
        } else if (failure.hope() == Undeliverable.Hope.NEVER || attempts >= Backoff.MOST) {
            end(delivery, Delivery.State.DEAD, why);
        } else {
            database.write(tx -> {
                Duration asked = failure.findWait().map(Backoff::bounded).orElse(Duration.ZERO);
                Duration usual = backoff.after(attempts);
                Instant next = tx.now().plus(asked.compareTo(usual) > 0 ? asked : usual);
                deliveries.retry(tx, delivery.id(), next, why);
                if (!asked.isZero()) {
                    subscriptions.hold(tx, subscription.id(), tx.now().plus(asked));
                }
                return null;
            });
        }
    }

    private void end(Delivery delivery, Delivery.State state, @Nullable String error) {
        database.write(tx -> {
            deliveries.end(tx, delivery.id(), state, error);
            return null;
        });
    }
}
