package milepost.roadmap;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import milepost.db.Transaction;
import milepost.facts.Recorded;
import org.jdbi.v3.core.result.RowView;

/** Comments and baselines: recorded like facts, but not among those that rules see. */
final class NoteStore {

    /** The baselines of a roadmap that stand, by the moment they name, latest first. */
    List<Baseline> baselines(Transaction tx, String roadmap) {
        return tx.handle().createQuery("""
                        select f.body, f.version, c.at, c.actor
                        from fact f join change c on c.id = f.from_change
                        where f.roadmap = :roadmap and f.kind = 'BASELINE' and f.to_change is null
                        """).bind("roadmap", roadmap).map(row -> read(row, Baseline.class)).stream()
                .sorted(Comparator.comparing(Baseline::moment).reversed())
                .toList();
    }

    /** The comments on a milestone, newest first: at most so many, those before this change if given. */
    List<Comment> comments(Transaction tx, String roadmap, String milestone, long before, int limit) {
        return tx.handle()
                .createQuery("""
                        select f.body, f.version, c.at, c.actor
                        from change_topic t
                        join change_topic k on k.roadmap = t.roadmap and k.topic = 'COMMENT' and k.change = t.change
                        join fact f on f.roadmap = t.roadmap and f.from_change = t.change and f.kind = 'COMMENT'
                        join change c on c.id = t.change
                        where t.roadmap = :roadmap and t.topic = :topic and t.change < :before and f.to_change is null
                        order by t.change desc limit :limit
                        """)
                .bind("roadmap", roadmap)
                .bind("topic", Topics.milestone(milestone))
                .bind("before", before)
                .bind("limit", limit)
                .map(row -> read(row, Comment.class))
                .list();
    }

    /** How many comments a milestone has ever had, for the key of the next one. */
    long commentsEver(Transaction tx, String roadmap, String milestone) {
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

    private static <T> T read(RowView row, Class<T> type) {
        Recorded recorded = new Recorded(
                row.getColumn("version", Long.class),
                Instant.parse(row.getColumn("at", String.class)),
                row.getColumn("actor", String.class));
        return FactJson.read(row.getColumn("body", String.class), recorded, type);
    }
}
