package milepost.news.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.db.Columns;
import milepost.db.Transaction;
import milepost.news.subscription.Channel;
import milepost.news.subscription.Subscription;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Messages on their way, in the database. */
final class DeliveryStore {
    private static final String ALL = """
            select d.id, d.subscription, s.person, d.channel, s.target, d.name, d.state, d.attempts, d.next_at, d.error,
              d.created_at, d.ended_at, s.state as standing
            from delivery d join subscription s on s.id = d.subscription
            """;

    /** Due, and no other message of the same subscription is being sent: one that hangs holds up only its own. */
    private static final String DUE = """
            where d.channel = :channel and (s.state in ('ACTIVE', 'ENDED') or (s.state = 'UNCONFIRMED' and d.name like 'confirm-%'))
              and (s.held_until is null or s.held_until <= :now)
              and ((d.state = 'WAITING' and d.next_at <= :now) or (d.state = 'SENDING' and d.lease_until <= :now))
              and not exists (
                select o.id from delivery o
                where o.subscription = d.subscription and o.state = 'SENDING' and o.lease_until > :now)
            """;

    long add(Transaction tx, Subscription subscription, String name) {
        return tx.handle()
                .createQuery("""
                        insert into delivery (subscription, channel, name, state, attempts, next_at, created_at)
                        values (:subscription, :channel, :name, 'WAITING', 0, :now, :now)
                        returning id
                        """)
                .bind("subscription", subscription.id())
                .bind("channel", subscription.channel().name())
                .bind("name", name)
                .bind("now", Columns.text(tx.now()))
                .mapTo(Long.class)
                .one();
    }

    /** The message that has been due longest; it need not be claimed to be looked at. */
    Optional<Delivery> findDue(Transaction tx, Channel channel) {
        return tx.handle()
                .createQuery(ALL + DUE + " order by d.next_at, d.id limit 1")
                .bind("channel", channel.name())
                .bind("now", Columns.text(tx.now()))
                .map(DeliveryStore::delivery)
                .findOne();
    }

    /** Makes the caller the only one who sends this, until the lease ends. */
    void claim(Transaction tx, long id, Duration lease) {
        tx.handle()
                .createUpdate("""
                        update delivery set state = 'SENDING', attempts = attempts + 1, lease_until = :until where id = :id
                        """)
                .bind("id", id)
                .bind("until", Columns.text(tx.now().plus(lease)))
                .execute();
    }

    void retry(Transaction tx, long id, Instant next, String error) {
        tx.handle()
                .createUpdate("""
                        update delivery set state = 'WAITING', next_at = :next, lease_until = null, error = :error where id = :id
                        """)
                .bind("id", id)
                .bind("next", Columns.text(next))
                .bind("error", error)
                .execute();
    }

    void end(Transaction tx, long id, Delivery.State state, @Nullable String error) {
        tx.handle()
                .createUpdate("""
                        update delivery set state = :state, lease_until = null, ended_at = :now, error = :error where id = :id
                        """)
                .bind("id", id)
                .bind("state", state.name())
                .bind("now", Columns.text(tx.now()))
                .bind("error", error)
                .execute();
    }

    /** Sends messages that were given up again, from the first attempt on; all of them without an id. Returns how many. */
    int resend(Transaction tx, @Nullable Long id) {
        return tx.handle()
                .createUpdate("""
                        update delivery set state = 'WAITING', attempts = 0, next_at = :now, ended_at = null
                        where state = 'DEAD' and (:id = 0 or id = :id)
                        """)
                .bind("now", Columns.text(tx.now()))
                .bind("id", id == null ? 0 : id)
                .execute();
    }

    /** Takes away what arrived, or was not to be told, before an instant; what was given up stays. Returns how many messages. */
    int tidy(Transaction tx, Instant before) {
        String at = Columns.text(before);
        tx.handle().createUpdate("""
                        delete from outbox where due_at < :before and (dropped is not null or delivery in (
                          select id from delivery where state in ('SENT', 'CANCELLED') and ended_at < :before))
                        """).bind("before", at).execute();
        return tx.handle().createUpdate("""
                        delete from delivery where state in ('SENT', 'CANCELLED') and ended_at < :before
                          and not exists (select o.id from outbox o where o.delivery = delivery.id)
                        """).bind("before", at).execute();
    }

    Optional<Delivery> find(Transaction tx, long id) {
        return tx.handle()
                .createQuery(ALL + "where d.id = :id")
                .bind("id", id)
                .map(DeliveryStore::delivery)
                .findOne();
    }

    /** Newest first; those before an id, of one state or, with null, of all. */
    List<Delivery> list(Transaction tx, Delivery.@Nullable State state, @Nullable Long before, int most) {
        return tx.handle()
                .createQuery(ALL
                        + "where d.id < :before and (:state = '' or d.state = :state) order by d.id desc limit :most")
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("state", state == null ? "" : state.name())
                .bind("most", most)
                .map(DeliveryStore::delivery)
                .list();
    }

    /** The newest message of a subscription. */
    Optional<Delivery> findLatest(Transaction tx, long subscription) {
        return tx.handle()
                .createQuery(ALL + "where d.subscription = :subscription order by d.id desc limit 1")
                .bind("subscription", subscription)
                .map(DeliveryStore::delivery)
                .findOne();
    }

    Map<Delivery.State, Long> tally(Transaction tx) {
        Map<Delivery.State, Long> counts = new EnumMap<>(Delivery.State.class);
        for (Delivery.State state : Delivery.State.values()) {
            counts.put(state, 0L);
        }
        return tx.handle()
                .createQuery("select state, count(*) as many from delivery group by state")
                .reduceRows(counts, (all, row) -> {
                    all.put(
                            Delivery.State.valueOf(row.getColumn("state", String.class)),
                            row.getColumn("many", Long.class));
                    return all;
                });
    }

    private static boolean held(RowView row) {
        boolean waits = "WAITING".equals(row.getColumn("state", String.class));
        String standing = row.getColumn("standing", String.class);
        boolean asks = row.getColumn("name", String.class).startsWith(Delivery.ASKING);
        return waits
                && !("ACTIVE".equals(standing) || "ENDED".equals(standing) || (asks && "UNCONFIRMED".equals(standing)));
    }

    private static Delivery delivery(RowView row) {
        String ended = row.getColumn("ended_at", String.class);
        return new Delivery(
                row.getColumn("id", Long.class),
                row.getColumn("subscription", Long.class),
                row.getColumn("person", String.class),
                Channel.valueOf(row.getColumn("channel", String.class)),
                row.getColumn("target", String.class),
                row.getColumn("name", String.class),
                Delivery.State.valueOf(row.getColumn("state", String.class)),
                row.getColumn("attempts", Integer.class),
                Instant.parse(row.getColumn("next_at", String.class)),
                row.getColumn("error", String.class),
                Instant.parse(row.getColumn("created_at", String.class)),
                ended == null ? null : Instant.parse(ended),
                held(row));
    }
}
