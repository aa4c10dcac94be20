package milepost.news.live;

import java.time.Instant;
import java.util.List;
import milepost.db.Columns;
import milepost.db.Prepared;
import milepost.db.Transaction;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The numbers of what changed, in the database. */
final class LiveStore {
    /** So many of the newest are kept: whoever was away longer looks at the whole page anyway. */
    static final int KEPT = 10_000;

    private static final int MOST = 100;

    private static final int FORGET_EACH = 100;

    private static final Prepared ADD = Prepared.of("""
            insert into live (at, roadmap, change, actor, flags)
            values (:at, :roadmap, :change, :actor, :flags)
            returning id
            """);

    void add(Transaction tx, String roadmap, @Nullable Long change, @Nullable String by, int flags) {
        long number = ADD.in(tx)
                .bind("at", Columns.text(tx.now()))
                .bind("roadmap", roadmap)
                .bind("change", change)
                .bind("actor", by)
                .bind("flags", flags)
                .number();
        if (number % FORGET_EACH == 0) {
            tx.handle()
                    .createUpdate("delete from live where id <= :id")
                    .bind("id", number - KEPT)
                    .execute();
        }
    }

    /**
     * The milestones that a change edited, made or removed; at most a hundred. Of the keys of one change, which are few: asked for by
     * kind or in order, every version of every milestone would be looked at.
     */
    private static List<String> milestones(Transaction tx, String roadmap, @Nullable Long change) {
        if (change == null) {
            return List.of();
        }
        return tx
                .handle()
                .createQuery("""
                        select kind, key from fact where roadmap = :roadmap and from_change = :id
                        union all
                        select kind, key from fact where roadmap = :roadmap and to_change = :id
                        """)
                .bind("roadmap", roadmap)
                .bind("id", change)
                .map((row, context) -> row.getString(1).equals("MILESTONE") ? row.getString(2) : "")
                .list()
                .stream()
                .filter(key -> !key.isEmpty())
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }

    /** What came after a number, in order. */
    List<LiveChange> after(Transaction tx, long number, int most) {
        return tx.handle()
                .createQuery("""
                        select live.id, live.at, live.roadmap, live.change, live.flags, coalesce(change.actor, live.actor) as actor
                        from live left join change on change.id = live.change
                        where live.id > :number order by live.id limit :most
                        """)
                .bind("number", number)
                .bind("most", most)
                .map(row -> change(tx, row))
                .list();
    }

    /** The newest number; 0 before the first. */
    long last(Transaction tx) {
        return tx.handle()
                .createQuery("select coalesce(max(id), 0) from live")
                .mapTo(Long.class)
                .one();
    }

    private static LiveChange change(Transaction tx, RowView row) {
        String roadmap = row.getColumn("roadmap", String.class);
        return new LiveChange(
                row.getColumn("id", Long.class),
                Instant.parse(row.getColumn("at", String.class)),
                roadmap,
                row.getColumn("actor", String.class),
                row.getColumn("flags", Integer.class),
                milestones(tx, roadmap, row.getColumn("change", Long.class)));
    }
}
