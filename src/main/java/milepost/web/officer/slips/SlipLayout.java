package milepost.web.officer.slips;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import milepost.roadmap.history.DueMove;
import milepost.roadmap.history.Promise;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** Lays out what milestones promised when. */
final class SlipLayout {
    /** More lines than these cannot be told apart; those that moved most are drawn. */
    static final int MOST_LINES = 24;

    private static final int LABEL = 16;
    private static final int TICKS = 6;

    private final Snapshot snapshot;
    private final ZoneId zone;
    private final LocalDate today;

    SlipLayout(Snapshot snapshot, LocalDate today) {
        this.snapshot = snapshot;
        this.zone = snapshot.roadmap().zone();
        this.today = today;
    }

    /** The drawing; null when there is nothing to draw. */
    @Nullable SlipChart of(List<Promise> promises) {
        List<Promise> dated = promises.stream()
                .filter(p -> p.first() != null
                        && snapshot.findMilestone(p.milestone()).isPresent())
                .sorted(Comparator.comparing(Promise::slips)
                        .reversed()
                        .thenComparing(p -> p.moves().size() * -1))
                .toList();
        List<Promise> drawn = dated.stream().limit(MOST_LINES).toList();
        if (drawn.isEmpty()) {
            return null;
        }
        SlipScale scale = scale(drawn);
        List<SlipChart.Line> lines =
                labelled(drawn.stream().map(p -> line(p, scale)).toList());
        return new SlipChart(
                SlipScale.BOTTOM + 28,
                SlipScale.edge(true),
                SlipScale.edge(false),
                Words.day(scale.from()) + " to " + Words.day(scale.to()),
                across(scale),
                up(scale),
                scale.across(today),
                diagonal(scale),
                lines,
                dated.size() - drawn.size());
    }

    private SlipScale scale(List<Promise> drawn) {
        List<LocalDate> reports = new ArrayList<>(List.of(today));
        List<LocalDate> dues = new ArrayList<>();
        for (Promise promise : drawn) {
            promise.moves().forEach(move -> reports.add(day(move)));
            promise.moves().stream().map(DueMove::to).filter(Objects::nonNull).forEach(due -> dues.add(due.last()));
            TargetDate done = milestone(promise).completedOn();
            if (done != null) {
                dues.add(done.last());
            }
        }
        return SlipScale.over(reports, dues);
    }

    private SlipChart.Line line(Promise promise, SlipScale scale) {
        Milestone m = milestone(promise);
        SlipPath path = new SlipPath(scale);
        for (DueMove move : promise.moves()) {
            if (move.to() == null) {
                path.takenAway(day(move));
            } else if (!move.to().equals(move.from())) {
                path.promised(day(move), move.to().last());
            }
        }
        LocalDate done = m.completedOn() == null ? null : m.completedOn().last();
        SlipChart.Dot end = path.end(today, done);
        PromiseText text = PromiseText.of(promise, snapshot.roadmap().key(), zone);
        return new SlipChart.Line(
                m.key(),
                m.key(),
                m.key() + " " + m.title() + ": " + text.sentence().toLowerCase(Locale.ROOT),
                Links.milestone(snapshot.roadmap().key(), m.key()),
                promise.slips() > 0,
                path.segments(),
                path.moves(),
                end,
                done != null,
                end.y());
    }

    /** Labels one above the other where lines end close together. */
    private static List<SlipChart.Line> labelled(List<SlipChart.Line> lines) {
        List<SlipChart.Line> sorted = lines.stream()
                .sorted(Comparator.comparing((SlipChart.Line l) -> l.end().y()))
                .toList();
        List<SlipChart.Line> placed = new ArrayList<>();
        int free = 0;
        for (SlipChart.Line line : sorted) {
            int y = Math.max(free, line.end().y());
            free = y + LABEL;
            placed.add(new SlipChart.Line(
                    line.key(),
                    line.label(),
                    line.name(),
                    line.href(),
                    line.slipped(),
                    line.segments(),
                    line.moves(),
                    line.end(),
                    line.delivered(),
                    y));
        }
        return placed;
    }

    private SlipChart.@Nullable Segment diagonal(SlipScale scale) {
        LocalDate begin =
                Stream.of(scale.from(), scale.low()).max(LocalDate::compareTo).orElseThrow();
        LocalDate end =
                Stream.of(scale.to(), scale.high()).min(LocalDate::compareTo).orElseThrow();
        return begin.isBefore(end)
                ? new SlipChart.Segment(scale.across(begin), scale.up(begin), scale.across(end), scale.up(end))
                : null;
    }

    private static List<SlipChart.Mark> across(SlipScale scale) {
        List<SlipChart.Mark> marks = new ArrayList<>();
        for (LocalDate day : months(scale.from(), scale.to())) {
            marks.add(new SlipChart.Mark(scale.across(day), text(day), day.getMonthValue() == 1));
        }
        return marks;
    }

    private static List<SlipChart.Mark> up(SlipScale scale) {
        List<SlipChart.Mark> marks = new ArrayList<>();
        for (LocalDate day : months(scale.low(), scale.high())) {
            marks.add(new SlipChart.Mark(String.valueOf(scale.up(day)), text(day), day.getMonthValue() == 1));
        }
        return marks;
    }

    /** First days of months, so many apart that they can be read. */
    private static List<LocalDate> months(LocalDate from, LocalDate to) {
        long all = Math.max(1, java.time.temporal.ChronoUnit.MONTHS.between(from, to));
        int step = Stream.of(1, 3, 6, 12, 24, 60)
                .filter(s -> all / s <= TICKS)
                .findFirst()
                .orElse(120);
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = from.withDayOfYear(1);
        while (!day.isAfter(to)) {
            if (!day.isBefore(from)) {
                days.add(day);
            }
            day = day.plusMonths(step);
        }
        return days;
    }

    private static String text(LocalDate day) {
        return Words.date(TargetDate.of(day, milepost.facts.Precision.MONTH));
    }

    private Milestone milestone(Promise promise) {
        return snapshot.findMilestone(promise.milestone()).orElseThrow();
    }

    private LocalDate day(DueMove move) {
        return move.change().at().atZone(zone).toLocalDate();
    }
}
