package milepost.web.layout;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which people count: REE-2 comes before REE-10. */
public final class NaturalOrder {
    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    /** Numbers inside the texts compare as numbers. */
    public static final Comparator<String> BY_NUMBERS = NaturalOrder::compare;

    private NaturalOrder() {}

    private static int compare(String a, String b) {
        Matcher left = PART.matcher(a);
        Matcher right = PART.matcher(b);
        while (true) {
            boolean more = left.find();
            if (!right.find()) {
                return more ? 1 : 0;
            }
            if (!more) {
                return -1;
            }
            int order = parts(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int parts(String a, String b) {
        boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }
}
