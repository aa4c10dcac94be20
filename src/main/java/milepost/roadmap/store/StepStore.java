package milepost.roadmap.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import milepost.db.Transaction;
import milepost.facts.Recorded;
import milepost.facts.Source;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.fact.FactKind;
import org.jspecify.annotations.Nullable;

/** Reads the whole history of a roadmap, change by change. */
public final class StepStore {

    private record Head(
            long id,
            Instant at,
            String actor,
            String kind,
            @Nullable String reason,
            @Nullable String source,
            @Nullable String approver,
            @Nullable Long undoes) {}

    /** Every change, or those recorded by an instant, oldest first. */
    public List<Step> all(Transaction tx, String roadmap, @Nullable Instant until) {
        Map<Long, Integer> numbers = new HashMap<>();
        Map<Long, List<Step.Written>> written = written(tx, roadmap);
        Map<Long, List<Step.Removed>> removed = removed(tx, roadmap);
        List<Step> steps = new ArrayList<>();
        for (Head head : heads(tx, roadmap)) {
            if (until != null && head.at().isAfter(until)) {
                break;
            }
            steps.add(new Step(
                    head.at(),
                    head.actor(),
                    head.kind(),
                    head.reason(),
                    head.source() == null ? null : FactJson.mapper().readValue(head.source(), Source.class),
                    head.approver(),
                    head.undoes() == null ? null : numbers.get(head.undoes()),
                    written.getOrDefault(head.id(), List.of()),
                    removed.getOrDefault(head.id(), List.of())));
            numbers.put(head.id(), steps.size());
        }
        return steps;
    }

    private static List<Head> heads(Transaction tx, String roadmap) {
        return tx.handle()
                .createQuery("""
                        select id, at, actor, kind, reason, source, approver, undoes
                        from change where roadmap = :roadmap order by id
                        """)
                .bind("roadmap", roadmap)
                .map(row -> new Head(
                        row.getColumn("id", Long.class),
                        Instant.parse(row.getColumn("at", String.class)),
                        row.getColumn("actor", String.class),
                        row.getColumn("kind", String.class),
                        row.getColumn("reason", String.class),
                        row.getColumn("source", String.class),
                        row.getColumn("approver", String.class),
                        row.getColumn("undoes", Long.class)))
                .list();
    }

    private static Map<Long, List<Step.Written>> written(Transaction tx, String roadmap) {
        Map<Long, List<Step.Written>> written = new LinkedHashMap<>();
        tx.handle()
                .createQuery("select kind, version, body, from_change from fact where roadmap = :roadmap order by id")
                .bind("roadmap", roadmap)
                .map(row -> {
                    long version = row.getColumn("version", Long.class);
                    Object fact = FactJson.read(
                            row.getColumn("body", String.class),
                            new Recorded(version, Instant.EPOCH, ""),
                            FactKind.valueOf(row.getColumn("kind", String.class))
                                    .type());
                    written.computeIfAbsent(row.getColumn("from_change", Long.class), id -> new ArrayList<>())
                            .add(new Step.Written(version, fact));
                    return version;
                })
                .forEach(version -> {});
        return written;
    }

    private static Map<Long, List<Step.Removed>> removed(Transaction tx, String roadmap) {
        Map<Long, List<Step.Removed>> removed = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select f.kind, f.key, f.to_change
                        from fact f
                        where f.roadmap = :roadmap and f.to_change is not null and not exists (
                          select n.id from fact n
                          where n.roadmap = f.roadmap and n.kind = f.kind and n.key = f.key and n.version = f.version + 1
                            and n.from_change = f.to_change)
                        order by f.id
                        """)
                .bind("roadmap", roadmap)
                .map(row -> {
                    removed.computeIfAbsent(row.getColumn("to_change", Long.class), id -> new ArrayList<>())
                            .add(new Step.Removed(
                                    row.getColumn("kind", String.class), row.getColumn("key", String.class)));
                    return 1;
                })
                .forEach(one -> {});
        return removed;
    }
}
