package milepost.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dated result that a roadmap promises.
 *
 * @param key unique in the roadmap, such as {@code REE-1}
 * @param stream the group it belongs to on the roadmap, such as Logistics
 * @param stage name of its place in the roadmap's chain
 * @param progress percent done, 0 to 100, null when nobody has said
 * @param due the date now binding
 * @param baseline the first promise; kept for ever
 * @param forecast when the officer expects it
 * @param completedOn when it was done
 * @param requires keys of the indicators that must have a value for this milestone to be possible
 * @param evidence what proves that it is done
 * @param slips how often the due date has been moved to a later day
 */
public record Milestone(
        String key,
        String title,
        @Nullable String description,
        @Nullable String stream,
        @Nullable String stage,
        Status status,
        @Nullable Integer progress,
        @Nullable TargetDate start,
        @Nullable TargetDate due,
        @Nullable TargetDate baseline,
        @Nullable TargetDate forecast,
        @Nullable TargetDate completedOn,
        @Nullable String owner,
        List<String> requires,
        List<Source> evidence,
        @Nullable Source source,
        int slips,
        Recorded recorded) {

    public Milestone {
        requires = List.copyOf(requires);
        evidence = List.copyOf(evidence);
    }

    /** Neither done nor cancelled. */
    public boolean open() {
        return status != Status.DONE && status != Status.CANCELLED;
    }

    /** Days from the baseline to the forecast, or to the due date without one; null when either side is unknown. */
    public @Nullable Long slipDays() {
        TargetDate now = forecast != null ? forecast : due;
        return now == null || baseline == null ? null : ChronoUnit.DAYS.between(baseline.last(), now.last());
    }

    /**
     * Percent that should be done by {@code day} if work went evenly from the first day of the start to the last day of the
     * due date: 100 x days passed / days planned, cut to 0..100; null without start or due.
     */
    public @Nullable Integer expectedProgress(LocalDate day) {
        if (start == null || due == null) {
            return null;
        }
        long planned = ChronoUnit.DAYS.between(start.first(), due.last());
        long passed = ChronoUnit.DAYS.between(start.first(), day);
        if (planned <= 0) {
            return passed >= 0 ? 100 : 0;
        }
        return (int) Math.max(0, Math.min(100, 100 * passed / planned));
    }
}
