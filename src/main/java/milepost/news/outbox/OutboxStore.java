package milepost.news.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milepost.db.Columns;
import milepost.db.Transaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is to be told, in the database. */
final class OutboxStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a flag's milestone is called and whose it is. */
    record About(@Nullable String title, @Nullable String owner) {}

    /** Something that waits to be made part of a message. */
    record Waiting(long id, long subscription, Piece piece) {}

    /** The newest version of a milestone, also when it has just been removed. */
    Optional<About> findAbout(Transaction tx, String roadmap, String milestone) {
        return tx.handle()
                .createQuery("""
                        select body from fact where roadmap = :roadmap and kind = 'MILESTONE' and key = :key
                        order by version desc limit 1
                        """)
                .bind("roadmap", roadmap)
                .bind("key", milestone)
                .mapTo(String.class)
                .findOne()
                .map(JSON::readTree)
                .map(body -> new About(text(body, "title"), text(body, "owner")));
    }

    /** The officer of a milestone, if it is recorded now and has one. */
    Optional<String> findOwner(Transaction tx, String roadmap, String milestone) {
        return tx.handle()
                .createQuery("""
                        select body from fact
                        where roadmap = :roadmap and kind = 'MILESTONE' and key = :key and to_change is null
                        """)
                .bind("roadmap", roadmap)
                .bind("key", milestone)
                .mapTo(String.class)
                .findOne()
                .map(body -> text(JSON.readTree(body), "owner"));
    }

    private static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }

    void add(Transaction tx, long subscription, Piece piece, Instant due) {
        tx.handle()
                .createUpdate("""
                        insert into outbox (subscription, event, due_at, body) values (:subscription, :event, :due, :body)
                        """)
                .bind("subscription", subscription)
                .bind("event", piece.event())
                .bind("due", Columns.text(due))
                .bind("body", JSON.writeValueAsString(piece))
                .execute();
    }

    /** What is due and in no message yet, subscription by subscription, oldest first. */
    List<Waiting> due(Transaction tx, int most) {
        return tx.handle()
                .createQuery("""
                        select o.id, o.subscription, o.body
                        from outbox o join subscription s on s.id = o.subscription
                        where o.delivery is null and o.dropped is null and o.due_at <= :now and s.state in ('ACTIVE', 'ENDED')
                        order by o.subscription, o.event limit :most
                        """)
                .bind("now", Columns.text(tx.now()))
                .bind("most", most)
                .map(row -> new Waiting(
                        row.getColumn("id", Long.class),
                        row.getColumn("subscription", Long.class),
                        piece(row.getColumn("body", String.class))))
                .list();
    }

    /** What a message is made of. */
    List<Piece> pieces(Transaction tx, long delivery) {
        return tx.handle()
                .createQuery("select body from outbox where delivery = :delivery order by event")
                .bind("delivery", delivery)
                .mapTo(String.class)
                .map(OutboxStore::piece)
                .list();
    }

    /** Writes down what is known of a piece of a message now. */
    void change(Transaction tx, long delivery, Piece piece) {
        tx.handle()
                .createUpdate("update outbox set body = :body where delivery = :delivery and event = :event")
                .bind("body", JSON.writeValueAsString(piece))
                .bind("delivery", delivery)
                .bind("event", piece.event())
                .execute();
    }

    void assign(Transaction tx, List<Waiting> waiting, long delivery) {
        tx.handle()
                .createUpdate("update outbox set delivery = :delivery where id in (<ids>)")
                .bind("delivery", delivery)
                .bindList("ids", waiting.stream().map(Waiting::id).toList())
                .execute();
    }

    /** They are told to nobody, for this reason. */
    void drop(Transaction tx, List<Waiting> waiting, String why) {
        tx.handle()
                .createUpdate("update outbox set dropped = :why where id in (<ids>)")
                .bind("why", why)
                .bindList("ids", waiting.stream().map(Waiting::id).toList())
                .execute();
    }

    void postpone(Transaction tx, List<Waiting> waiting, Instant until) {
        tx.handle()
                .createUpdate("update outbox set due_at = :until where id in (<ids>)")
                .bind("until", Columns.text(until))
                .bindList("ids", waiting.stream().map(Waiting::id).toList())
                .execute();
    }

    /** How much has happened that is in no message yet. */
    long waiting(Transaction tx) {
        return tx.handle()
                .createQuery("select count(*) from outbox where delivery is null and dropped is null")
                .mapTo(Long.class)
                .one();
    }

    private static Piece piece(String body) {
        return JSON.readValue(body, Piece.class);
    }
}
