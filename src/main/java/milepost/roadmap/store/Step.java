package milepost.roadmap.store;

import java.time.Instant;
import java.util.List;
import milepost.facts.Source;
import milepost.roadmap.fact.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * One change of a recorded history, whole: who, when and why, and every fact as it stood afterwards.
 *
 * @param kind EDIT or IMPORT
 * @param undoes the number of the step that it takes back, counted from 1; null for none
 * @param written kinds, versions and contents of the facts that came
 * @param removed kinds and keys of the facts that went for good
 */
public record Step(
        Instant at,
        String actor,
        String kind,
        @Nullable String reason,
        @Nullable Source source,
        @Nullable String approver,
        @Nullable Integer undoes,
        List<Written> written,
        List<Removed> removed) {
    public Step {
        written = List.copyOf(written);
        removed = List.copyOf(removed);
    }

    /**
     * A fact as a step left it.
     *
     * @param fact the record, such as Milestone
     */
    public record Written(long version, Object fact) {}

    /** A fact that a step removed. */
    public record Removed(String kind, String key) {}

    /** What a kind of fact is called in a history, such as MILESTONE. */
    public static String kindOf(Object fact) {
        return FactKind.of(fact.getClass()).name();
    }

    /** The record of a kind; null when there is no such kind. */
    public static @Nullable Class<?> typeOf(String kind) {
        for (FactKind known : FactKind.values()) {
            if (known.name().equals(kind)) {
                return known.type();
            }
        }
        return null;
    }
}
