package milepost.flags;

import java.util.List;
import milepost.db.Transaction;

/** Compares flags with the log of their transitions. */
final class FlagLogStore {

    /** One sentence for each flag whose state is not what its log ends with. */
    List<String> disagreements(Transaction tx) {
        return tx.handle().createQuery("""
                        select f.roadmap || ': flag ' || f.id || ' is ' || f.state || ', but its log ends with ' || e.event
                        from flag f join flag_event e on e.id = (
                          select max(l.id) from flag_event l
                          where l.flag = f.id and l.event in ('RAISED', 'REOPENED', 'RETURNED', 'RESOLVED'))
                        where (f.state = 'RESOLVED') <> (e.event = 'RESOLVED') and f.state <> 'PENDING' and f.shadow = 0
                        order by f.id
                        """).mapTo(String.class).list();
    }
}
