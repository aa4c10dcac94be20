package milepost.web.officer.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milepost.facts.Precision;
import milepost.facts.TargetDate;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * A date as people type it into one box: {@code 12 Dec 2025}, {@code Dec 2025}, {@code Q1 2026}, {@code 2026}, or the ISO
 * forms {@code 2025-12-12}, {@code 2025-12}, {@code 2026-Q1}.
 */
public sealed interface PeriodText {

    /** It can be read in one way. */
    record Read(TargetDate date) implements PeriodText {}

    /** It cannot; the reason completes the sentence {@code Due ...}. */
    record Refused(String reason) implements PeriodText {}

    /** What a date may look like, for messages and hints. */
    String EXAMPLES = "12 Dec 2025, Dec 2025, Q1 2026 or 2026";

    /** First and last year that are no slip of the finger. */
    int FIRST_YEAR = 1900;

    int LAST_YEAR = 2200;

    List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    Pattern YEAR = Pattern.compile("(\\d{4})");
    Pattern QUARTER = Pattern.compile("q([1-4])[ /-]*(\\d{4})|(\\d{4})[ /-]*q([1-4])");
    Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?");
    Pattern NAMED = Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th)?[ .-]+)?([a-z]{3,9})[ .,-]+(\\d{4})");
    Pattern NAMED_FIRST = Pattern.compile("([a-z]{3,9})[ .]+(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})");
    Pattern NUMBERS = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");

    /** Reads what was typed; white space around and between does not count, nor does the case of letters. */
    static PeriodText of(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        try {
            return read(text);
        } catch (DateTimeException noSuchDay) {
            return new Refused("must be a real date, such as " + EXAMPLES);
        }
    }

    /** How exactly the date is known and from when it counts as late: {@code Quarter, late after 31 Mar 2026}. */
    static String echo(TargetDate date) {
        return Words.sentence(date.precision().name()) + ", late after " + Words.day(date.last());
    }

    private static PeriodText read(String text) {
        Matcher m = YEAR.matcher(text);
        if (m.matches()) {
            return period(m.group(1), 1, Precision.YEAR);
        }
        m = QUARTER.matcher(text);
        if (m.matches()) {
            boolean yearLast = m.group(1) != null;
            int quarter = Integer.parseInt(yearLast ? m.group(1) : m.group(4));
            return period(yearLast ? m.group(2) : m.group(3), quarter * 3, Precision.QUARTER);
        }
        m = ISO.matcher(text);
        if (m.matches()) {
            return dayOrMonth(m.group(3), Integer.parseInt(m.group(2)), m.group(1));
        }
        m = NAMED.matcher(text);
        if (m.matches()) {
            return dayOrMonth(m.group(1), month(m.group(2)), m.group(3));
        }
        m = NAMED_FIRST.matcher(text);
        if (m.matches()) {
            return dayOrMonth(m.group(2), month(m.group(1)), m.group(3));
        }
        m = NUMBERS.matcher(text);
        return m.matches() ? numbers(m) : new Refused("must be a date, such as " + EXAMPLES);
    }

    private static PeriodText numbers(Matcher m) {
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(2));
        int year = Integer.parseInt(m.group(3));
        if (first <= 12 && second <= 12 && first != second) {
            return new Refused("could be " + Words.day(LocalDate.of(year, second, first)) + " or "
                    + Words.day(LocalDate.of(year, first, second)) + "; write the month as a word");
        }
        int month = second > 12 ? first : second;
        return dayOrMonth(second > 12 ? m.group(2) : m.group(1), month, m.group(3));
    }

    private static PeriodText dayOrMonth(@Nullable String day, int month, String year) {
        if (day == null) {
            return period(year, month, Precision.MONTH);
        }
        LocalDate date = LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
        return within(TargetDate.day(date));
    }

    private static PeriodText period(String year, int month, Precision precision) {
        YearMonth first = YearMonth.of(Integer.parseInt(year), month);
        return within(TargetDate.of(first.atDay(1), precision));
    }

    private static PeriodText within(TargetDate date) {
        int year = date.last().getYear();
        return year < FIRST_YEAR || year > LAST_YEAR
                ? new Refused("must lie between " + FIRST_YEAR + " and " + LAST_YEAR)
                : new Read(date);
    }

    /** 1 to 12; 0, which no date accepts, for a word that is no month. */
    private static int month(String word) {
        int month = MONTHS.indexOf(word.substring(0, 3)) + 1;
        String full = month == 0
                ? ""
                : Month.of(month).getDisplayName(TextStyle.FULL, Locale.US).toLowerCase(Locale.ROOT);
        return full.startsWith(word) || word.equals("sept") ? month : 0;
    }
}
