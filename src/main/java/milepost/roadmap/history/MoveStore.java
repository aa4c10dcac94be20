package milepost.roadmap.history;

import java.util.List;
import java.util.Objects;
import milepost.db.Transaction;
import milepost.facts.TargetDate;
import milepost.roadmap.store.LogStore;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Moves of due dates, read from the versions of milestones without reading their bodies. */
public final class MoveStore {
    private static final String MOVES = """
            select m.key, m.due, m.due_before, m.baseline, m.baseline_before, m.slips, m.slips_before,
              c.id, c.at, c.actor, c.roadmap, c.reason, c.source, c.approver, c.undoes,
              (select max(u.id) from change u where u.undoes = c.id) as undone_by
            from (
              select f.key, f.version, f.from_change, f.due, f.baseline, f.slips,
                lag(f.due) over w as due_before, lag(f.baseline) over w as baseline_before, lag(f.slips) over w as slips_before
              from fact f
              where f.roadmap = :roadmap and f.kind = 'MILESTONE' <which>
              window w as (partition by f.key order by f.version)) m
            join change c on c.id = m.from_change
            where m.due is distinct from m.due_before or m.baseline is distinct from m.baseline_before
            order by m.key, m.version
            """;

    /** Of every milestone, or of one; those of a milestone together, oldest first. */
    public List<DueMove> list(Transaction tx, String roadmap, @Nullable String milestone) {
        String sql = MOVES.replace("<which>", milestone == null ? "" : "and f.key = :key");
        var query = tx.handle().createQuery(sql).bind("roadmap", roadmap);
        return (milestone == null ? query : query.bind("key", milestone))
                .map(MoveStore::move)
                .list();
    }

    private static DueMove move(RowView row) {
        return new DueMove(
                row.getColumn("key", String.class),
                LogStore.change(row),
                date(row, "due_before"),
                date(row, "due"),
                date(row, "baseline_before"),
                date(row, "baseline"),
                number(row, "slips_before"),
                number(row, "slips"));
    }

    private static @Nullable TargetDate date(RowView row, String column) {
        String text = row.getColumn(column, String.class);
        return text == null ? null : TargetDate.parse(text);
    }

    private static int number(RowView row, String column) {
        return Objects.requireNonNullElse(row.getColumn(column, Integer.class), 0);
    }
}
