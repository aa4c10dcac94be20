package milepost.news.live;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import milepost.db.Columns;
import milepost.db.Prepared;
import milepost.db.Transaction;
import milepost.flags.Cause;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The numbers of what changed, in the database. */
final class LiveStore {
    /** So many of the newest are kept: whoever was away longer looks at the whole page anyway. */
    static final int KEPT = 10_000;

    private static final int MOST = 100;

    private static final Prepared ADD = Prepared.of("""
            insert into live (at, roadmap, actor, flags, milestones)
            values (:at, :roadmap, :actor, :flags, :milestones)
            returning id
            """);

    private static final Prepared FORGET = Prepared.of("delete from live where id <= :id");

    private static final Prepared ACTOR = Prepared.of("select actor from change where id = :id");

    /** Of the keys of one change, which are few; asked for by kind or in order, every version of every milestone would be looked at. */
    private static final Prepared TOUCHED = Prepared.of("""
            select kind, key from fact where roadmap = :roadmap and from_change = :id
            union all
            select kind, key from fact where roadmap = :roadmap and to_change = :id
            """);

    void add(Transaction tx, String roadmap, @Nullable String by, int flags, List<String> milestones) {
        long number = ADD.in(tx)
                .bind("at", Columns.text(tx.now()))
                .bind("roadmap", roadmap)
                .bind("actor", by)
                .bind("flags", flags)
                .bind("milestones", String.join("\n", milestones))
                .number();
        FORGET.in(tx).bind("id", number - KEPT).execute();
    }

    /** Who made the change that an evaluation was about. */
    @Nullable String actor(Transaction tx, Cause cause) {
        return ACTOR.in(tx)
                .bind("id", Long.parseLong(String.valueOf(cause.ref())))
                .findFirst(row -> row.getString(1))
                .orElse(null);
    }

    /** The milestones that a change edited, made or removed; at most a hundred. */
    List<String> milestones(Transaction tx, String roadmap, Cause cause) {
        return TOUCHED
                .in(tx)
                .bind("roadmap", roadmap)
                .bind("id", Long.parseLong(String.valueOf(cause.ref())))
                .list(row -> row.getString(1).equals("MILESTONE") ? row.getString(2) : "")
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
