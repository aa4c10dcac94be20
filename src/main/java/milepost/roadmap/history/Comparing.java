package milepost.roadmap.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.fact.FactKind;
import milepost.roadmap.fact.Facts;
import milepost.roadmap.store.LogEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says what is different between two moments. */
public final class Comparing {
    private Comparing() {}

    /** One fact at both moments. */
    private static final class Pair {
        private @Nullable String before;
        private @Nullable String after;
    }

    public static List<Comparison.Difference> facts(List<CompareStore.Side> sides) {
        Map<Facts.Id, Pair> pairs = new LinkedHashMap<>();
        for (CompareStore.Side side : sides) {
            Pair pair = pairs.computeIfAbsent(new Facts.Id(side.kind(), side.key()), id -> new Pair());
            if (side.first()) {
                pair.before = side.body();
            } else {
                pair.after = side.body();
            }
        }
        List<Comparison.Difference> differences = new ArrayList<>();
        pairs.forEach((id, pair) -> {
            Comparison.Difference difference = difference(id, pair);
            if (!difference.fields().isEmpty() && id.kind() != FactKind.BASELINE) {
                differences.add(difference);
            }
        });
        differences.sort(Comparator.comparing(d -> FactKind.of(d.type())));
        return differences;
    }

    private static Comparison.Difference difference(Facts.Id id, Pair pair) {
        LogEntry.How how = pair.before == null
                ? LogEntry.How.ADDED
                : pair.after == null ? LogEntry.How.REMOVED : LogEntry.How.CHANGED;
        String body = pair.after == null ? pair.before : pair.after;
        return new Comparison.Difference(
                id.kind().type(), id.key(), title(id, body), how, Histories.changes(pair.before, pair.after));
    }

    private static String title(Facts.Id id, @Nullable String body) {
        JsonNode fact = FactJson.mapper().readTree(body == null ? "{}" : body);
        String title = fact.path("title").asString("");
        return title.isEmpty() ? fact.path("name").asString(id.key()) : title;
    }

    /** Of all flags only those that were active count. */
    public static List<Comparison.FlagDifference> flags(List<Flag> before, List<Flag> after) {
        Map<Long, Flag> then = byId(before);
        Map<Long, Flag> now = byId(after);
        Set<Long> all = new LinkedHashSet<>(now.keySet());
        all.addAll(then.keySet());
        List<Comparison.FlagDifference> differences = new ArrayList<>();
        for (Long id : all) {
            Flag first = then.get(id);
            Flag second = now.get(id);
            if (first == null || second == null || first.severity() != second.severity()) {
                differences.add(difference(first, second));
            }
        }
        return differences;
    }

    private static Comparison.FlagDifference difference(@Nullable Flag first, @Nullable Flag second) {
        Flag flag = java.util.Objects.requireNonNull(second == null ? first : second);
        return new Comparison.FlagDifference(
                flag.id(),
                flag.rule(),
                flag.kind(),
                flag.subject(),
                first == null ? null : first.severity(),
                second == null ? null : second.severity(),
                flag.message());
    }

    private static Map<Long, Flag> byId(List<Flag> flags) {
        Map<Long, Flag> map = new LinkedHashMap<>();
        flags.stream().filter(flag -> flag.state() == FlagState.ACTIVE).forEach(flag -> map.put(flag.id(), flag));
        return map;
    }
}
