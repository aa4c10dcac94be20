package milepost.exchange.intake.reading;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The unit that a heading or a cell names. */
public final class Units {
    private static final Pattern MONEY =
            Pattern.compile("([£$€]|\\bgbp|\\busd|\\beur)\\s*(k|m|mn|bn|million|billion|thousand)?\\b|([£$€])");
    private static final Pattern AFTER = Pattern.compile("[£$€]\\s*[0-9][0-9,.]*\\s*(k|m|mn|bn|million|billion)\\b");

    private Units() {}

    public static @Nullable String of(String heading) {
        String low = heading.toLowerCase(Locale.ROOT).replace('_', ' ');
        Matcher money = MONEY.matcher(low);
        if (low.contains("%")) {
            return "%";
        }
        if (money.find()) {
            String sign = money.group(1) == null ? money.group(3) : money.group(1);
            return sign(sign) + scale(money.group(2));
        }
        return null;
    }

    /** The unit of a cell such as £1.90m; null when it names none. */
    public static @Nullable String ofCell(String cell) {
        String low = cell.toLowerCase(Locale.ROOT);
        Matcher after = AFTER.matcher(low);
        for (String sign : new String[] {"£", "$", "€"}) {
            if (low.contains(sign)) {
                return sign + (after.find() ? scale(after.group(1)) : "");
            }
        }
        return null;
    }

    private static String sign(String written) {
        return switch (written) {
            case "gbp" -> "£";
            case "usd" -> "$";
            case "eur" -> "€";
            default -> written;
        };
    }

    private static String scale(@Nullable String written) {
        if (written == null) {
            return "";
        }
        return switch (written) {
            case "k", "thousand" -> "k";
            case "bn", "billion" -> "bn";
            default -> "m";
        };
    }
}
