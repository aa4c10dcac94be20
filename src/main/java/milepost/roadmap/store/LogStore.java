package milepost.roadmap.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milepost.db.Columns;
import milepost.db.Prepared;
import milepost.db.Transaction;
import milepost.facts.Source;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.fact.FactKind;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The record of changes read along time: what came and what went with each. */
public final class LogStore {
    private static final Prepared ADD_TOPIC =
            Prepared.of("insert into change_topic (roadmap, topic, change) values (:roadmap, :topic, :change)");

    private static final String CHANGE = """
            select c.id, c.at, c.actor, c.roadmap, c.reason, c.source, c.approver, c.undoes,
              (select max(u.id) from change u where u.undoes = c.id) as undone_by
            """;

    /**
     * A fact as a change left it, with the body it had before; null where it was not there.
     *
     * @param version of what came or, when nothing came, of what went
     */
    public record Step(
            FactKind kind,
            String key,
            long version,
            @Nullable String before,
            @Nullable String after) {}

    /** A fact as it stands, with the change it came with. */
    public record Present(long version, String body, Change change) {}

    /** Changes of a roadmap, newest first. With a topic the walk goes along the topic, so that it never passes over other changes. */
    public List<Change> changes(Transaction tx, String roadmap, HistoryFilter filter, int limit) {
        String topic = topic(filter);
        String sql = CHANGE
                + (topic == null
                        ? "from change c where c.roadmap = :roadmap and c.id < :before "
                        : "from change_topic t join change c on c.id = t.change "
                                + "where t.roadmap = :roadmap and t.topic = :topic and t.change < :before ")
                + (filter.milestone() == null || filter.kind() == null
                        ? ""
                        : "and exists (select k.change from change_topic k "
                                + "where k.roadmap = :roadmap and k.topic = :kind and k.change = t.change) ")
                + (filter.person() == null ? "" : "and c.actor = :person ")
                + (filter.from() == null ? "" : "and c.at >= :from ")
                + (filter.until() == null ? "" : "and c.at < :until ")
                + (topic == null ? "order by c.id desc limit :limit" : "order by t.change desc limit :limit");
        Query query = tx.handle()
                .createQuery(sql)
                .bind("roadmap", roadmap)
                .bind("before", filter.before() == null ? Long.MAX_VALUE : filter.before())
                .bind("limit", limit);
        bind(query, "topic", topic);
        bind(query, "kind", filter.kind());
        bind(query, "person", filter.person());
        bind(query, "from", filter.from() == null ? null : Columns.text(filter.from()));
        bind(query, "until", filter.until() == null ? null : Columns.text(filter.until()));
        return query.map(LogStore::change).list();
    }

    private static @Nullable String topic(HistoryFilter filter) {
        return filter.milestone() == null ? filter.kind() : Topics.milestone(filter.milestone());
    }

    private static void bind(Query query, String name, @Nullable String value) {
        if (value != null) {
            query.bind(name, value);
        }
    }

    /** One change of a roadmap. */
    public Optional<Change> find(Transaction tx, String roadmap, long id) {
        return tx.handle()
                .createQuery(CHANGE + "from change c where c.roadmap = :roadmap and c.id = :id")
                .bind("roadmap", roadmap)
                .bind("id", id)
                .map(LogStore::change)
                .findOne();
    }

    /** The last change recorded at that instant or before; empty when there was none yet. */
    public Optional<Change> findLast(Transaction tx, String roadmap, Instant at) {
        return tx.handle()
                .createQuery(CHANGE + """
                        from change c where c.roadmap = :roadmap and c.at <= :at order by c.at desc, c.id desc limit 1
                        """)
                .bind("roadmap", roadmap)
                .bind("at", Columns.text(at))
                .map(LogStore::change)
                .findOne();
    }

    /** Everybody who has changed the roadmap, or had by an instant, in order. */
    public List<String> people(Transaction tx, String roadmap, @Nullable Instant until) {
        Query query = tx.handle()
                .createQuery("select distinct actor from change where roadmap = :roadmap "
                        + (until == null ? "" : "and at <= :until ") + "order by actor")
                .bind("roadmap", roadmap);
        bind(query, "until", until == null ? null : Columns.text(until));
        return query.mapTo(String.class).list();
    }

    /** The last change by an instant that took a change back. */
    public Optional<Long> findUndo(Transaction tx, Change change, Instant until) {
        return tx.handle()
                .createQuery("select id from change where undoes = :id and at <= :until order by id desc limit 1")
                .bind("id", change.id())
                .bind("until", Columns.text(until))
                .mapTo(Long.class)
                .findOne();
    }

    /** Says what a change is about. */
    public void add(Transaction tx, Change change, String topic) {
        ADD_TOPIC
                .in(tx)
                .bind("roadmap", change.roadmap())
                .bind("topic", topic)
                .bind("change", change.id())
                .execute();
    }

    /** The first changes of a roadmap after an instant, oldest first. */
    public List<Change> after(Transaction tx, String roadmap, Instant at, int limit) {
        return tx.handle()
                .createQuery(
                        CHANGE + "from change c where c.roadmap = :roadmap and c.at > :at order by c.id limit :limit")
                .bind("roadmap", roadmap)
                .bind("at", Columns.text(at))
                .bind("limit", limit)
                .map(LogStore::change)
                .list();
    }

    /** What came with a change, in the order in which it was written. */
    public List<Step> came(Transaction tx, Change change, int limit) {
        return tx.handle()
                .createQuery("""
                        select f.kind, f.key, f.version, f.body as after_body, p.body as before_body
                        from fact f
                        left join fact p on p.roadmap = f.roadmap and p.kind = f.kind and p.key = f.key
                          and p.version = f.version - 1 and p.to_change = f.from_change
                        where f.roadmap = :roadmap and f.from_change = :change
                        order by f.id limit :limit
                        """)
                .bind("roadmap", change.roadmap())
                .bind("change", change.id())
                .bind("limit", limit)
                .map(row -> step(
                        row, row.getColumn("before_body", String.class), row.getColumn("after_body", String.class)))
                .list();
    }

    /** What went with a change and did not come back in it. */
    public List<Step> went(Transaction tx, Change change, int limit) {
        return tx.handle()
                .createQuery("""
                        select f.kind, f.key, f.version, f.body
                        from fact f
                        where f.roadmap = :roadmap and f.to_change = :change and not exists (
                          select n.id from fact n
                          where n.roadmap = f.roadmap and n.kind = f.kind and n.key = f.key and n.version = f.version + 1
                            and n.from_change = :change)
                        order by f.id limit :limit
                        """)
                .bind("roadmap", change.roadmap())
                .bind("change", change.id())
                .bind("limit", limit)
                .map(row -> step(row, row.getColumn("body", String.class), null))
                .list();
    }

    /** A fact as it stands now; empty when it is not there. */
    public Optional<Present> findPresent(Transaction tx, String roadmap, FactKind kind, String key) {
        return tx.handle()
                .createQuery(CHANGE + """
                        , f.version, f.body
                        from fact f join change c on c.id = f.from_change
                        where f.roadmap = :roadmap and f.kind = :kind and f.key = :key and f.to_change is null
                        """)
                .bind("roadmap", roadmap)
                .bind("kind", kind.name())
                .bind("key", key)
                .map(row -> new Present(
                        row.getColumn("version", Long.class), row.getColumn("body", String.class), change(row)))
                .findOne();
    }

    private static Step step(RowView row, @Nullable String before, @Nullable String after) {
        return new Step(
                FactKind.valueOf(row.getColumn("kind", String.class)),
                row.getColumn("key", String.class),
                row.getColumn("version", Long.class),
                before,
                after);
    }

    /** A change of a row that has all its columns. */
    public static Change change(RowView row) {
        String source = row.getColumn("source", String.class);
        return new Change(
                row.getColumn("id", Long.class),
                Instant.parse(row.getColumn("at", String.class)),
                row.getColumn("actor", String.class),
                row.getColumn("roadmap", String.class),
                row.getColumn("reason", String.class),
                source == null ? null : FactJson.mapper().readValue(source, Source.class),
                row.getColumn("approver", String.class),
                row.getColumn("undoes", Long.class),
                row.getColumn("undone_by", Long.class));
    }
}
