package milepost.exchange.intake.reading;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milepost.facts.Attribute;
import milepost.facts.TargetDate;
import milepost.facts.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed for a named value, read as a cell of an import is, but for the kind, which the person has chosen.
 *
 * @param unit of the numbers, null where there are none
 * @param trouble why it cannot be that kind of value, null when all is well
 */
public record TypedValue(
        @Nullable String text,
        @Nullable BigDecimal number,
        @Nullable BigDecimal numberTo,
        @Nullable TargetDate date,
        @Nullable TargetDate dateTo,
        @Nullable String unit,
        @Nullable String trouble) {
    private static final int LONGEST_NUMBER = 60;
    private static final Pattern UNIT_BEHIND = Pattern.compile("(.*[0-9)])\\s*([£$€](?:k|m|bn)?|%)");

    /**
     * Reads it.
     *
     * @param before what was recorded under that name: its unit counts where none is typed; null when nothing was
     */
    public static TypedValue read(String name, ValueKind kind, String typed, @Nullable Attribute before) {
        String text = Words.paragraphs(typed);
        return switch (kind) {
            case WITHHELD, NOT_GIVEN, BLANK -> words(text.isEmpty() ? null : text);
            case RANGE -> range(text, before);
            case VALUE -> value(name, text, before);
        };
    }

    /** The value as it is recorded. */
    public static TypedValue of(Attribute a) {
        return new TypedValue(a.text(), a.number(), a.numberTo(), a.date(), a.dateTo(), a.unit(), null);
    }

    private static TypedValue value(String name, String text, @Nullable Attribute before) {
        Reading rating = Ratings.read(Words.line(text));
        if (rating.kind() == ValueKind.VALUE && rated(name, before)) {
            return of(rating, null);
        }
        String line = Words.line(text);
        String unit = unit(line, before);
        boolean dateBefore = before != null && before.date() != null;
        TargetDate date = line.length() > LONGEST_NUMBER
                ? null
                : new Dates(false).find(line).orElse(null);
        BigDecimal number = line.length() > LONGEST_NUMBER
                ? null
                : new Amounts(unit, null).find(bare(line, unit)).orElse(null);
        if (date != null && (dateBefore || number == null)) {
            return of(Reading.date(line, date), null);
        }
        if (number != null) {
            return of(Reading.number(measured(line, unit), number), unit);
        }
        boolean exact = dateBefore || (before != null && before.number() != null);
        return exact
                ? trouble("\"" + Words.cut(line, 40) + "\" is not a "
                        + (dateBefore ? "date; write it as 2025-12-01" : "number; write it as 1234.5")
                        + ", or choose what it is instead.")
                : words(text);
    }

    private static TypedValue range(String text, @Nullable Attribute before) {
        String line = Words.line(text);
        String unit = unit(line, before);
        Reading numbers = new Amounts(unit, null).read(bare(line, unit));
        Reading dates = new Dates(false).read(line);
        boolean dateFirst = before != null && before.date() != null && dates.kind() == ValueKind.RANGE;
        if (numbers.kind() == ValueKind.RANGE && !dateFirst) {
            return of(Reading.numbers(measured(line, unit), numbers.number(), numbers.numberTo()), unit);
        }
        return dates.kind() == ValueKind.RANGE
                ? of(dates, null)
                : trouble("A range has two ends, the smaller first: 100 to 120 £m, or Q1 2026 to Q3 2026.");
    }

    /** Whether a colour is a step: where one was recorded, or where the name says so. */
    private static boolean rated(String name, @Nullable Attribute before) {
        String was = before == null || before.number() == null ? null : before.text();
        return Words.of(name).contains("rating")
                || (was != null && Ratings.read(was).kind() == ValueKind.VALUE);
    }

    /** The unit that is typed, else the one there was. */
    private static @Nullable String unit(String line, @Nullable Attribute before) {
        Matcher behind = UNIT_BEHIND.matcher(line);
        if (behind.matches()) {
            return behind.group(2);
        }
        String typed = Units.ofCell(line);
        return typed != null ? typed : before == null ? null : before.unit();
    }

    private static String bare(String line, @Nullable String unit) {
        return unit != null && line.endsWith(unit)
                ? line.substring(0, line.length() - unit.length()).strip()
                : line;
    }

    /** The words with the unit, which need not be typed where it is known. */
    private static String measured(String line, @Nullable String unit) {
        return unit == null || Units.ofCell(line) != null || line.endsWith(unit) ? line : line + " " + unit;
    }

    private static TypedValue of(Reading r, @Nullable String unit) {
        return new TypedValue(r.text(), r.number(), r.numberTo(), r.date(), r.dateTo(), unit, null);
    }

    private static TypedValue words(@Nullable String text) {
        return new TypedValue(text, null, null, null, null, null, null);
    }

    private static TypedValue trouble(String trouble) {
        return new TypedValue(null, null, null, null, null, null, trouble);
    }
}
