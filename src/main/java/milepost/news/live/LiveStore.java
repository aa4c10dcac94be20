package milepost.news.live;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import milepost.db.Columns;
import milepost.db.Transaction;
import milepost.flags.Cause;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The numbers of what changed, in the database. */
final class LiveStore {
    /** So many of the newest are kept: whoever was away longer looks at the whole page anyway. */
    static final int KEPT = 10_000;

    void add(Transaction tx, String roadmap, @Nullable String by, int flags, List<String> milestones) {
        long number = tx.handle()
                .createQuery("""
                        insert into live (at, roadmap, actor, flags, milestones)
                        values (:at, :roadmap, :actor, :flags, :milestones)
                        returning id
                        """)
                .bind("at", Columns.text(tx.now()))
                .bind("roadmap", roadmap)
                .bind("actor", by)
                .bind("flags", flags)
                .bind("milestones", String.join("\n", milestones))
                .mapTo(Long.class)
                .one();
        tx.handle()
                .createUpdate("delete from live where id <= :id")
                .bind("id", number - KEPT)
                .execute();
    }

    /** Who made the change that an evaluation was about. */
    @Nullable String actor(Transaction tx, Cause cause) {
        return tx.handle()
                .createQuery("select actor from change where id = :id")
                .bind("id", Long.parseLong(String.valueOf(cause.ref())))
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    /** The milestones that a change edited, made or removed; at most a hundred. */
    List<String> milestones(Transaction tx, String roadmap, Cause cause) {
        return tx.handle()
                .createQuery("""
                        select distinct key from fact
                        where roadmap = :roadmap and kind = 'MILESTONE' and (from_change = :id or to_change = :id)
                        order by key limit 100
                        """)
                .bind("roadmap", roadmap)
                .bind("id", Long.parseLong(String.valueOf(cause.ref())))
                .mapTo(String.class)
                .list();
    }

    /** What came after a number, in order. */
    List<LiveChange> after(Transaction tx, long number, int most) {
        return tx.handle()
                .createQuery("""
                        select id, at, roadmap, actor, flags, milestones from live where id > :number order by id limit :most
                        """)
                .bind("number", number)
                .bind("most", most)
                .map(LiveStore::change)
                .list();
    }

    /** The newest number; 0 before the first. */
    long last(Transaction tx) {
        return tx.handle()
                .createQuery("select coalesce(max(id), 0) from live")
                .mapTo(Long.class)
                .one();
    }

    private static LiveChange change(RowView row) {
        String milestones = row.getColumn("milestones", String.class);
        return new LiveChange(
                row.getColumn("id", Long.class),
                Instant.parse(row.getColumn("at", String.class)),
                row.getColumn("roadmap", String.class),
                row.getColumn("actor", String.class),
                row.getColumn("flags", Integer.class),
                milestones.isEmpty() ? List.of() : Arrays.asList(milestones.split("\n")));
    }
}
