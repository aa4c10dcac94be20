package milepost.roadmap.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milepost.db.Columns;
import milepost.db.Transaction;
import org.jdbi.v3.core.result.RowView;

/** Frozen periods in the database. */
final class PeriodStore {
    private static final String PERIOD = """
            select p.id, p.roadmap, p.name, p.from_day, p.to_day, p.known_at, p.ruleset, p.rules, p.frozen_by, p.reason,
              s.name as supersedes, n.name as superseded_by
            from period p
            left join period s on s.id = p.supersedes
            left join period n on n.supersedes = p.id
            """;

    /** Those of a roadmap, latest last day first, corrections before what they correct. */
    List<Period> list(Transaction tx, String roadmap) {
        return tx.handle()
                .createQuery(PERIOD + "where p.roadmap = :roadmap order by p.to_day desc, p.id desc")
                .bind("roadmap", roadmap)
                .map(PeriodStore::period)
                .list();
    }

    Optional<Period> find(Transaction tx, String roadmap, String name) {
        return tx.handle()
                .createQuery(PERIOD + "where p.roadmap = :roadmap and p.name = :name")
                .bind("roadmap", roadmap)
                .bind("name", name)
                .map(PeriodStore::period)
                .findOne();
    }

    void add(Transaction tx, Period period) {
        tx.handle()
                .createUpdate("""
                        insert into period
                          (roadmap, name, from_day, to_day, known_at, ruleset, rules, frozen_by, reason, supersedes)
                        values (:roadmap, :name, :from, :to, :known, :ruleset, :rules, :by, :reason,
                          (select id from period where roadmap = :roadmap and name = :supersedes))
                        """)
                .bind("roadmap", period.roadmap())
                .bind("name", period.name())
                .bind("from", period.from().toString())
                .bind("to", period.to().toString())
                .bind("known", Columns.text(period.knownAt()))
                .bind("ruleset", period.ruleset())
                .bind("rules", period.rules())
                .bind("by", period.frozenBy())
                .bind("reason", period.reason())
                .bind("supersedes", period.supersedes())
                .execute();
    }

    private static Period period(RowView row) {
        return new Period(
                row.getColumn("id", Long.class),
                row.getColumn("roadmap", String.class),
                row.getColumn("name", String.class),
                LocalDate.parse(row.getColumn("from_day", String.class)),
                LocalDate.parse(row.getColumn("to_day", String.class)),
                Instant.parse(row.getColumn("known_at", String.class)),
                row.getColumn("ruleset", String.class),
                row.getColumn("rules", String.class),
                row.getColumn("frozen_by", String.class),
                row.getColumn("reason", String.class),
                row.getColumn("supersedes", String.class),
                row.getColumn("superseded_by", String.class));
    }
}
