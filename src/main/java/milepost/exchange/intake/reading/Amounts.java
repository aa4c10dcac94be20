package milepost.exchange.intake.reading;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milepost.facts.ValueKind;
import org.jspecify.annotations.Nullable;

/** Amounts as people write them, in the unit of their column. */
public final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile(
            "(?:c\\.|ca\\.?|circa|approx(?:imately)?\\.?|about|around|~|est\\.?)?\\s*([-+(−–]?)\\s*([£$€]|gbp|usd|eur)?\\s*([-−]?)"
                    + "([0-9][0-9,.' ]*|\\.[0-9]+)\\s*(%|k|m|mn|mln|mil|million|millions|bn|b|billion|billions|tn|trillion|thousand)?"
                    + "\\s*([£$€]|gbp|usd|eur)?\\s*(\\)?)");
    private static final Pattern OPEN =
            Pattern.compile("(>=?|<=?|over|under|above|below|more than|less than|at least|at most|up to)\\s*(.*)");
    private static final Pattern APART = Pattern.compile("\\s*(?:\\bto\\b|–|—|\\s-\\s|(?<=[0-9a-z])-(?=[£$€0-9]))\\s*");

    private final @Nullable String unit;
    private final @Nullable BigDecimal implausible;

    /**
     * Reads a column.
     *
     * @param unit of the column, such as £m
     * @param implausible a number of this size or more is a slip of the pen; null when none is
     */
    public Amounts(@Nullable String unit, @Nullable BigDecimal implausible) {
        this.unit = unit;
        this.implausible = implausible;
    }

    public Reading read(String cell) {
        String text = Words.line(cell);
        Optional<ValueKind> absence = Absence.find(text);
        if (absence.isPresent()) {
            return absence.get() == ValueKind.BLANK ? Reading.BLANK : Reading.none(absence.get(), text);
        }
        BigDecimal number = find(text).orElse(null);
        if (number != null) {
            return implausible != null && number.abs().compareTo(implausible) >= 0
                    ? Reading.trouble(
                            text,
                            "\"" + text + "\" is more than a hundred times any other number of its column; "
                                    + "look whether it is in another unit.")
                    : Reading.number(text, number);
        }
        Reading range = range(text);
        if (range != null) {
            return range;
        }
        return text.chars().anyMatch(Character::isDigit)
                ? Reading.trouble(text, "\"" + Words.cut(text, 40) + "\" is not an amount; write it as 1234.5.")
                : Reading.none(ValueKind.NOT_GIVEN, text);
    }

    private @Nullable Reading range(String text) {
        String low = text.toLowerCase(Locale.ROOT);
        Matcher open = OPEN.matcher(low);
        if (open.matches()) {
            BigDecimal end = find(open.group(2)).orElse(null);
            boolean most = open.group(1).matches("<=?|under|below|less than|at most|up to");
            return end == null ? null : Reading.numbers(text, most ? null : end, most ? end : null);
        }
        String[] ends = APART.split(low.replaceFirst("^(between|from) ", "").replace(" and ", " to "));
        if (ends.length != 2) {
            return null;
        }
        BigDecimal from = find(ends[0]).orElse(null);
        BigDecimal to = find(ends[1]).orElse(null);
        return from == null || to == null || to.compareTo(from) < 0 ? null : Reading.numbers(text, from, to);
    }

    /** A number in the unit of the column; empty when the words give none. */
    public Optional<BigDecimal> find(String words) {
        Matcher m = AMOUNT.matcher(words.strip().toLowerCase(Locale.ROOT));
        if (!m.matches() || m.group(1).equals("(") != m.group(7).equals(")")) {
            return Optional.empty();
        }
        BigDecimal number = number(m.group(4).strip());
        if (number == null || number.precision() > 18) {
            return Optional.empty();
        }
        boolean negative = m.group(1).matches("[-(−–]") != m.group(3).matches("[-−]");
        BigDecimal scaled = scaled(number, m.group(5));
        return Optional.of(negative ? scaled.negate() : scaled);
    }

    /** Commas part thousands and a point begins the fraction, unless what stands last says the opposite. */
    private static @Nullable BigDecimal number(String written) {
        if (written.contains(" ") && !written.matches("[0-9]{1,3}( [0-9]{3})+([.,][0-9]+)?")) {
            return null;
        }
        String digits = written.replaceAll("[' ]", "");
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        boolean decimalComma = comma > point
                && (point >= 0 || !digits.matches("[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}"))
                && digits.indexOf(',') == comma;
        String plain = decimalComma ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
        try {
            return new BigDecimal(plain);
        } catch (NumberFormatException severalPoints) {
            return digits.matches("[0-9]{1,3}(\\.[0-9]{3}){2,}") ? new BigDecimal(digits.replace(".", "")) : null;
        }
    }

    private BigDecimal scaled(BigDecimal number, @Nullable String scale) {
        if (scale == null || scale.equals("%")) {
            return number;
        }
        int shift = power(scale) - unitPower();
        return shift == 0 ? number : number.movePointRight(shift);
    }

    private int unitPower() {
        String u = unit == null ? "" : unit.replaceAll("[^a-z]", "");
        return u.isEmpty() ? 0 : power(u);
    }

    private static int power(String scale) {
        return switch (scale) {
            case "k", "thousand" -> 3;
            case "m", "mn", "mln", "mil", "million", "millions" -> 6;
            case "b", "bn", "billion", "billions" -> 9;
            case "tn", "trillion" -> 12;
            default -> 0;
        };
    }
}
