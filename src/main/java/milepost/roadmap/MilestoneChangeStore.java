package milepost.roadmap;

import java.time.Instant;
import java.util.List;
import milepost.db.Transaction;
import milepost.facts.Source;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The changes of a milestone, of its participants and of the dependencies it takes part in. */
final class MilestoneChangeStore {
    private static final String BELONGS = """
            ((f.kind = 'MILESTONE' and f.key = :milestone)
              or (f.kind = 'DEPENDENCY' and (f.key like :first escape '!' or f.key like :second escape '!'))
              or (f.kind = 'PARTICIPANT' and f.body like :member escape '!'))
            """;

    /** A fact as a change left it, with the body it had before; null where it was not there. */
    record Step(
            FactKind kind,
            String key,
            @Nullable String before,
            @Nullable String after) {}

    /** Newest first, those before the change {@code before} if given. */
    List<Change> of(Transaction tx, String roadmap, String milestone, @Nullable Long before, int limit) {
        return bind(tx.handle().createQuery("""
                        select c.id, c.at, c.actor, c.reason, c.source from change c
                        where c.roadmap = :roadmap and c.id < :before and c.id in (
                          select f.from_change from fact f where f.roadmap = :roadmap and
                        """ + BELONGS + """
                          union select f.to_change from fact f where f.roadmap = :roadmap and f.to_change is not null and
                        """ + BELONGS + """
                        ) order by c.id desc limit :limit
                        """), roadmap, milestone)
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("limit", limit)
                .map(row -> change(roadmap, row))
                .list();
    }

    /** What of it came, changed or went with a change. */
    List<Step> steps(Transaction tx, Change change, String milestone, int limit) {
        return bind(tx.handle().createQuery("""
                        select f.kind, f.key,
                          max(case when f.to_change = :change then f.body end) as before_body,
                          max(case when f.from_change = :change then f.body end) as after_body
                        from fact f
                        where f.roadmap = :roadmap and (f.from_change = :change or f.to_change = :change) and
                        """ + BELONGS + """
                        group by f.kind, f.key order by f.kind, f.key limit :limit
                        """), change.roadmap(), milestone)
                .bind("change", change.id())
                .bind("limit", limit)
                .map(row -> new Step(
                        FactKind.valueOf(row.getColumn("kind", String.class)),
                        row.getColumn("key", String.class),
                        row.getColumn("before_body", String.class),
                        row.getColumn("after_body", String.class)))
                .list();
    }

    private static Query bind(Query query, String roadmap, String milestone) {
        String literal = milestone.replaceAll("([!%_])", "!$1");
        return query.bind("roadmap", roadmap)
                .bind("milestone", milestone)
                .bind("first", literal + ">%")
                .bind("second", "%>" + literal)
                .bind("member", "%\"milestone\":\"" + literal + "\"%");
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
