package milepost.roadmap;

import java.util.ArrayList;
import java.util.List;
import milepost.db.Transaction;

/** Looks for rows of the history that cannot be: versions that are missing, overlap, or came before their time. */
final class ChainStore {

    /** One sentence for each row that is wrong. */
    List<String> problems(Transaction tx) {
        List<String> problems = new ArrayList<>();
        add(tx, problems, """
                select roadmap || ': the versions of ' || kind || ' ' || key || ' do not run from 1 without a gap'
                from fact group by roadmap, kind, key
                having min(version) <> 1 or max(version) <> count(*)
                """);
        add(tx, problems, """
                select f.roadmap || ': version ' || f.version || ' of ' || f.kind || ' ' || f.key
                  || ' did not end before the next began'
                from fact f join fact g
                  on g.roadmap = f.roadmap and g.kind = f.kind and g.key = f.key and g.version = f.version + 1
                where f.to_change is null or f.to_change > g.from_change
                """);
        add(tx, problems, """
                select roadmap || ': version ' || version || ' of ' || kind || ' ' || key || ' ended before it began'
                from fact where to_change < from_change
                """);
        add(tx, problems, """
                select f.roadmap || ': version ' || f.version || ' of ' || f.kind || ' ' || f.key
                  || ' came with a change of ' || c.roadmap
                from fact f join change c on c.id = f.from_change where c.roadmap <> f.roadmap
                """);
        add(tx, problems, """
                select roadmap || ': change ' || id || ' is recorded before the one it follows'
                from (select id, roadmap, at, lag(at) over (partition by roadmap order by id) as earlier from change) c
                where at < earlier
                """);
        return problems;
    }

    private static void add(Transaction tx, List<String> problems, String query) {
        problems.addAll(tx.handle().createQuery(query).mapTo(String.class).list());
    }
}
