package milepost.exchange.intake.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milepost.facts.Precision;
import milepost.facts.TargetDate;
import milepost.facts.ValueKind;
import org.jspecify.annotations.Nullable;

/** Dates as people write them. Two digits of a year below 80 are of this century; the day comes first unless a column shows otherwise. */
public final class Dates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[t ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?z?)?");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})(?:[t ]\\d{1,2}:\\d{2}(?::\\d{2})?)?");
    private static final Pattern WORDS = Pattern.compile(
            "(?:[a-z]{3,9},? )?(\\d{1,2})(?:st|nd|rd|th)?[-/., ]+([a-z]{3,9})[-/., ]+'?(\\d{4}|\\d{2})");
    private static final Pattern AMERICAN = Pattern.compile("([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Pattern MONTH = Pattern.compile("([a-z]{3,9})[-/., ]+'?(\\d{4}|\\d{2})");
    private static final Pattern MONTH_NUMBER = Pattern.compile("(\\d{1,2})[/.-](\\d{4})|(\\d{4})[/.-](\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("q([1-4])[-/ ]?(?:of )?(\\d{4})|(\\d{4})[-/ ]?q([1-4])");
    private static final Pattern YEAR = Pattern.compile("(?:end(?: of)? |by )?((?:19|20|21)\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("([2-9]\\d{4})(?:\\.0+)?");
    private static final Pattern APART = Pattern.compile("\\s*(?:\\bto\\b|\\bor\\b|\\buntil\\b|–|—|\\s-\\s)\\s*");

    private final boolean monthFirst;

    Dates(boolean monthFirst) {
        this.monthFirst = monthFirst;
    }

    /** Reads a column: month first only where some day cannot be a month and no month cannot be one. */
    public static Dates of(Iterable<String> cells) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (String cell : cells) {
            Matcher numbers = NUMBERS.matcher(Words.line(cell));
            if (numbers.matches()) {
                dayFirst |= Integer.parseInt(numbers.group(1)) > 12;
                monthFirst |= Integer.parseInt(numbers.group(2)) > 12;
            }
        }
        return new Dates(monthFirst && !dayFirst);
    }

    public Reading read(String cell) {
        String text = Words.line(cell);
        Optional<ValueKind> absence = Absence.find(text);
        if (absence.isPresent()) {
            return absence.get() == ValueKind.BLANK ? Reading.BLANK : Reading.none(absence.get(), text);
        }
        TargetDate date = find(text).orElse(null);
        if (date != null) {
            return Reading.date(text, date);
        }
        String[] ends = APART.split(text.toLowerCase(Locale.ROOT)
                .replaceFirst("^(between|from) ", "")
                .replace(" and ", " to "));
        if (ends.length == 2) {
            TargetDate from = find(ends[0]).orElse(null);
            TargetDate to = find(ends[1]).orElse(null);
            if (from != null && to != null && !to.last().isBefore(from.last())) {
                return Reading.dates(text, from, to);
            }
        }
        return text.chars().anyMatch(Character::isDigit)
                ? Reading.trouble(text, "\"" + Words.cut(text, 40) + "\" is not a date; write it as 2025-12-01.")
                : Reading.none(ValueKind.NOT_GIVEN, text);
    }

    /** A date as the words give it; empty when they give none, or one that is in no calendar. */
    Optional<TargetDate> find(String words) {
        String text = words.strip().toLowerCase(Locale.ROOT);
        try {
            return Optional.ofNullable(date(text));
        } catch (DateTimeException | IllegalArgumentException inNoCalendar) {
            return Optional.empty();
        }
    }

    private @Nullable TargetDate date(String text) {
        Matcher m;
        if ((m = ISO.matcher(text)).matches()) {
            return day(number(m, 1), number(m, 2), number(m, 3));
        }
        if ((m = NUMBERS.matcher(text)).matches()) {
            int first = number(m, 1);
            int second = number(m, 2);
            return monthFirst ? day(year(m.group(3)), first, second) : day(year(m.group(3)), second, first);
        }
        if ((m = WORDS.matcher(text)).matches() && month(m.group(2)) > 0) {
            return day(year(m.group(3)), month(m.group(2)), number(m, 1));
        }
        if ((m = AMERICAN.matcher(text)).matches() && month(m.group(1)) > 0) {
            return day(number(m, 3), month(m.group(1)), number(m, 2));
        }
        if ((m = SERIAL.matcher(text)).matches()) {
            return TargetDate.day(LocalDate.of(1899, 12, 30).plusDays(number(m, 1)));
        }
        return period(text);
    }

    private static @Nullable TargetDate period(String text) {
        Matcher m;
        if ((m = QUARTER.matcher(text)).matches()) {
            boolean first = m.group(1) != null;
            int quarter = number(m, first ? 1 : 4);
            return TargetDate.of(LocalDate.of(number(m, first ? 2 : 3), quarter * 3, 1), Precision.QUARTER);
        }
        if ((m = MONTH.matcher(text)).matches() && month(m.group(1)) > 0) {
            return TargetDate.of(LocalDate.of(year(m.group(2)), month(m.group(1)), 1), Precision.MONTH);
        }
        if ((m = MONTH_NUMBER.matcher(text)).matches()) {
            boolean first = m.group(1) != null;
            return TargetDate.of(LocalDate.of(number(m, first ? 2 : 3), number(m, first ? 1 : 4), 1), Precision.MONTH);
        }
        if ((m = YEAR.matcher(text)).matches()) {
            return TargetDate.of(LocalDate.of(number(m, 1), 1, 1), Precision.YEAR);
        }
        return null;
    }

    private static TargetDate day(int year, int month, int day) {
        return TargetDate.day(LocalDate.of(year, month, day));
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < 80 ? 2000 + year : 1900 + year;
    }

    private static int month(String word) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (word.startsWith(MONTHS.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }
}
