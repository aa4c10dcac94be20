package milepost.rules.engine.run;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.facts.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The order of facts in the snapshot, whatever order the engine meets them in. Findings come last, in the order of an outcome;
 * arrays of facts are ordered by their first facts that differ.
 */
public final class FactOrder implements Comparator<@Nullable Object> {
    /** By rule, then subject kind and key, as in an outcome. */
    public static final Comparator<Finding> FINDINGS =
            Comparator.comparing(Finding::rule).thenComparing(Finding::kind).thenComparing(Finding::subject);

    private final List<Object> facts;
    private @Nullable Map<Object, Integer> places;

    public FactOrder(List<Object> facts) {
        this.facts = facts;
    }

    @Override
    public int compare(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return 0;
        }
        if (a instanceof Object[] some && b instanceof Object[] others) {
            for (int i = 0; i < Math.min(some.length, others.length); i++) {
                int order = compare(some[i], others[i]);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
        if (a instanceof Finding one && b instanceof Finding other) {
            return FINDINGS.compare(one, other);
        }
        return Integer.compare(place(a), place(b));
    }

    private int place(@Nullable Object fact) {
        Map<Object, Integer> known = places;
        if (known == null) {
            known = new IdentityHashMap<>(2 * facts.size());
            for (Object each : facts) {
                known.put(each, known.size());
            }
            places = known;
        }
        return Objects.requireNonNullElse(known.get(fact), Integer.MAX_VALUE);
    }
}
