package milepost.rules.engine.bound;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import milepost.rules.engine.value.Eval;
import org.jspecify.annotations.Nullable;

/** The facts of one evaluation by type, and how often the most frequent value of a property occurs. */
public final class FactCounts {
    private final Map<Class<?>, List<Object>> facts = new HashMap<>();
    private final Map<Meaning, Long> frequencies = new HashMap<>();
    private final int all;

    public FactCounts(List<Object> all) {
        this.all = all.size();
        int from = 0;
        for (int i = 1; i <= this.all; i++) {
            Class<?> type = all.get(from).getClass();
            if (i == this.all || all.get(i).getClass() != type) {
                facts.merge(type, all.subList(from, i), FactCounts::both);
                from = i;
            }
        }
    }

    /** Of facts that are sorted by type already. */
    public static FactCounts of(List<List<?>> kinds) {
        FactCounts counts = new FactCounts(kinds.stream().mapToInt(List::size).sum());
        for (List<?> kind : kinds) {
            if (!kind.isEmpty()) {
                counts.facts.put(kind.get(0).getClass(), List.copyOf(kind));
            }
        }
        return counts;
    }

    private FactCounts(int all) {
        this.all = all;
    }

    private static List<Object> both(List<Object> some, List<Object> others) {
        List<Object> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    public int all() {
        return all;
    }

    public List<Object> of(Class<?> type) {
        return facts.getOrDefault(type, List.of());
    }

    /** How many facts of this type have the most frequent value; {@code meaning} says what is read, for the next who asks. */
    long mostFrequent(Class<?> type, Meaning meaning, Eval value) {
        return frequencies.computeIfAbsent(meaning, k -> mostFrequent(of(type), value));
    }

    /** The same among these facts; all of them where the value cannot be read. */
    static long mostFrequent(List<Object> among, Eval value) {
        Map<@Nullable Object, Integer> counts = new HashMap<>();
        int most = 0;
        for (Object fact : among) {
            try {
                most = Math.max(most, counts.merge(value.on(fact, Eval.NOTHING), 1, Integer::sum));
            } catch (RuntimeException e) {
                return among.size();
            }
        }
        return most;
    }

    /** How long the longest of the lists is that these facts have. */
    static long longest(List<Object> of, Eval list) {
        long longest = 0;
        for (Object fact : of) {
            longest = list.on(fact, Eval.NOTHING) instanceof Collection<?> found
                    ? Math.max(longest, found.size())
                    : longest;
        }
        return longest;
    }
}
