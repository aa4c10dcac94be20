package milepost.flags.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import milepost.facts.Severity;
import milepost.flags.decision.Triage;
import milepost.flags.life.FlagEvent;
import milepost.flags.life.FlagState;
import milepost.flags.life.FlagTally;
import org.jspecify.annotations.Nullable;

/** How many flags counted at earlier instants; pure, by the same rule as every other count. */
public final class Trend {
    private Trend() {}

    /**
     * A transition, as far as counting goes.
     *
     * @param triage what was decided, null when it was no decision
     */
    public record Step(
            long flag,
            Instant at,
            FlagEvent.Kind event,
            Severity severity,
            @Nullable Triage triage) {}

    private record Standing(FlagState state, Triage triage, Severity severity) {
        Standing after(Step step) {
            Triage next = step.triage() == null ? triage : step.triage();
            return switch (step.event()) {
                case PENDING, SHADOWED -> new Standing(FlagState.PENDING, next, step.severity());
                case RESOLVED, SHADOW_CLEARED ->
                    new Standing(
                            FlagState.RESOLVED, next == Triage.ACKNOWLEDGED ? Triage.UNTRIAGED : next, step.severity());
                case RETURNED -> new Standing(FlagState.ACTIVE, Triage.UNTRIAGED, step.severity());
                case RAISED, REOPENED -> new Standing(FlagState.ACTIVE, next, step.severity());
                case REWORDED, ESCALATED, EASED, TRIAGED, ASSIGNED, RATED, COMMENTED, UNDONE, LOOKED_AT, RENAMED ->
                    new Standing(state, next, step.severity());
            };
        }
    }

    /**
     * Flags that counted at each instant, by severity; a severity that had none is absent.
     *
     * @param steps in the order in which they happened
     * @param instants ascending
     */
    public static List<Map<Severity, Integer>> at(List<Step> steps, List<Instant> instants) {
        Map<Long, Standing> flags = new HashMap<>();
        List<Map<Severity, Integer>> counts = new ArrayList<>();
        int next = 0;
        for (Instant instant : instants) {
            for (; next < steps.size() && !steps.get(next).at().isAfter(instant); next++) {
                Step step = steps.get(next);
                Standing unknown = new Standing(FlagState.PENDING, Triage.UNTRIAGED, step.severity());
                flags.put(step.flag(), flags.getOrDefault(step.flag(), unknown).after(step));
            }
            counts.add(counts(flags));
        }
        return counts;
    }

    private static Map<Severity, Integer> counts(Map<Long, Standing> flags) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        flags.values().stream()
                .filter(s -> FlagTally.counts(s.state(), s.triage()))
                .forEach(s -> counts.merge(s.severity(), 1, Integer::sum));
        return counts;
    }
}
