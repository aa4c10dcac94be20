package milepost.roadmap.history;

import java.time.temporal.ChronoUnit;
import milepost.facts.TargetDate;
import milepost.roadmap.store.Change;
import org.jspecify.annotations.Nullable;

/**
 * One move of the date that a milestone has promised, or of its baseline.
 *
 * @param change when, by whom and why
 * @param from the due date before, null when there was none
 * @param to the due date after, null when it was taken away
 * @param baselineFrom the baseline before, null when there was none
 * @param slipsBefore how often the due date had been moved to a later day before
 */
public record DueMove(
        String milestone,
        Change change,
        @Nullable TargetDate from,
        @Nullable TargetDate to,
        @Nullable TargetDate baselineFrom,
        @Nullable TargetDate baselineTo,
        int slipsBefore,
        int slips) {

    public DueMove with(Change told) {
        return new DueMove(milestone, told, from, to, baselineFrom, baselineTo, slipsBefore, slips);
    }

    /** Whether this was a move to a later day. */
    public boolean slip() {
        return slips > slipsBefore;
    }

    /** Whether a baseline was set in place of another. */
    public boolean rebaselined() {
        return baselineFrom != null && baselineTo != null && !baselineFrom.equals(baselineTo);
    }

    /** Days from the due date before to the one after, negative for an earlier day; null where one of them is missing. */
    public @Nullable Long days() {
        return from == null || to == null ? null : ChronoUnit.DAYS.between(from.last(), to.last());
    }
}
