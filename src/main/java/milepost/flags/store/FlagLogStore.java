package milepost.flags.store;

import java.util.ArrayList;
import java.util.List;
import milepost.db.Transaction;

/** Compares flags with the log of their transitions. */
public final class FlagLogStore {
    private static final String BEGINNINGS = """
            select f.roadmap || ': the log of flag ' || f.id || ' has no beginning' from flag f
            where not exists (
              select 1 from flag_event e
              where e.flag = f.id and e.event in ('PENDING', 'RAISED', 'SHADOWED')
                and e.id = (select min(l.id) from flag_event l where l.flag = f.id))
            order by f.id
            """;

    private static final String STATES = """
            select f.roadmap || ': flag ' || f.id || ' is ' || f.state || ', but its log ends with ' || e.event
            from flag f join flag_event e on e.id = (
              select max(l.id) from flag_event l
              where l.flag = f.id and l.event in ('RAISED', 'REOPENED', 'RETURNED', 'RESOLVED'))
            where (f.state = 'RESOLVED') <> (e.event = 'RESOLVED') and f.state <> 'PENDING' and f.shadow = 0
            order by f.id
            """;

    /** A decision stands until the next one or until it returned; one that was only noted ends with the flag. */
    private static final String DECISIONS = """
            select roadmap || ': flag ' || id || ' is ' || triage || ', but its log ends with ' || told
            from (
              select f.roadmap, f.id, f.triage, case
                when d.id is null or d.event = 'RETURNED' then 'UNTRIAGED'
                when d.triage = 'ACKNOWLEDGED' and exists (
                  select 1 from flag_event r where r.flag = f.id and r.id > d.id and r.event = 'RESOLVED')
                then 'UNTRIAGED'
                else d.triage end as told
              from flag f left join flag_event d on d.id = (
                select max(l.id) from flag_event l
                where l.flag = f.id and (l.event = 'RETURNED' or l.triage is not null))) decided
            where triage <> told
            order by id
            """;

    /** One sentence for each flag that is not what its log says. */
    public List<String> disagreements(Transaction tx) {
        List<String> all = new ArrayList<>();
        for (String query : List.of(BEGINNINGS, STATES, DECISIONS)) {
            all.addAll(tx.handle().createQuery(query).mapTo(String.class).list());
        }
        return all;
    }
}
