package milepost.roadmap.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milepost.db.Columns;
import milepost.db.Prepared;
import milepost.db.Transaction;
import milepost.flags.life.Cause;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** How far the evaluation of each roadmap has come, and how it came there. */
public final class EvaluationStore {
    private static final String ENTRY =
            "select id, at, evaluated_on, ruleset, set_aside, cause, ref from evaluation_log where roadmap = :roadmap ";

    private static final Prepared FIND =
            Prepared.of("select evaluated_on, ruleset, set_aside from evaluation where roadmap = :roadmap");

    private static final Prepared ADD = Prepared.of("""
            insert into evaluation_log (roadmap, at, evaluated_on, ruleset, set_aside, cause, ref)
            values (:roadmap, :at, :day, :ruleset, :aside, :cause, :ref)
            """);

    public Optional<Evaluated> find(Transaction tx, String roadmap) {
        return FIND.in(tx)
                .bind("roadmap", roadmap)
                .findFirst(row -> Evaluated.of(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** Whether it has come exactly so far. */
    public boolean stands(Transaction tx, String roadmap, Evaluated evaluated) {
        List<String> expected = List.of(evaluated.on().toString(), evaluated.ruleset(), evaluated.setAsideText());
        return FIND.in(tx)
                .bind("roadmap", roadmap)
                .findFirst(row -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .filter(expected::equals)
                .isPresent();
    }

    /** What had last been evaluated at that instant. */
    public Optional<Evaluated> find(Transaction tx, String roadmap, Instant at) {
        return tx.handle()
                .createQuery(ENTRY + "and at <= :at order by id desc limit 1")
                .bind("roadmap", roadmap)
                .bind("at", Columns.text(at))
                .map(EvaluationStore::evaluated)
                .findOne();
    }

    /** Newest first, those with a smaller id than {@code before} if given. */
    public List<EvaluationEntry> list(Transaction tx, String roadmap, @Nullable Long before, Instant until, int limit) {
        return tx.handle()
                .createQuery(ENTRY + "and id < :before and at <= :until order by id desc limit :limit")
                .bind("roadmap", roadmap)
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("until", Columns.text(until))
                .bind("limit", limit)
                .map(EvaluationStore::entry)
                .list();
    }

    /** Keeps how far it has come. */
    public void write(Transaction tx, String roadmap, Evaluated evaluated) {
        tx.handle()
                .createUpdate("""
                        insert into evaluation (roadmap, evaluated_on, ruleset, set_aside)
                        values (:roadmap, :day, :ruleset, :aside)
                        on conflict (roadmap) do update
                        set evaluated_on = excluded.evaluated_on, ruleset = excluded.ruleset, set_aside = excluded.set_aside
                        """)
                .bind("roadmap", roadmap)
                .bind("day", evaluated.on().toString())
                .bind("ruleset", evaluated.ruleset())
                .bind("aside", evaluated.setAsideText())
                .execute();
    }

    public void add(Transaction tx, String roadmap, Evaluated evaluated, Cause cause) {
        ADD.in(tx)
                .bind("roadmap", roadmap)
                .bind("at", Columns.text(tx.now()))
                .bind("day", evaluated.on().toString())
                .bind("ruleset", evaluated.ruleset())
                .bind("aside", evaluated.setAsideText())
                .bind("cause", cause.kind().name())
                .bind("ref", cause.ref())
                .execute();
    }

    private static EvaluationEntry entry(RowView row) {
        return new EvaluationEntry(
                row.getColumn("id", Long.class),
                Instant.parse(row.getColumn("at", String.class)),
                evaluated(row),
                new Cause(
                        Cause.Kind.valueOf(row.getColumn("cause", String.class)), row.getColumn("ref", String.class)));
    }

    private static Evaluated evaluated(RowView row) {
        return Evaluated.of(
                row.getColumn("evaluated_on", String.class),
                row.getColumn("ruleset", String.class),
                row.getColumn("set_aside", String.class));
    }
}
