package milepost.rules.wording.clause;

import java.util.List;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.Type;
import milepost.rules.wording.words.Phrases;

/** Days that are counted from another day. */
public final class Days {
    private static final List<String> SMALL = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private Days() {}

    /** {@code 30 days after today}; {@code its due date plus that dependency’s lag in days}. */
    static Noun shifted(Expr.Call call, Noun from, String amount) {
        String[] phrase = Phrases.noun("LocalDate." + call.method().name()).split(" ", -1);
        if (call.arguments().get(0) instanceof Expr.Constant constant && constant.value() instanceof Long number) {
            return Noun.of(counted(number, phrase[0]) + " " + phrase[1] + " " + from.said());
        }
        String unit = phrase[0].equals("day") ? "" : ", in " + phrase[0] + "s";
        return from.changed("", (phrase[1].equals("after") ? " plus " : " less ") + amount + unit);
    }

    private static String counted(long number, String unit) {
        String amount = number >= 0 && number < SMALL.size() ? SMALL.get((int) number) : String.valueOf(number);
        return amount + " " + unit + (number == 1 ? "" : "s");
    }

    /** Whether it is a fixed number of days, weeks, months or years from another day. */
    static boolean counted(Expr expr) {
        return expr instanceof Expr.Call call
                && call.target().type() == Type.Simple.DATE
                && call.method().result() == Type.Simple.DATE
                && call.arguments().get(0) instanceof Expr.Constant;
    }

    /** What is said of a day that is compared with another. */
    static String order(Operator operator, Expr other, String said) {
        if (!counted(other)) {
            return switch (operator) {
                        case LESS -> "lies before ";
                        case LESS_OR_EQUAL -> "lies on or before ";
                        case GREATER -> "lies after ";
                        default -> "lies on or after ";
                    }
                    + said;
        }
        boolean back = ((Expr.Call) other).method().name().startsWith("minus");
        return switch (operator) {
                    case LESS -> back ? "lies more than " : "lies earlier than ";
                    case LESS_OR_EQUAL -> back ? "lies at least " : "lies no later than ";
                    case GREATER -> back ? "lies later than " : "lies more than ";
                    default -> back ? "lies no earlier than " : "lies at least ";
                }
                + said;
    }
}
