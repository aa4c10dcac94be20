package milepost.roadmap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import milepost.db.Columns;
import milepost.db.Prepared;
import milepost.db.Transaction;
import milepost.facts.Milestone;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.facts.TargetDate;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.fact.FactKind;
import milepost.roadmap.fact.Facts;
import org.jspecify.annotations.Nullable;

/** The recorded facts of roadmaps: every version with the change it came with and the change it went with. */
public final class RoadmapStore {
    private static final String FACT = """
            select f.kind, f.body, f.version, c.at, c.actor
            from fact f join change c on c.id = f.from_change
            """;

    private static final Prepared LAST_CHANGE =
            Prepared.of("select coalesce(max(id), 0) from change where roadmap = :roadmap");

    private static final Prepared COUNT = Prepared.of("""
            select count(*) from fact
            where roadmap = :roadmap and kind = 'ROADMAP' and key = :roadmap and to_change is null
            """);

    private static final Prepared BEGIN = Prepared.of("""
            insert into change (at, actor, roadmap, reason, source, kind, undoes, approver)
            values (:at, :actor, :roadmap, :reason, :source, :kind, :undoes, :approver)
            returning id
            """);

    private static final Prepared PUT = Prepared.of("""
            insert into fact (roadmap, kind, key, version, body, from_change, due, baseline, slips)
            values (:roadmap, :kind, :key, :version, :body, :change, :due, :baseline, :slips)
            """);

    private static final Prepared END = Prepared.of("""
            update fact set to_change = :change
            where roadmap = :roadmap and kind = :kind and key = :key and to_change is null
            """);

    private static final Prepared LAST_VERSION = Prepared.of("""
            select coalesce(max(version), 0) from fact
            where roadmap = :roadmap and kind = :kind and key = :key
            """);

    private static final int MOST_PARSED = 50_000;

    private final KeptSnapshots kept = new KeptSnapshots();
    private final Map<Row, Object> parsed = new ConcurrentHashMap<>();

    /** All that a fact is made of; after a save most facts of a roadmap are the same as before. */
    private record Row(FactKind kind, Recorded recorded, String body) {}

    public List<String> keys(Transaction tx) {
        return tx.handle()
                .createQuery("select key from fact where kind = 'ROADMAP' and to_change is null order by key")
                .mapTo(String.class)
                .list();
    }

    public boolean exists(Transaction tx, String roadmap) {
        return COUNT.in(tx).bind("roadmap", roadmap).number() > 0;
    }

    /** The facts as they stand; read from the database only when somebody else has changed the roadmap. */
    public Facts current(Transaction tx, String roadmap) {
        return findCurrent(tx, roadmap).map(Facts::of).orElseGet(() -> Facts.of(List.of()));
    }

    /** The same as a snapshot; empty when there is no roadmap of this key. */
    public Optional<Snapshot> findCurrent(Transaction tx, String roadmap) {
        long last = lastChange(tx, roadmap);
        Snapshot known = kept.find(roadmap, last);
        if (known != null) {
            return Optional.of(known);
        }
        Facts facts = Facts.of(tx.handle()
                .createQuery(FACT + """
                        where f.roadmap = :roadmap and f.to_change is null and f.kind not in ('COMMENT', 'BASELINE')
                        order by f.kind, f.id
                        """)
                .bind("roadmap", roadmap)
                .map((row, context) -> fact(row))
                .list());
        Optional<Snapshot> read = facts.findRoadmap().map(facts::snapshot);
        read.ifPresent(snapshot -> tx.handle().afterCommit(() -> kept.keep(last, snapshot)));
        return read;
    }

    /** Keeps what a change has come to, once it is committed. */
    public void keep(Transaction tx, Change change, Snapshot after) {
        tx.handle().afterCommit(() -> kept.keep(change.id(), after));
    }

    /** Writers come one after the other on both databases, so every change has a higher number than those before it. */
    private static long lastChange(Transaction tx, String roadmap) {
        return LAST_CHANGE.in(tx).bind("roadmap", roadmap).number();
    }

    /** The latest instant of any change; null when there is none. */
    public @Nullable Instant newestChange(Transaction tx, String roadmap) {
        return tx.handle()
                .createQuery("select max(at) from change where roadmap = :roadmap")
                .bind("roadmap", roadmap)
                .mapTo(String.class)
                .findOne()
                .map(Instant::parse)
                .orElse(null);
    }

    /** The facts as they stood at that instant: those still there that had come by then, and those that went later. */
    public Facts known(Transaction tx, String roadmap, Instant at) {
        return Facts.of(tx.handle()
                .createQuery("""
                        select f.id, f.kind, f.body, f.version, c.at, c.actor
                        from fact f join change c on c.id = f.from_change
                        where f.roadmap = :roadmap and f.to_change is null and c.at <= :at
                          and f.kind not in ('COMMENT', 'BASELINE')
                        union all
                        select f.id, f.kind, f.body, f.version, c.at, c.actor
                        from change g
                        join fact f on f.roadmap = g.roadmap and f.to_change = g.id
                        join change c on c.id = f.from_change
                        where g.roadmap = :roadmap and g.at > :at and c.at <= :at
                          and f.kind not in ('COMMENT', 'BASELINE')
                        order by 2, 1
                        """)
                .bind("roadmap", roadmap)
                .bind("at", Columns.text(at))
                .map((row, context) -> fact(row))
                .list());
    }

    public List<Instant> instants(Transaction tx, String roadmap) {
        return tx.handle()
                .createQuery("select distinct at from change where roadmap = :roadmap order by at")
                .bind("roadmap", roadmap)
                .mapTo(String.class)
                .map(Instant::parse)
                .list();
    }

    public Change begin(Transaction tx, Change draft, String kind) {
        Source source = draft.source();
        long id = BEGIN.in(tx)
                .bind("at", Columns.text(draft.at()))
                .bind("actor", draft.actor())
                .bind("roadmap", draft.roadmap())
                .bind("reason", draft.reason())
                .bind("source", source == null ? null : FactJson.mapper().writeValueAsString(source))
                .bind("kind", kind)
                .bind("undoes", draft.undoes())
                .bind("approver", draft.approver())
                .number();
        return draft.numbered(id);
    }

    /** Writes the next version of a fact and returns what it wrote; the version before it ends with this change. */
    public String put(Transaction tx, Change change, Object fact) {
        FactKind kind = FactKind.of(fact.getClass());
        long version = FactKind.recorded(fact).version();
        String body = FactJson.body(fact);
        if (version > 1) {
            end(tx, change, kind, FactKind.key(fact));
        }
        Milestone m = fact instanceof Milestone milestone ? milestone : null;
        PUT.in(tx)
                .bind("roadmap", change.roadmap())
                .bind("kind", kind.name())
                .bind("key", FactKind.key(fact))
                .bind("version", version)
                .bind("body", body)
                .bind("change", change.id())
                .bind("due", m == null ? null : text(m.due()))
                .bind("baseline", m == null ? null : text(m.baseline()))
                .bind("slips", m == null ? null : m.slips())
                .execute();
        return Deeds.stored(kind, FactKind.key(fact), version, body);
    }

    private static @Nullable String text(@Nullable TargetDate date) {
        return date == null ? null : date.toString();
    }

    public void end(Transaction tx, Change change, FactKind kind, String key) {
        END.in(tx)
                .bind("change", change.id())
                .bind("roadmap", change.roadmap())
                .bind("kind", kind.name())
                .bind("key", key)
                .execute();
    }

    /** The highest version a fact of this key ever had, 0 for none. */
    public long lastVersion(Transaction tx, String roadmap, FactKind kind, String key) {
        return LAST_VERSION
                .in(tx)
                .bind("roadmap", roadmap)
                .bind("kind", kind.name())
                .bind("key", key)
                .number();
    }

    /** The id of the first change recorded after an instant. */
    public Optional<Long> findNext(Transaction tx, String roadmap, Instant after) {
        return tx.handle()
                .createQuery("select min(id) from change where roadmap = :roadmap and at > :after")
                .bind("roadmap", roadmap)
                .bind("after", Columns.text(after))
                .mapTo(Long.class)
                .findOne();
    }

    /** The hours in which something of a roadmap was recorded, each once, oldest first. */
    public List<Instant> hours(Transaction tx, String roadmap) {
        return tx.handle()
                .createQuery("""
                        select distinct substr(at, 1, 13) as hour from change where roadmap = :roadmap order by hour
                        """)
                .bind("roadmap", roadmap)
                .map(row -> Instant.parse(row.getColumn("hour", String.class) + ":00:00Z"))
                .list();
    }

    /** When the first change of a roadmap was recorded; empty when there never was such a roadmap. */
    public Optional<Instant> findFirst(Transaction tx, String roadmap) {
        return tx.handle()
                .createQuery("select min(at) from change where roadmap = :roadmap")
                .bind("roadmap", roadmap)
                .mapTo(String.class)
                .findOne()
                .map(Instant::parse);
    }

    /** Versions of one fact with the changes they came with, newest first. */
    public List<Version> versions(
            Transaction tx, String roadmap, FactKind kind, String key, @Nullable Long before, int limit) {
        return tx.handle()
                .createQuery("""
                        select f.version, f.body, c.id, c.at, c.actor, c.roadmap, c.reason, c.source, c.approver, c.undoes,
                          (select max(u.id) from change u where u.undoes = c.id) as undone_by
                        from fact f join change c on c.id = f.from_change
                        where f.roadmap = :roadmap and f.kind = :kind and f.key = :key and f.from_change < :before
                        order by f.version desc
                        limit :limit
                        """)
                .bind("roadmap", roadmap)
                .bind("kind", kind.name())
                .bind("key", key)
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("limit", limit)
                .map(row -> new Version(
                        row.getColumn("version", Long.class),
                        row.getColumn("body", String.class),
                        LogStore.change(row)))
                .list();
    }

    /** One version of a fact as stored. */
    public record Version(long number, String body, Change change) {}

    private Object fact(ResultSet row) throws SQLException {
        Recorded recorded =
                new Recorded(row.getLong("version"), Instant.parse(row.getString("at")), row.getString("actor"));
        Row key = new Row(FactKind.valueOf(row.getString("kind")), recorded, row.getString("body"));
        if (parsed.size() > MOST_PARSED) {
            parsed.clear();
        }
        return parsed.computeIfAbsent(
                key, r -> FactJson.read(r.body(), r.recorded(), r.kind().type()));
    }
}
