package milepost.web.officer.roadmap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import milepost.facts.Milestone;
import milepost.facts.Roadmap;
import milepost.facts.Severity;
import milepost.facts.Source;
import milepost.facts.TargetDate;
import milepost.flags.Flag;
import milepost.roadmap.Health;
import milepost.roadmap.RoadmapSummary;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import milepost.web.officer.form.Countries;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the head of a roadmap.
 *
 * @param reasons the flags that the health follows from, the first of them
 * @param reasonCount how many there are in all
 * @param home the jurisdiction with its code
 * @param next the next deadline with how far away it is, null when no open milestone has one
 * @param counts active flags by severity, worst first, without those that have none
 */
public record Head(
        String key,
        String title,
        @Nullable String description,
        Health health,
        List<Reason> reasons,
        int reasonCount,
        @Nullable String accountable,
        String home,
        @Nullable Source directive,
        @Nullable String published,
        @Nullable String next,
        @Nullable Integer progress,
        List<Count> counts,
        int milestones,
        int done,
        String zone,
        String today) {
    private static final int REASONS_SHOWN = 3;

    /** How many active flags of one severity, and where they are listed. */
    public record Count(Severity severity, int number, String href) {}

    /** One flag behind the health. */
    public record Reason(Severity severity, String subject, String message, String href) {}

    static Head of(RoadmapSummary summary, List<Flag> flags, LocalDate today) {
        Roadmap roadmap = summary.roadmap();
        List<Flag> behind = behind(flags);
        return new Head(
                roadmap.key(),
                roadmap.title(),
                roadmap.description(),
                Health.of(summary.flags(), summary.next() != null),
                behind.stream().limit(REASONS_SHOWN).map(Head::reason).toList(),
                behind.size(),
                roadmap.accountable(),
                Countries.find(roadmap.home()).orElse(roadmap.home()) + " (" + roadmap.home() + ")",
                roadmap.directive(),
                roadmap.published() == null ? null : Words.day(roadmap.published()),
                next(summary.next(), today),
                summary.progress(),
                counts(summary),
                summary.milestones(),
                summary.done(),
                roadmap.zone().getId(),
                Words.day(today));
    }

    /** Health is set by the worst severity alone, when that is critical or high. */
    private static List<Flag> behind(List<Flag> flags) {
        Severity worst = flags.stream()
                .map(Flag::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.LOW);
        return worst.compareTo(Severity.HIGH) < 0
                ? List.of()
                : flags.stream().filter(f -> f.severity() == worst).toList();
    }

    private static Reason reason(Flag flag) {
        return new Reason(flag.severity(), flag.subject(), flag.message(), Links.flag(flag.id()));
    }

    private static @Nullable String next(@Nullable Milestone next, LocalDate today) {
        TargetDate due = next == null ? null : next.due();
        return next == null || due == null
                ? null
                : Words.date(due) + ", " + Words.relative(due.last(), today) + " (" + next.key() + ")";
    }

    private static List<Count> counts(RoadmapSummary summary) {
        String flags = "/flags?roadmap=" + summary.roadmap().key() + "&severity=";
        return Stream.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)
                .map(s -> new Count(s, summary.flags().getOrDefault(s, 0), flags + s.name()))
                .filter(count -> count.number() > 0)
                .toList();
    }
}
