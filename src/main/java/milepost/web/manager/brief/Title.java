package milepost.web.manager.brief;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.facts.Milestone;
import milepost.facts.Roadmap;
import milepost.facts.Severity;
import milepost.facts.TargetDate;
import milepost.roadmap.Health;
import milepost.roadmap.RoadmapSummary;
import milepost.web.asof.Moment;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the head and the foot of the brief.
 *
 * @param kind what the sheet is, with its day
 * @param next the next deadline with how far away it is, null when no open milestone has one
 * @param forecast of the milestone that is due next, null when it has none
 * @param shift how far that is behind the deadline, null when it is not
 * @param flags how many flags count, by severity in words, worst first; empty when there is none
 * @param rules number or hash of the rules that speak
 * @param data when the last change was recorded that the brief knows of
 */
public record Title(
        String key,
        String base,
        String title,
        String kind,
        Health health,
        @Nullable String accountable,
        @Nullable String directive,
        @Nullable String next,
        @Nullable String forecast,
        @Nullable String shift,
        @Nullable Integer progress,
        String flags,
        String rules,
        String data) {

    /**
     * The head of a sheet.
     *
     * @param kind what it is; null to say it by the moment
     */
    static Title of(RoadmapSummary summary, Moment moment, @Nullable String kind, String rules, String data) {
        Roadmap roadmap = summary.roadmap();
        Milestone next = summary.next();
        TargetDate due = next == null ? null : next.due();
        TargetDate forecast = next == null ? null : next.forecast();
        return new Title(
                roadmap.key(),
                Links.roadmap(roadmap.key()),
                roadmap.title(),
                kind == null ? kind("Manager brief", moment) : kind,
                summary.health(),
                roadmap.accountable(),
                roadmap.directive() == null ? null : roadmap.directive().title(),
                next == null || due == null ? null : next(next, due, moment.day()),
                forecast == null ? null : Words.date(forecast),
                due == null || forecast == null ? null : shift(due, forecast),
                summary.progress(),
                flags(summary.flags()),
                rules,
                data);
    }

    /** What a sheet is, with its day. */
    static String kind(String sheet, Moment moment) {
        String day = Words.day(moment.day());
        if (moment.present()) {
            return sheet + ", " + day;
        }
        return sheet + ", " + (moment.past() ? "record of " : "projection for ") + day;
    }

    private static String flags(Map<Severity, Integer> counts) {
        return Stream.of(Severity.values())
                .sorted(Comparator.reverseOrder())
                .filter(severity -> counts.getOrDefault(severity, 0) > 0)
                .map(severity ->
                        counts.get(severity) + " " + Words.severity(severity).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String next(Milestone next, TargetDate due, LocalDate day) {
        return Words.date(due) + ", " + Words.relative(due.last(), day) + " (" + next.key() + ")";
    }

    private static @Nullable String shift(TargetDate due, TargetDate forecast) {
        long days = ChronoUnit.DAYS.between(due.last(), forecast.last());
        return days > 0 ? "+" + days + " d" : null;
    }
}
