package milepost.web.officer.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import milepost.facts.Milestone;
import milepost.facts.Rating;
import milepost.facts.Roadmap;
import milepost.facts.Severity;
import milepost.facts.Source;
import milepost.facts.TargetDate;
import milepost.flags.life.Flag;
import milepost.roadmap.Health;
import milepost.roadmap.RoadmapSummary;
import milepost.roadmap.Standing;
import milepost.web.asof.Moment;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import milepost.web.officer.form.Countries;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the head of a roadmap.
 *
 * @param rating the judgement of a manager that holds, null without one
 * @param reasons the flags that the health follows from, the first of them
 * @param reasonCount how many there are in all
 * @param home the jurisdiction with its code
 * @param next the next deadline with how far away it is, null when no open milestone has one
 * @param dayLabel what the day looked at is called: today, or as of
 * @param at to be put behind addresses so that they stay in the moment, empty for the present
 * @param counts active flags by severity, worst first, without those that have none
 */
public record Head(
        String key,
        String title,
        @Nullable String description,
        Health health,
        @Nullable Rating rating,
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
        String dayLabel,
        String day,
        String at) {
    private static final int REASONS_SHOWN = 3;

    /** How many active flags of one severity, and where they are listed. */
    public record Count(Severity severity, int number, String href) {}

    /** One flag behind the health. */
    public record Reason(Severity severity, String subject, String message, String href) {}

    static Head of(Scene scene) {
        RoadmapSummary summary = scene.summary();
        Roadmap roadmap = summary.roadmap();
        List<Flag> behind = Standing.reasons(scene.flags());
        return new Head(
                roadmap.key(),
                roadmap.title(),
                roadmap.description(),
                summary.health(),
                scene.summary().rating(),
                behind.stream()
                        .limit(REASONS_SHOWN)
                        .map(flag -> reason(flag, scene.moment()))
                        .toList(),
                behind.size(),
                roadmap.accountable(),
                Countries.find(roadmap.home()).orElse(roadmap.home()) + " (" + roadmap.home() + ")",
                roadmap.directive(),
                roadmap.published() == null ? null : Words.day(roadmap.published()),
                next(summary.next(), scene.day()),
                summary.progress(),
                counts(summary, scene.moment()),
                summary.milestones(),
                summary.done(),
                roadmap.zone().getId(),
                scene.moment().present() ? "Today" : "As of",
                Words.day(scene.day()),
                scene.moment().suffix());
    }

    /** The page of a flag in that moment; of one that does not exist yet the page of what it is about. */
    static String href(Flag flag, Moment moment) {
        if (flag.id() == 0) {
            return Links.subject(flag) + moment.suffix();
        }
        return Links.flag(flag.id()) + (moment.past() ? moment.suffix() : "");
    }

    private static Reason reason(Flag flag, Moment moment) {
        return new Reason(flag.severity(), flag.subject(), flag.message(), href(flag, moment));
    }

    private static @Nullable String next(@Nullable Milestone next, LocalDate today) {
        TargetDate due = next == null ? null : next.due();
        return next == null || due == null
                ? null
                : Words.date(due) + ", " + Words.relative(due.last(), today) + " (" + next.key() + ")";
    }

    private static List<Count> counts(RoadmapSummary summary, Moment moment) {
        String at = moment.past() ? moment.query() + "&" : "";
        String flags = "/flags?" + at + "roadmap=" + summary.roadmap().key() + "&severity=";
        return Stream.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)
                .map(s -> new Count(s, summary.flags().getOrDefault(s, 0), flags + s.name()))
                .filter(count -> count.number() > 0)
                .toList();
    }
}
