package milepost.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;

/**
 * A promised date with the precision it was promised in.
 *
 * @param last the last day that still keeps the promise: 2026 means 2026-12-31
 * @param precision how exactly the source states the date
 */
public record TargetDate(LocalDate last, Precision precision) {

    public TargetDate {
        LocalDate end = lastDay(last, precision);
        if (!end.equals(last)) {
            throw new IllegalArgumentException("last day of the " + precision + " must be " + end + ", not " + last);
        }
    }

    /** The period of the given precision that holds this day. */
    public static TargetDate of(LocalDate anyDay, Precision precision) {
        return new TargetDate(lastDay(anyDay, precision), precision);
    }

    /** This very day. */
    public static TargetDate day(LocalDate day) {
        return new TargetDate(day, Precision.DAY);
    }

    /** Reads {@code 2025-12-01}, {@code 2026-09}, {@code 2026-Q3} or {@code 2026}; IllegalArgumentException for anything else. */
    public static TargetDate parse(String text) {
        try {
            if (text.matches("[0-9]{4}")) {
                return of(LocalDate.of(Integer.parseInt(text), 1, 1), Precision.YEAR);
            }
            if (text.matches("[0-9]{4}-Q[1-4]")) {
                int month = (text.charAt(6) - '0') * 3;
                return of(LocalDate.of(Integer.parseInt(text.substring(0, 4)), month, 1), Precision.QUARTER);
            }
            return text.matches("[0-9]{4}-[0-9]{2}")
                    ? of(LocalDate.parse(text + "-01"), Precision.MONTH)
                    : day(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a date; write 2025-12-01, 2026-09, 2026-Q3 or 2026", e);
        }
    }

    /** The first day of the period. */
    public LocalDate first() {
        return switch (precision) {
            case DAY -> last;
            case MONTH -> last.withDayOfMonth(1);
            case QUARTER -> last.withDayOfMonth(1).minusMonths(2);
            case YEAR -> last.withDayOfYear(1);
        };
    }

    /** Whole days from the last day of this period to {@code day}; negative when the day comes first. */
    public long daysBefore(LocalDate day) {
        return ChronoUnit.DAYS.between(last, day);
    }

    /** Whole days from {@code day} to the last day of this period; negative when the period is over. */
    public long daysAfter(LocalDate day) {
        return ChronoUnit.DAYS.between(day, last);
    }

    /** ISO text: {@code 2025-12-01}, {@code 2026-09}, {@code 2026-Q3} or {@code 2026}. */
    @Override
    public String toString() {
        return switch (precision) {
            case DAY -> last.toString();
            case MONTH -> last.toString().substring(0, 7);
            case QUARTER -> last.getYear() + "-Q" + last.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> String.valueOf(last.getYear());
        };
    }

    private static LocalDate lastDay(LocalDate day, Precision precision) {
        return switch (precision) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(day.lengthOfMonth());
            case QUARTER -> {
                LocalDate month = LocalDate.of(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR) * 3, 1);
                yield month.withDayOfMonth(month.lengthOfMonth());
            }
            case YEAR -> LocalDate.of(day.getYear(), Month.DECEMBER, 31);
        };
    }
}
