package milepost.roadmap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milepost.db.Columns;
import milepost.db.Transaction;
import milepost.facts.Source;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The record of changes read along time: what came and what went with each. */
final class LogStore {

    /** A fact as a change left it, with the body it had before; null where it was not there. */
    record Step(
            FactKind kind,
            String key,
            @Nullable String before,
            @Nullable String after) {}

    /** The latest changes of a roadmap, newest first. */
    List<Change> changes(Transaction tx, String roadmap, int limit) {
        return tx.handle()
                .createQuery("""
                        select id, at, actor, reason, source from change
                        where roadmap = :roadmap order by id desc limit :limit
                        """)
                .bind("roadmap", roadmap)
                .bind("limit", limit)
                .map(row -> change(roadmap, row))
                .list();
    }

    /** One change of a roadmap. */
    Optional<Change> find(Transaction tx, String roadmap, long id) {
        return tx.handle()
                .createQuery("select id, at, actor, reason, source from change where roadmap = :roadmap and id = :id")
                .bind("roadmap", roadmap)
                .bind("id", id)
                .map(row -> change(roadmap, row))
                .findOne();
    }

    /** The first changes of a roadmap after an instant, oldest first. */
    List<Change> after(Transaction tx, String roadmap, Instant at, int limit) {
        return tx.handle()
                .createQuery("""
                        select id, at, actor, reason, source from change
                        where roadmap = :roadmap and at > :at order by id limit :limit
                        """)
                .bind("roadmap", roadmap)
                .bind("at", Columns.text(at))
                .bind("limit", limit)
                .map(row -> change(roadmap, row))
                .list();
    }

    /** What came with a change, in the order in which it was written. */
    List<Step> came(Transaction tx, Change change, int limit) {
        return tx.handle()
                .createQuery("""
                        select f.kind, f.key, f.body as after_body, p.body as before_body
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
    List<Step> went(Transaction tx, Change change, int limit) {
        return tx.handle()
                .createQuery("""
                        select f.kind, f.key, f.body
                        from fact f
                        where f.roadmap = :roadmap and f.to_change = :change and not exists (
                          select n.id from fact n
                          where n.roadmap = f.roadmap and n.kind = f.kind and n.key = f.key and n.from_change = :change)
                        order by f.id limit :limit
                        """)
                .bind("roadmap", change.roadmap())
                .bind("change", change.id())
                .bind("limit", limit)
                .map(row -> step(row, row.getColumn("body", String.class), null))
                .list();
    }

    private static Step step(RowView row, @Nullable String before, @Nullable String after) {
        FactKind kind = FactKind.valueOf(row.getColumn("kind", String.class));
        return new Step(kind, row.getColumn("key", String.class), before, after);
    }

    private static Change change(String roadmap, RowView row) {
        String source = row.getColumn("source", String.class);
        return new Change(
                row.getColumn("id", Long.class),
                Instant.parse(row.getColumn("at", String.class)),
                row.getColumn("actor", String.class),
                roadmap,
                row.getColumn("reason", String.class),
                source == null ? null : FactJson.mapper().readValue(source, Source.class));
    }
}
