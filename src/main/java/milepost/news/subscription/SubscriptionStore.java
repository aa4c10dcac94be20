package milepost.news.subscription;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import milepost.db.Columns;
import milepost.db.Prepared;
import milepost.db.Transaction;
import milepost.facts.Severity;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Subscriptions in the database. */
public final class SubscriptionStore {
    private static final String ALL = """
            select id, person, channel, target, secret, roadmap, severity, rule, owner, occasions, rhythm, hour, weekday, zone,
              quiet_from, quiet_until, state, why, created_at
            from subscription
            """;

    private static final Prepared ANY_ACTIVE =
            Prepared.of("select id from subscription where state = 'ACTIVE' limit 1");

    /** Whether there are any that are active; every save asks. */
    public boolean anyActive(Transaction tx) {
        return ANY_ACTIVE.in(tx).findFirst(row -> row.getLong(1)).isPresent();
    }

    /** Those that are active, whoever made them. */
    public List<Subscription> active(Transaction tx) {
        return tx.handle()
                .createQuery(ALL + "where state = 'ACTIVE' order by id")
                .map(SubscriptionStore::subscription)
                .list();
    }

    public Optional<Subscription> find(Transaction tx, long id) {
        return tx.handle()
                .createQuery(ALL + "where id = :id")
                .bind("id", id)
                .map(SubscriptionStore::subscription)
                .findOne();
    }

    /** Those of a person that have not ended, oldest first. */
    List<Subscription> of(Transaction tx, String person) {
        return tx.handle()
                .createQuery(ALL + "where person = :person and state <> 'ENDED' order by id")
                .bind("person", person)
                .map(SubscriptionStore::subscription)
                .list();
    }

    /** Whether there is a roadmap of this key. */
    boolean known(Transaction tx, String roadmap) {
        return tx.handle()
                .createQuery("select id from fact where roadmap = :roadmap and to_change is null limit 1")
                .bind("roadmap", roadmap)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    long add(Transaction tx, Subscription subscription) {
        return bind(tx.handle().createQuery("""
                        insert into subscription (person, channel, target, secret, roadmap, severity, rule, owner, occasions,
                          rhythm, hour, weekday, zone, quiet_from, quiet_until, state, created_at)
                        values (:person, :channel, :target, :secret, :roadmap, :severity, :rule, :owner, :occasions,
                          :rhythm, :hour, :weekday, :zone, :quietFrom, :quietUntil, :state, :now)
                        returning id
                        """), subscription)
                .bind("person", subscription.person())
                .bind("channel", subscription.channel().name())
                .bind("secret", subscription.keys().stored())
                .bind("state", subscription.state().name())
                .bind("now", Columns.text(subscription.createdAt()))
                .mapTo(Long.class)
                .one();
    }

    void change(Transaction tx, Subscription subscription) {
        bind(tx.handle().createUpdate("""
                        update subscription set target = :target, roadmap = :roadmap, severity = :severity, rule = :rule,
                          owner = :owner, occasions = :occasions, rhythm = :rhythm, hour = :hour, weekday = :weekday,
                          zone = :zone, quiet_from = :quietFrom, quiet_until = :quietUntil,
                          state = :state, why = :why, held_until = case when target = :target then held_until end
                        where id = :id
                        """), subscription)
                .bind("id", subscription.id())
                .bind("state", subscription.state().name())
                .bind("why", subscription.why())
                .execute();
    }

    /** What waits for the owner of this address begins. */
    void confirmed(Transaction tx, Subscription subscription) {
        ofAddress(tx, subscription, "state = 'ACTIVE', why = null", "('UNCONFIRMED')")
                .execute();
    }

    /** Nothing is sent to this address for this person any more. */
    void declined(Transaction tx, Subscription subscription, String why) {
        ofAddress(tx, subscription, "state = 'STOPPED', why = :why", "('ACTIVE', 'PAUSED', 'UNCONFIRMED')")
                .bind("why", why)
                .execute();
    }

    private static Update ofAddress(Transaction tx, Subscription subscription, String set, String states) {
        return tx.handle()
                .createUpdate("update subscription set " + set + " where person = :person and channel = 'MAIL'"
                        + " and lower(target) = :address and state in " + states)
                .bind("person", subscription.person())
                .bind("address", MailAddress.of(subscription.target()));
    }

    /** Says whether anything is told, and why not. */
    public void set(Transaction tx, long id, Subscription.State state, @Nullable String why) {
        tx.handle()
                .createUpdate("update subscription set state = :state, why = :why where id = :id")
                .bind("state", state.name())
                .bind("why", why)
                .bind("id", id)
                .execute();
    }

    /** Stops what its person is told at this address, which takes nothing any more. */
    public void stop(Transaction tx, Subscription subscription, String why) {
        tx.handle()
                .createUpdate("""
                        update subscription set state = 'STOPPED', why = :why
                        where person = :person and channel = :channel and target = :target and state = 'ACTIVE'
                        """)
                .bind("why", why)
                .bind("person", subscription.person())
                .bind("channel", subscription.channel().name())
                .bind("target", subscription.target())
                .execute();
    }

    /** Nothing is sent before that instant, as the other side wants it. */
    public void hold(Transaction tx, long id, Instant until) {
        tx.handle()
                .createUpdate("update subscription set held_until = :until where id = :id")
                .bind("until", Columns.text(until))
                .bind("id", id)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Subscription subscription) {
        Filter filter = subscription.filter();
        Rhythm rhythm = subscription.rhythm();
        Rhythm.Quiet quiet = rhythm.quiet();
        return statement
                .bind("target", subscription.target())
                .bind("roadmap", filter.roadmap())
                .bind("severity", filter.severity().ordinal())
                .bind("rule", filter.rule())
                .bind("owner", filter.owner())
                .bind(
                        "occasions",
                        filter.occasions().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")))
                .bind("rhythm", rhythm.kind().name())
                .bind("hour", rhythm.hour())
                .bind("weekday", rhythm.day().getValue())
                .bind("zone", rhythm.zone().getId())
                .bind("quietFrom", quiet == null ? null : Integer.valueOf(quiet.from()))
                .bind("quietUntil", quiet == null ? null : Integer.valueOf(quiet.until()));
    }

    private static Subscription subscription(RowView row) {
        Integer from = row.getColumn("quiet_from", Integer.class);
        Integer until = row.getColumn("quiet_until", Integer.class);
        Rhythm rhythm = new Rhythm(
                Rhythm.Kind.valueOf(row.getColumn("rhythm", String.class)),
                row.getColumn("hour", Integer.class),
                DayOfWeek.of(row.getColumn("weekday", Integer.class)),
                ZoneId.of(row.getColumn("zone", String.class)),
                from == null || until == null ? null : new Rhythm.Quiet(from, until));
        Filter filter = new Filter(
                row.getColumn("roadmap", String.class),
                Severity.values()[row.getColumn("severity", Integer.class)],
                row.getColumn("rule", String.class),
                row.getColumn("owner", String.class),
                Arrays.stream(row.getColumn("occasions", String.class).split(" "))
                        .map(Occasion::valueOf)
                        .collect(Collectors.toSet()));
        return new Subscription(
                row.getColumn("id", Long.class),
                row.getColumn("person", String.class),
                Channel.valueOf(row.getColumn("channel", String.class)),
                row.getColumn("target", String.class),
                filter,
                rhythm,
                Subscription.State.valueOf(row.getColumn("state", String.class)),
                row.getColumn("why", String.class),
                Instant.parse(row.getColumn("created_at", String.class)),
                Keys.stored(row.getColumn("secret", String.class)));
    }
}
