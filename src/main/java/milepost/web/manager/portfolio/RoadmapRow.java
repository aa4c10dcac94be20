package milepost.web.manager.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import milepost.facts.Milestone;
import milepost.facts.Rating;
import milepost.facts.Severity;
import milepost.facts.TargetDate;
import milepost.roadmap.Health;
import milepost.roadmap.RoadmapSummary;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * One roadmap in the table.
 *
 * @param flags how the query of a list of flags in the same moment begins
 * @param counts active flags by severity, worst first
 * @param next the next deadline in words, null when no open milestone has one
 * @param spark how its flags became more or fewer, of the present only
 * @param nextOf which milestone, and how far away
 */
public record RoadmapRow(
        String key,
        String title,
        String href,
        String flags,
        @Nullable String directive,
        @Nullable String accountable,
        Health health,
        @Nullable Rating rating,
        @Nullable String next,
        @Nullable String nextOf,
        List<Count> counts,
        int active,
        @Nullable Integer progress,
        int done,
        int milestones,
        @Nullable Spark spark) {

    /** How many flags of one severity. */
    public record Count(Severity severity, int number) {}

    static RoadmapRow of(RoadmapSummary summary, LocalDate today, String at) {
        Milestone next = summary.next();
        TargetDate due = next == null ? null : next.due();
        List<Count> counts = counts(summary.flags());
        return new RoadmapRow(
                summary.roadmap().key(),
                summary.roadmap().title(),
                Links.roadmap(summary.roadmap().key()) + at,
                at.startsWith("?") ? at + "&" : "?",
                summary.roadmap().directive() == null
                        ? null
                        : summary.roadmap().directive().title(),
                summary.roadmap().accountable(),
                summary.health(),
                summary.rating(),
                due == null ? null : Words.date(due),
                next == null || due == null ? null : next.key() + ", " + Words.relative(due.last(), today),
                counts,
                counts.stream().mapToInt(Count::number).sum(),
                summary.progress(),
                summary.done(),
                summary.milestones(),
                null);
    }

    RoadmapRow with(Spark line) {
        return new RoadmapRow(
                key,
                title,
                href,
                flags,
                directive,
                accountable,
                health,
                rating,
                next,
                nextOf,
                counts,
                active,
                progress,
                done,
                milestones,
                line);
    }

    private static List<Count> counts(Map<Severity, Integer> flags) {
        return List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW).stream()
                .map(s -> new Count(s, flags.getOrDefault(s, 0)))
                .toList();
    }
}
