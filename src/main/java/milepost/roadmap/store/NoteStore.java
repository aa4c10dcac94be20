package milepost.roadmap.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import milepost.db.Columns;
import milepost.db.Transaction;
import milepost.facts.Recorded;
import milepost.roadmap.fact.Baseline;
import milepost.roadmap.fact.Comment;
import milepost.roadmap.fact.FactJson;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Comments and baselines: recorded like facts, but not among those that rules see. */
public final class NoteStore {

    private static final String FOREVER = Columns.text(Instant.parse("9999-12-31T00:00:00Z"));

    /** What stands, or stood at the instant {@code :until}. */
    private static final String STOOD = """
             and c.at <= :until and (f.to_change is null
              or exists (select g.id from change g where g.id = f.to_change and g.at > :until))
            """;

    /** The baselines of a roadmap that stand, or stood at an instant, by the moment they name, latest first. */
    public List<Baseline> baselines(Transaction tx, String roadmap, @Nullable Instant until) {
        return tx
                .handle()
                .createQuery("""
                        select f.body, f.version, c.at, c.actor
                        from fact f join change c on c.id = f.from_change
                        where f.roadmap = :roadmap and f.kind = 'BASELINE'
                        """ + STOOD)
                .bind("roadmap", roadmap)
                .bind("until", text(until))
                .map(row -> read(row, Baseline.class))
                .stream()
                .sorted(Comparator.comparing(Baseline::moment).reversed())
                .toList();
    }

    /**
     * The comments on a milestone, newest first.
     *
     * @param until those that stood at this instant; null for those that stand
     */
    public List<Comment> comments(
            Transaction tx, String roadmap, String milestone, @Nullable Instant until, int limit) {
        return tx.handle()
                .createQuery("""
                        select f.body, f.version, c.at, c.actor
                        from change_topic t
                        join change_topic k on k.roadmap = t.roadmap and k.topic = 'COMMENT' and k.change = t.change
                        join fact f on f.roadmap = t.roadmap and f.from_change = t.change and f.kind = 'COMMENT'
                        join change c on c.id = t.change
                        where t.roadmap = :roadmap and t.topic = :topic
                        """ + STOOD + "order by t.change desc limit :limit")
                .bind("roadmap", roadmap)
                .bind("topic", Topics.milestone(milestone))
                .bind("until", text(until))
                .bind("limit", limit)
                .map(row -> read(row, Comment.class))
                .list();
    }

    /** How many comments a milestone has ever had, for the key of the next one. */
    public long commentsEver(Transaction tx, String roadmap, String milestone) {
        return tx.handle()
                .createQuery("""
                        select count(*)
                        from change_topic t
                        join change_topic k on k.roadmap = t.roadmap and k.topic = 'COMMENT' and k.change = t.change
                        where t.roadmap = :roadmap and t.topic = :topic
                        """)
                .bind("roadmap", roadmap)
                .bind("topic", Topics.milestone(milestone))
                .mapTo(Long.class)
                .one();
    }

    private static String text(@Nullable Instant until) {
        return until == null ? FOREVER : Columns.text(until);
    }

    private static <T> T read(RowView row, Class<T> type) {
        Recorded recorded = new Recorded(
                row.getColumn("version", Long.class),
                Instant.parse(row.getColumn("at", String.class)),
                row.getColumn("actor", String.class));
        return FactJson.read(row.getColumn("body", String.class), recorded, type);
    }
}
