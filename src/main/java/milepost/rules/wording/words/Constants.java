package milepost.rules.wording.words;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a value written in a rule is said. */
public final class Constants {
    private Constants() {}

    /** {@code “processing”}, {@code in progress}, {@code 1,000}, {@code 30 days}. */
    public static String said(@Nullable Object value, String unit) {
        if (value instanceof String text) {
            return "“" + text + "”";
        }
        if (value instanceof Enum<?> constant) {
            return Phrases.constant(constant);
        }
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        if (value == null) {
            return "nothing";
        }
        String number = number(value);
        String one = unit.endsWith("s") && number.equals("1") ? unit.substring(0, unit.length() - 1) : unit;
        if (one.equals("time")) {
            return "once";
        }
        return unit.isEmpty() ? number : number + " " + one;
    }

    private static String number(Object value) {
        BigDecimal number = new BigDecimal(value.toString());
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}
