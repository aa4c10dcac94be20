package milepost.roadmap.history;

import java.util.List;
import milepost.db.Transaction;
import milepost.roadmap.fact.FactKind;

/** Finds the versions of facts that stood at one of two moments and not at the other. */
public final class CompareStore {

    /** One version; {@code first} when it stood at the first of the two moments. */
    record Side(FactKind kind, String key, String body, boolean first) {}

    /** Versions that stood after one of two changes but not after the other, by kind and key. */
    public List<Side> between(Transaction tx, String roadmap, long from, long to) {
        return tx.handle()
                .createQuery("""
                        select kind, key, body, stood_first from (
                          select kind, key, body, id,
                            case when from_change <= :from and (to_change is null or to_change > :from) then 1 else 0 end
                              as stood_first,
                            case when from_change <= :to and (to_change is null or to_change > :to) then 1 else 0 end
                              as stood_second
                          from fact where roadmap = :roadmap) f
                        where stood_first <> stood_second
                        order by kind, key, id
                        """)
                .bind("roadmap", roadmap)
                .bind("from", from)
                .bind("to", to)
                .map((rows, context) -> new Side(
                        FactKind.valueOf(rows.getString("kind")),
                        rows.getString("key"),
                        rows.getString("body"),
                        rows.getInt("stood_first") == 1))
                .list();
    }
}
