package milepost.roadmap.history;

import java.math.BigDecimal;
import java.util.Objects;
import milepost.facts.Attribute;
import milepost.facts.ValueKind;
import org.jspecify.annotations.Nullable;

/** What an attribute says, in words. */
public final class AttributeText {
    private AttributeText() {}

    /** The value, or why there is none; empty when neither is known. */
    public static String of(Attribute a) {
        String value = switch (a.kind()) {
            case WITHHELD, NOT_GIVEN, BLANK -> kind(a.kind());
            case VALUE -> known(a);
            case RANGE -> range(a);
        };
        return Objects.requireNonNullElse(value, "");
    }

    /** What a kind of value is called. */
    public static String kind(ValueKind kind) {
        return switch (kind) {
            case VALUE -> "Value";
            case RANGE -> "Range";
            case WITHHELD -> "Withheld";
            case NOT_GIVEN -> "Not given";
            case BLANK -> "Left blank";
        };
    }

    /** The value with the words of the source where they say more, and the day it speaks of. */
    static String full(Attribute a) {
        String value = of(a);
        String text = a.text() == null || a.text().equals(value) ? "" : a.text();
        String said = value.isEmpty() || text.isEmpty() ? value + text : value + ": " + text;
        return said + ", as of " + a.on();
    }

    private static @Nullable String known(Attribute a) {
        return a.number() != null
                ? number(a.number(), a.unit())
                : a.date() != null ? a.date().toString() : a.text();
    }

    private static @Nullable String range(Attribute a) {
        if (a.number() != null && a.numberTo() != null) {
            return number(a.number(), null) + " to " + number(a.numberTo(), a.unit());
        }
        return a.date() != null && a.dateTo() != null ? a.date() + " to " + a.dateTo() : known(a);
    }

    private static String number(BigDecimal number, @Nullable String unit) {
        String plain = number.stripTrailingZeros().toPlainString();
        return unit == null ? plain : plain + " " + unit;
    }
}
