package milepost.web.timeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Locale;

/**
 * Turns dates into percent of the chart's width.
 *
 * @param from the day at 0 %
 * @param to the day at 100 %
 */
record Scale(LocalDate from, LocalDate to) {
    /** Part of the width that stays free behind the last date, for its label. */
    private static final double ROOM = 0.06;

    /** From the beginning of the quarter of the first date to a little after the last one. */
    static Scale over(Collection<LocalDate> dates) {
        LocalDate first = dates.stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = dates.stream().max(LocalDate::compareTo).orElseThrow();
        LocalDate from = quarterStart(first);
        LocalDate end = last.isBefore(from.plusMonths(6)) ? from.plusMonths(6) : last;
        long days = ChronoUnit.DAYS.between(from, end);
        return new Scale(from, end.plusDays((long) Math.ceil(days * ROOM / (1 - ROOM))));
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** Percent of the width, cut to 0..100. */
    double at(LocalDate day) {
        double percent = 100.0 * ChronoUnit.DAYS.between(from, day) / days();
        return Math.max(0, Math.min(100, percent));
    }

    /** As SVG wants it, such as {@code 41.20%}. */
    static String percent(double x) {
        return String.format(Locale.ROOT, "%.2f%%", x);
    }

    static LocalDate quarterStart(LocalDate day) {
        return LocalDate.of(day.getYear(), 3 * day.get(IsoFields.QUARTER_OF_YEAR) - 2, 1);
    }
}
