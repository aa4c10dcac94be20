package milepost.web.officer.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import milepost.facts.Milestone;
import milepost.facts.Severity;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.flags.life.Flag;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * One milestone in the table.
 *
 * @param expected percent that should be done by now if work went evenly
 * @param done when it was completed, null when it was not
 * @param shift how far the forecast is from the due date, null when it is not later
 * @param waitsFor keys of its predecessors
 * @param flags active flags by severity, worst first
 * @param focus the value that the keyboard returns to
 * @param since what is different now, when the row is of an earlier time
 */
public record MilestoneRow(
        String key,
        String title,
        @Nullable String stream,
        Status status,
        @Nullable Integer progress,
        @Nullable Integer expected,
        @Nullable String due,
        @Nullable String done,
        boolean late,
        @Nullable String forecast,
        @Nullable String shift,
        @Nullable String owner,
        List<String> waitsFor,
        List<Count> flags,
        String updated,
        String dueSort,
        String forecastSort,
        String updatedSort,
        @Nullable String focus,
        Since since) {

    /** What a value has become since, in words; null when it is the same. */
    public @Nullable String now(CellField field) {
        return since.values().get(field);
    }

    /** How many active flags of one severity. */
    public record Count(Severity severity, long number) {}

    /** The same row of an earlier time, with what has changed since. */
    MilestoneRow since(Since changes) {
        return new MilestoneRow(
                key,
                title,
                stream,
                status,
                progress,
                expected,
                due,
                done,
                late,
                forecast,
                shift,
                owner,
                waitsFor,
                flags,
                updated,
                dueSort,
                forecastSort,
                updatedSort,
                focus,
                changes);
    }

    static MilestoneRow of(Milestone m, List<String> waitsFor, List<Flag> flags, Day day, @Nullable String focus) {
        long days = slip(m);
        return new MilestoneRow(
                m.key(),
                m.title(),
                m.stream(),
                m.status(),
                m.progress(),
                m.open() ? m.expectedProgress(day.today()) : null,
                m.due() == null ? null : Words.date(m.due()),
                m.completedOn() == null ? null : Words.date(m.completedOn()),
                m.open() && m.due() != null && m.due().last().isBefore(day.today()),
                m.forecast() == null ? null : Words.date(m.forecast()),
                days > 0 ? "+" + days + " d" : null,
                m.owner(),
                waitsFor,
                counts(flags),
                updated(m.recorded().at(), day.zone()),
                m.due() == null ? "" : m.due().last().toString(),
                m.forecast() == null ? "" : m.forecast().last().toString(),
                m.recorded().at().toString(),
                focus != null && focus.startsWith(m.key() + "/")
                        ? focus.substring(m.key().length() + 1)
                        : null,
                Since.NOTHING);
    }

    /** The day it is for the roadmap. */
    record Day(LocalDate today, ZoneId zone) {}

    /** Text that grows with how bad the flags are: how many of each severity, worst first. */
    String weight() {
        Map<Severity, Long> bySeverity = flags.stream().collect(Collectors.toMap(Count::severity, Count::number));
        return flags.isEmpty()
                ? ""
                : List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW).stream()
                        .map(s -> String.format(java.util.Locale.ROOT, "%06d", bySeverity.getOrDefault(s, 0L)))
                        .collect(Collectors.joining("."));
    }

    private static List<Count> counts(List<Flag> flags) {
        Map<Severity, Long> counted = flags.stream()
                .collect(Collectors.groupingBy(
                        Flag::severity, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.counting()));
        return counted.entrySet().stream()
                .map(e -> new Count(e.getKey(), e.getValue()))
                .toList();
    }

    /** Days from the due date to the forecast of an open milestone, 0 when either is unknown. */
    private static long slip(Milestone m) {
        TargetDate due = m.due();
        TargetDate forecast = m.forecast();
        return !m.open() || due == null || forecast == null ? 0 : ChronoUnit.DAYS.between(due.last(), forecast.last());
    }

    private static String updated(Instant at, ZoneId zone) {
        return Words.day(at.atZone(zone).toLocalDate());
    }
}
