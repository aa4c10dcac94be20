package milepost.roadmap;

import java.time.LocalDate;
import java.util.Map;
import milepost.facts.Milestone;
import milepost.facts.Rating;
import milepost.facts.Roadmap;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * One line of the portfolio.
 *
 * @param flags active flags by severity, each severity present
 * @param next the open milestone due next, or overdue longest; null when none has a date
 * @param judged whether the rules have looked at it; without that no flag means nothing
 * @param rating the judgement of a manager that holds; null without one
 */
public record RoadmapSummary(
        Roadmap roadmap,
        int milestones,
        int done,
        @Nullable Integer progress,
        Map<Severity, Integer> flags,
        @Nullable Milestone next,
        boolean judged,
        @Nullable Rating rating) {

    /** How it stands. */
    public Health health() {
        return judged ? Health.of(flags, next != null) : Health.NOT_JUDGED;
    }

    /** The same for a moment in which the rules had not looked at it yet. */
    RoadmapSummary unjudged() {
        return new RoadmapSummary(roadmap, milestones, done, progress, flags, next, false, rating);
    }

    /**
     * The line of a roadmap.
     *
     * @param flags flags, or findings, by severity
     */
    public static RoadmapSummary of(Snapshot snapshot, Map<Severity, Integer> flags) {
        return of(snapshot, flags, LocalDate.MAX);
    }

    /** The line of a roadmap as it is seen on a day. */
    public static RoadmapSummary of(Snapshot snapshot, Map<Severity, Integer> flags, LocalDate day) {
        return Summaries.of(snapshot, flags, day);
    }
}
