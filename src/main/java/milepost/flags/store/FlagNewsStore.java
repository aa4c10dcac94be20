package milepost.flags.store;

import java.time.Instant;
import java.util.List;
import milepost.db.Columns;
import milepost.db.Transaction;

/** What became of flags without a change of their roadmap: through the day, the rules, the end of an acceptance, and people. */
public final class FlagNewsStore {
    /** Each part goes along an index by time, so that a long past costs nothing. */
    private static final String SINCE = """
            with told as (
              select id from flag_event
              where event in ('RAISED', 'REOPENED', 'RETURNED', 'ESCALATED') and at > :since
                and cause in ('CLOCK', 'EXPIRY', 'RULES')
              union
              select r.id from flag f join flag_event r on r.flag = f.id and r.event = 'RESOLVED' and r.at = f.resolved_at
              where f.resolved_at > :since and r.cause in ('CLOCK', 'EXPIRY', 'RULES')
              union
              select id from flag_event
              where cause = 'PERSON' and at > :since
                and event in ('TRIAGED', 'ASSIGNED', 'RATED', 'COMMENTED', 'UNDONE') and coalesce(ref, '') <> :person)
            select s.roadmap, s.subject, e.flag, e.at, e.event, e.cause, e.ref, e.message, e.severity, e.ruleset, e.triage,
              e.reason, e.until, e.detail, e.before
            from told join flag_event e on e.id = told.id join flag s on s.id = e.flag
            where e.flag in (select id from flag %s) order by e.id desc limit :limit
            """;

    /**
     * The latest of it, newest first.
     *
     * @param query which flags
     * @param person whose own acts are left out
     */
    public List<FlagNews> since(Transaction tx, FlagQuery query, Instant since, String person) {
        FlagFilter filter = FlagFilter.of(query, FlagFilter.Sight.EVERYONE);
        return tx.handle()
                .createQuery(SINCE.formatted(filter.where()))
                .bindMap(filter.binds())
                .bind("since", Columns.text(since))
                .bind("person", person)
                .bind("limit", query.limit())
                .map(row -> new FlagNews(
                        row.getColumn("roadmap", String.class),
                        row.getColumn("subject", String.class),
                        FlagStore.event(row)))
                .list();
    }
}
