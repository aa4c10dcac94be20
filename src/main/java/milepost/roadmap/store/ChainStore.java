package milepost.roadmap.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milepost.db.Transaction;
import milepost.roadmap.fact.FactKind;
import org.jdbi.v3.core.result.RowView;

/** Looks for rows of the history that cannot be: versions that are missing, overlap, or came before their time. */
public final class ChainStore {

    /** One sentence for each row that is wrong. */
    public List<String> problems(Transaction tx) {
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

    /** One sentence for each change that the audit trail does not know, or that stored something else than it says. */
    public List<String> untold(Transaction tx) {
        Map<String, String> told = tx.handle()
                .createQuery("select ref, digest from trail where kind in ('CHANGE', 'IMPORT')")
                .reduceRows(new HashMap<>(), (map, row) -> {
                    map.put(row.getColumn("ref", String.class), row.getColumn("digest", String.class));
                    return map;
                });
        long first = told.keySet().stream().mapToLong(Long::parseLong).min().orElse(Long.MAX_VALUE);
        Map<Long, List<String>> stored = new TreeMap<>();
        tx.handle()
                .createQuery(
                        "select from_change, kind, key, version, body from fact where from_change >= :first order by id")
                .bind("first", first)
                .reduceRows(stored, ChainStore::stored);
        List<String> problems = new ArrayList<>();
        stored.forEach((change, facts) -> {
            String digest = told.get(String.valueOf(change));
            if (digest == null) {
                problems.add("change " + change + " is not in the audit trail");
            } else if (!digest.equals(Deeds.digest(facts))) {
                problems.add("change " + change + " stored something else than what is there now");
            }
        });
        return problems;
    }

    private static Map<Long, List<String>> stored(Map<Long, List<String>> stored, RowView row) {
        stored.computeIfAbsent(row.getColumn("from_change", Long.class), change -> new ArrayList<>())
                .add(Deeds.stored(
                        FactKind.valueOf(row.getColumn("kind", String.class)),
                        row.getColumn("key", String.class),
                        row.getColumn("version", Long.class),
                        row.getColumn("body", String.class)));
        return stored;
    }

    private static void add(Transaction tx, List<String> problems, String query) {
        problems.addAll(tx.handle().createQuery(query).mapTo(String.class).list());
    }
}
