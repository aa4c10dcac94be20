package milepost.web.officer.slips;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;

/**
 * Turns dates into places of the slip chart.
 *
 * @param from the first day across
 * @param to the last day across
 * @param low the earliest due date
 * @param high the latest due date
 */
public record SlipScale(LocalDate from, LocalDate to, LocalDate low, LocalDate high) {
    /** Pixels from the top to the latest date. */
    public static final int TOP = 28;

    /** Pixels from the top to the earliest date. */
    public static final int BOTTOM = 388;

    /** Percent of the width before the first and behind the last day, for the words beside the axes. */
    private static final double LEFT = 9;

    private static final double RIGHT = 10;
    private static final int LEAST_DAYS = 30;

    static SlipScale over(Collection<LocalDate> reports, Collection<LocalDate> dues) {
        LocalDate from = reports.stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate to = reports.stream().max(LocalDate::compareTo).orElseThrow();
        LocalDate low = dues.stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate high = dues.stream().max(LocalDate::compareTo).orElseThrow();
        long room = Math.max(LEAST_DAYS, ChronoUnit.DAYS.between(low, high) / 12);
        return new SlipScale(
                from,
                to.isBefore(from.plusDays(LEAST_DAYS)) ? from.plusDays(LEAST_DAYS) : to,
                low.minusDays(room),
                high.plusDays(room));
    }

    /** Where the drawing begins and ends, in percent of the width. */
    static String edge(boolean left) {
        return (left ? LEFT : 100 - RIGHT) + "%";
    }

    String across(LocalDate day) {
        double part = (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
        return String.format(Locale.ROOT, "%.2f%%", LEFT + part * (100 - LEFT - RIGHT));
    }

    int up(LocalDate day) {
        double part = (double) ChronoUnit.DAYS.between(low, day) / ChronoUnit.DAYS.between(low, high);
        return (int) Math.round(BOTTOM - part * (BOTTOM - TOP));
    }
}
