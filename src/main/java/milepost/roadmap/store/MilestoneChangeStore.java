package milepost.roadmap.store;

import java.time.Instant;
import java.util.List;
import milepost.db.Transaction;
import milepost.facts.Source;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.fact.FactKind;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The changes of a milestone, of its participants, of what sources say of it and of the dependencies it takes part in. */
public final class MilestoneChangeStore {
    private static final String BELONGS = """
            ((f.kind = 'MILESTONE' and f.key = :milestone)
              or (f.kind = 'DEPENDENCY' and (f.key like :first escape '!' or f.key like :second escape '!'))
              or (f.kind = 'ATTRIBUTE' and f.key like :said escape '!')
              or (f.kind = 'PARTICIPANT' and f.body like :member escape '!'))
            """;

    /**
     * A fact as a change left it, with the body it had before; null where it was not there.
     *
     * @param version of what came, 0 when nothing did
     */
    public record Step(
            FactKind kind,
            String key,
            long version,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * Newest first, those before the change {@code before} if given. The walk goes along the topic of the milestone, so that a page costs
     * the same however many changes there are.
     */
    public List<Change> of(Transaction tx, String roadmap, String milestone, @Nullable Long before, int limit) {
        return bind(tx.handle().createQuery("""
                        select c.id, c.at, c.actor, c.reason, c.source
                        from change_topic t join change c on c.id = t.change
                        where t.roadmap = :roadmap and t.topic = :topic and t.change < :before and (
                          exists (select f.id from fact f where f.roadmap = :roadmap and f.from_change = t.change and
                        """ + BELONGS + """
                          ) or exists (select f.id from fact f where f.roadmap = :roadmap and f.to_change = t.change and
                        """ + BELONGS + """
                          )) order by t.change desc limit :limit
                        """), roadmap, milestone)
                .bind("topic", Topics.milestone(milestone))
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("limit", limit)
                .map(row -> change(roadmap, row))
                .list();
    }

    /** What of it came, changed or went with a change. */
    public List<Step> steps(Transaction tx, Change change, String milestone, int limit) {
        return bind(tx.handle().createQuery("""
                        select kind, key, max(version) as version, max(before_body) as before_body, max(after_body) as after_body
                        from (
                          select f.kind, f.key, f.version, null as before_body, f.body as after_body
                          from fact f where f.roadmap = :roadmap and f.from_change = :change and
                        """ + BELONGS + """
                          union all select f.kind, f.key, 0 as version, f.body as before_body, null as after_body
                          from fact f where f.roadmap = :roadmap and f.to_change = :change and
                        """ + BELONGS + """
                        ) s group by kind, key order by kind, key limit :limit
                        """), change.roadmap(), milestone)
                .bind("change", change.id())
                .bind("limit", limit)
                .map(row -> new Step(
                        FactKind.valueOf(row.getColumn("kind", String.class)),
                        row.getColumn("key", String.class),
                        row.getColumn("version", Long.class),
                        row.getColumn("before_body", String.class),
                        row.getColumn("after_body", String.class)))
                .list();
    }

    /** The version a milestone was at after a change; 0 when it was not there yet. */
    public long version(Transaction tx, Change change, String milestone) {
        return tx.handle()
                .createQuery("""
                        select version from fact
                        where roadmap = :roadmap and kind = 'MILESTONE' and key = :milestone and from_change <= :change
                        order by version desc limit 1
                        """)
                .bind("roadmap", change.roadmap())
                .bind("milestone", milestone)
                .bind("change", change.id())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private static Query bind(Query query, String roadmap, String milestone) {
        String literal = milestone.replaceAll("([!%_])", "!$1");
        return query.bind("roadmap", roadmap)
                .bind("milestone", milestone)
                .bind("first", literal + ">%")
                .bind("second", "%>" + literal)
                .bind("said", literal + "=%")
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
