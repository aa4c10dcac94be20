package milepost.roadmap.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.db.Transaction;
import milepost.facts.Evidence;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.fact.FactKind;
import milepost.roadmap.fact.Facts;
import milepost.roadmap.store.Change;
import milepost.roadmap.store.RoadmapStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the change that gave a field the value it has. */
public final class Origins {
    /** What a value that is worked out follows from. */
    private static final Map<String, List<String>> BEHIND = Map.of(
            "open", List.of("status"),
            "slipDays", List.of("due", "forecast", "baseline"),
            "slips", List.of("due", "slips"));

    private static final int VERSIONS_READ = 1_000;

    private final Transaction tx;
    private final RoadmapStore store;
    private final String roadmap;
    private final @Nullable Instant until;
    private final Map<Facts.Id, List<RoadmapStore.Version>> read = new HashMap<>();

    public Origins(Transaction tx, RoadmapStore store, String roadmap, @Nullable Instant until) {
        this.tx = tx;
        this.store = store;
        this.roadmap = roadmap;
        this.until = until;
    }

    public List<@Nullable Change> of(List<Evidence> values) {
        List<@Nullable Change> origins = new ArrayList<>();
        values.forEach(value -> origins.add(origin(value)));
        return origins;
    }

    private @Nullable Change origin(Evidence value) {
        FactKind kind = FactKind.named(value.fact());
        if (kind == null || value.key() == null) {
            return null;
        }
        List<RoadmapStore.Version> versions = read.computeIfAbsent(new Facts.Id(kind, value.key()), this::versions);
        return versions.isEmpty() ? null : newest(versions, BEHIND.getOrDefault(value.field(), List.of(value.field())));
    }

    private List<RoadmapStore.Version> versions(Facts.Id id) {
        return store.versions(tx, roadmap, id.kind(), id.key(), null, VERSIONS_READ).stream()
                .filter(v -> until == null || !v.change().at().isAfter(until))
                .toList();
    }

    /** The newest change of any of the fields; the newest of all where the fact has no such field. */
    private static Change newest(List<RoadmapStore.Version> versions, List<String> fields) {
        JsonNode last = body(versions.get(0));
        if (fields.stream().noneMatch(last::has)) {
            return versions.get(0).change();
        }
        for (int i = 0; i + 1 < versions.size(); i++) {
            JsonNode after = body(versions.get(i));
            JsonNode before = body(versions.get(i + 1));
            if (fields.stream().anyMatch(field -> !Objects.equals(after.get(field), before.get(field)))) {
                return versions.get(i).change();
            }
        }
        return versions.get(versions.size() - 1).change();
    }

    private static JsonNode body(RoadmapStore.Version version) {
        return FactJson.mapper().readTree(version.body());
    }
}
