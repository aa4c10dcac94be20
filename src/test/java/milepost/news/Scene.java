package milepost.news;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Finding;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.flags.Flags;
import milepost.flags.decision.TriagePolicy;
import milepost.flags.life.Cause;
import milepost.flags.life.Reconciliation;
import milepost.news.outbox.Backoff;
import milepost.news.outbox.Deliveries;
import milepost.news.outbox.Message;
import milepost.news.outbox.Readers;
import milepost.news.outbox.Sender;
import milepost.news.outbox.Transport;
import milepost.news.outbox.Undeliverable;
import milepost.news.subscription.Channel;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.Subscriptions;
import milepost.news.subscription.Ways;
import milepost.news.subscription.Wish;

/** A database in which flags come and go, and another side that keeps what it is sent. */
public final class Scene implements AutoCloseable, Transport, Readers, Ways {
    public static final String DAY = "2025-12-02";

    private final Databases.Clock clock = new Databases.Clock(DAY + "T09:00:00Z");
    private final Database database;
    private final Flags flags;
    private final Map<String, Severity> found = new java.util.TreeMap<>();
    private final List<Message> sent = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();

    /** What the other side does with a message besides keeping it. */
    public Transport side = message -> {};

    public Scene(Databases kind) {
        database = kind.open(clock);
        flags = new Flags(database, TriagePolicy.USUAL, News.watch());
    }

    public Databases.Clock clock() {
        return clock;
    }

    public Database database() {
        return database;
    }

    public Flags flags() {
        return flags;
    }

    public Subscriptions subscriptions() {
        return new Subscriptions(database, this, this::mayRead);
    }

    public Deliveries deliveries() {
        return new Deliveries(database);
    }

    /** Another sender, as after a restart or on another node. */
    public Sender sender() {
        return new Sender(database, this, Map.of(Channel.WEBHOOK, this, Channel.MAIL, this), new Backoff(() -> 0.5));
    }

    /** Somebody asks for all news of the severity HIGH and worse by webhook, at once. */
    public Subscription subscribed(String person) {
        return subscriptions().create(person, wish("WEBHOOK", Wish.When.AT_ONCE));
    }

    /** Somebody asks for mail, and the owner of the address says yes to it. */
    public Subscription confirmed(String person, Wish.When when) {
        Subscription made = subscriptions().create(person, wish("MAIL", when));
        subscriptions().confirmations().confirm(link(made));
        return subscriptions().one(person, made.id());
    }

    /** The last part of the link by which the owner of an address says yes or no. */
    public static String link(Subscription subscription) {
        return subscription.id() + "." + subscription.keys().confirming(subscription.target());
    }

    public static Wish wish(String channel, Wish.When when) {
        String target = channel.equals("MAIL") ? "mara@example.org" : "https://hooks.example.org/flags";
        return new Wish(
                channel, target, null, "HIGH", null, null, List.of("RAISED", "CLEARED", "ESCALATED", "RETURNED"), when);
    }

    /** From now on the rules find this about a milestone, or nothing with null. */
    public void find(String subject, Severity severity) {
        if (severity == null) {
            found.remove(subject);
        } else {
            found.put(subject, severity);
        }
        database.write(tx -> {
            reconcile(tx, flags);
            return null;
        });
    }

    private void reconcile(milepost.db.Transaction tx, Flags into) {
        LocalDate day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        List<Finding> findings = new ArrayList<>();
        found.forEach((subject, severity) -> findings.add(new Finding(
                "schedule/deadline-missed", SubjectKind.MILESTONE, subject, severity, "Due 2025-12-01", List.of())));
        into.reconcile(
                tx,
                new Reconciliation.Input(
                        "REE",
                        findings,
                        Set.of(),
                        Map.of("schedule/deadline-missed", 0),
                        Set.of(),
                        day,
                        clock.instant(),
                        "rules-1",
                        new Cause(Cause.Kind.CLOCK, day.toString())),
                true);
    }

    /** The same, but the transaction fails at its end. */
    public void findAndFail(String subject, Severity severity) {
        found.put(subject, severity);
        try {
            database.write(tx -> {
                reconcile(tx, flags);
                throw new IllegalStateException("the save fails");
            });
        } catch (IllegalStateException expected) {
            found.remove(subject);
        }
    }

    /** Gathers and sends until nothing is due. */
    public void deliver() {
        Sender sender = sender();
        sender.gather();
        while (sender.send(Channel.WEBHOOK) || sender.send(Channel.MAIL)) {
            Thread.onSpinWait();
        }
    }

    /** What the other side has, each as it came. */
    public List<Message> sent() {
        return sent;
    }

    /** What it was told, such as "RAISED REE-1". */
    public List<String> told() {
        return sent.stream()
                .flatMap(message -> message.pieces().stream())
                .map(piece -> piece.occasion() + " " + piece.subject())
                .toList();
    }

    public void mayReadNothing(String person) {
        refused.add(person);
    }

    @Override
    public boolean sends(Channel channel) {
        return true;
    }

    @Override
    public Optional<String> findRefusal(Channel channel, String target) {
        return Optional.empty();
    }

    @Override
    public void send(Message message) throws Undeliverable {
        side.send(message);
        sent.add(message);
    }

    @Override
    public boolean mayReceive(String person) {
        return !refused.contains(person);
    }

    @Override
    public boolean mayRead(String person, String roadmap) {
        return !refused.contains(person);
    }

    @Override
    public Optional<Link> link(String person, Reported milestone) {
        return Optional.empty();
    }

    @Override
    public void end(String person, long link) {
        throw new IllegalStateException("no link was ever made");
    }

    @Override
    public void close() {
        database.close();
    }
}
