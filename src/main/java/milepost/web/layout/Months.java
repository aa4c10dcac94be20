package milepost.web.layout;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The months between two days, as the ticks of a chart. */
public final class Months {
    private static final int MOST = 13;

    private Months() {}

    /**
     * The beginning of a month.
     *
     * @param x where it stands between the two days, in percent
     * @param strong whether a year begins with it
     */
    public record Month(double x, String text, boolean strong) {}

    /** Every month that begins after {@code from} and not after {@code until}; every third when there are many. */
    public static List<Month> between(LocalDate from, LocalDate until) {
        long days = Math.max(1, ChronoUnit.DAYS.between(from, until));
        boolean many = ChronoUnit.MONTHS.between(from, until) >= MOST;
        List<Month> months = new ArrayList<>();
        for (LocalDate day = from.withDayOfMonth(1).plusMonths(1); !day.isAfter(until); day = day.plusMonths(1)) {
            double x = Math.round(10_000.0 * ChronoUnit.DAYS.between(from, day) / days) / 100.0;
            boolean year = day.getMonthValue() == 1;
            String name = day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            if ((!many || day.getMonthValue() % 3 == 1) && x < 97) {
                months.add(new Month(x, year ? name + " " + day.getYear() : name, year));
            }
        }
        return months;
    }
}
