package milepost.web.asof;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import milepost.foresight.ForecastEvent;
import milepost.web.layout.Marks;
import milepost.web.layout.Months;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * History and projection on one line: a stroke for each day on which something was recorded, a mark for each day on which a flag will
 * change.
 *
 * @param from the day at its left end
 * @param days from its left to its right end
 * @param value where the moment stands, in days from the left
 * @param today where today stands, in percent
 * @param label of today
 * @param changes where something was recorded, in percent
 * @param events the worst flag that changes on a day to come
 */
public record Track(
        LocalDate from,
        long days,
        long value,
        double today,
        String label,
        List<Double> changes,
        List<Mark> events,
        List<Months.Month> months,
        List<LocalDate> stops) {
    private static final int STEPS = 400;
    private static final double ROOM = 6;
    private static final double ROOM_ON_PHONES = 16;

    /** What changes on a day to come. */
    public record Mark(double x, String glyph) {}

    /**
     * The line of a page.
     *
     * @param recorded days on which something was recorded, in any order
     * @param events what will happen to flags
     * @param until the last day that is drawn, unless the moment lies further
     */
    public static Track of(Moment moment, Collection<LocalDate> recorded, List<ForecastEvent> events, LocalDate until) {
        TreeSet<LocalDate> changes = new TreeSet<>(recorded);
        LocalDate first = changes.isEmpty() ? moment.today().minusMonths(1) : changes.first();
        LocalDate from = moment.day().isBefore(first) ? moment.day() : first;
        LocalDate to = moment.day().isAfter(until) ? moment.day() : until;
        Scale scale = new Scale(from, Math.max(1, ChronoUnit.DAYS.between(from, to)));
        TreeMap<LocalDate, ForecastEvent> worst = new TreeMap<>();
        events.stream()
                .filter(e -> !e.date().isAfter(to))
                .forEach(e -> worst.merge(e.date(), e, (a, b) -> a.severity().compareTo(b.severity()) >= 0 ? a : b));
        TreeSet<LocalDate> stops = new TreeSet<>(changes);
        stops.add(moment.today());
        stops.addAll(worst.keySet());
        double today = scale.x(moment.today());
        return new Track(
                from,
                scale.days(),
                ChronoUnit.DAYS.between(from, moment.day()),
                today,
                Words.day(moment.today()).replaceFirst(" \\d{4}$", ""),
                changes.stream().map(scale::step).distinct().toList(),
                worst.values().stream()
                        .map(e -> new Mark(scale.x(e.date()), Marks.glyph(e.severity())))
                        .toList(),
                Months.between(from, to).stream()
                        .filter(month -> Math.abs(month.x() - today) > ROOM && month.x() > 1)
                        .toList(),
                List.copyOf(stops));
    }

    /** Whether a month is written on narrow screens too, where only those are that leave the day room. */
    public boolean everywhere(Months.Month month) {
        return month.strong() && Math.abs(month.x() - today) > ROOM_ON_PHONES;
    }

    /** The last day before the moment on which something changed. */
    @Nullable LocalDate previous(Moment moment) {
        return new TreeSet<>(stops).lower(moment.day());
    }

    /** The first day after the moment on which something changes, or today. */
    @Nullable LocalDate next(Moment moment) {
        return new TreeSet<>(stops).higher(moment.day());
    }

    /** Days along the line. */
    private record Scale(LocalDate from, long days) {
        double x(LocalDate day) {
            return Math.round(10_000.0 * ChronoUnit.DAYS.between(from, day) / days) / 100.0;
        }

        /** Strokes closer than the eye can tell apart become one. */
        double step(LocalDate day) {
            return Math.round(x(day) * STEPS / 100) * 100.0 / STEPS;
        }
    }
}
