package milepost.roadmap.history;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongFunction;
import milepost.flags.life.FlagEvent;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.store.HistoryEntry;
import milepost.roadmap.store.RoadmapStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says what each version of a fact changed, by comparing it with the one before. */
public final class Histories {
    private Histories() {}

    public static List<HistoryEntry> of(
            List<RoadmapStore.Version> versions, int limit, LongFunction<List<FlagEvent>> flags) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, versions.size()); i++) {
            RoadmapStore.Version version = versions.get(i);
            JsonNode after = FactJson.mapper().readTree(version.body());
            JsonNode before = i + 1 < versions.size()
                    ? FactJson.mapper().readTree(versions.get(i + 1).body())
                    : FactJson.mapper().createObjectNode();
            entries.add(new HistoryEntry(
                    version.change(),
                    version.number(),
                    changes(before, after),
                    flags.apply(version.change().id())));
        }
        return entries;
    }

    /** What is different between two bodies of one fact; null where it was not there. */
    static List<HistoryEntry.FieldChange> changes(@Nullable String before, @Nullable String after) {
        return changes(tree(before), tree(after));
    }

    private static JsonNode tree(@Nullable String body) {
        return FactJson.mapper().readTree(body == null ? "{}" : body);
    }

    private static List<HistoryEntry.FieldChange> changes(JsonNode before, JsonNode after) {
        TreeSet<String> fields = new TreeSet<>(before.propertyNames());
        fields.addAll(after.propertyNames());
        List<HistoryEntry.FieldChange> changes = new ArrayList<>();
        for (String field : fields) {
            String old = text(before.get(field));
            String now = text(after.get(field));
            if (!java.util.Objects.equals(old, now)) {
                changes.add(new HistoryEntry.FieldChange(field, old, now));
            }
        }
        return changes;
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        if (node == null || node.isNull() || (node.isArray() && node.isEmpty())) {
            return null;
        }
        return node.isValueNode() ? node.asString() : node.toString();
    }
}
