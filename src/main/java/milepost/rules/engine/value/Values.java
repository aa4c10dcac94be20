package milepost.rules.engine.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import milepost.facts.TargetDate;
import milepost.rules.engine.run.Numbers;
import milepost.rules.language.Operator;
import org.jspecify.annotations.Nullable;

/** What the operators of the rule language mean for values. */
public final class Values {
    private static final int LONGEST_TEXT = 32_000;

    private Values() {}

    /** Numbers are equal when their values are; null equals only null. */
    static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number && b instanceof Number) {
            return compare(a, b) == 0;
        }
        return Objects.equals(a, b);
    }

    /** An order with null on either side is never true. */
    static boolean ordered(Operator operator, @Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return false;
        }
        return holds(operator, compare(a, b));
    }

    /** Whether two values in this order, as comparators give it, satisfy the operator. */
    static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            default -> throw new IllegalArgumentException(operator.text());
        };
    }

    @SuppressWarnings("unchecked")
    static int compare(Object a, Object b) {
        if (a instanceof Long left && b instanceof Long right) {
            return Long.compare(left, right);
        }
        if (a instanceof Number && b instanceof Number) {
            return decimal(a).compareTo(decimal(b));
        }
        return ((Comparable<Object>) a).compareTo(b);
    }

    /** Whole numbers stay whole and may not overflow; others have 16 significant digits. */
    static @Nullable Object arithmetic(Operator operator, @Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return null;
        }
        if (a instanceof Long left && b instanceof Long right) {
            return switch (operator) {
                case PLUS -> Math.addExact(left, right);
                case MINUS -> Math.subtractExact(left, right);
                case TIMES -> Math.multiplyExact(left, right);
                case DIVIDED_BY -> left / right;
                case REMAINDER -> left % right;
                default -> throw new IllegalArgumentException(operator.text());
            };
        }
        BigDecimal left = decimal(a);
        BigDecimal right = decimal(b);
        return switch (operator) {
            case PLUS -> left.add(right, MathContext.DECIMAL64);
            case MINUS -> left.subtract(right, MathContext.DECIMAL64);
            case TIMES -> left.multiply(right, MathContext.DECIMAL64);
            case DIVIDED_BY -> left.divide(right, MathContext.DECIMAL64);
            case REMAINDER -> left.remainder(right, MathContext.DECIMAL64);
            default -> throw new IllegalArgumentException(operator.text());
        };
    }

    static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal already ? already : BigDecimal.valueOf(((Number) number).longValue());
    }

    static boolean contains(@Nullable Object whole, @Nullable Object part) {
        if (whole instanceof String text) {
            return part instanceof String inside && text.contains(inside);
        }
        if (whole instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (equal(list.get(i), part)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One text after the other; a text that grows beyond what anyone reads is an error of the rule. */
    static void append(StringBuilder to, @Nullable Object value) {
        to.append(text(value));
        if (to.length() > LONGEST_TEXT) {
            throw new IllegalStateException(
                    "over its budget: a text of more than " + Numbers.of(LONGEST_TEXT) + " characters");
        }
    }

    /** As it is written in messages and evidence. */
    public static @Nullable String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value == null) {
            return null;
        }
        if (value instanceof TargetDate || value instanceof LocalDate || value instanceof Long) {
            return value.toString();
        }
        if (value instanceof BigDecimal number) {
            return number.setScale(Math.max(0, Math.min(number.scale(), 6)), RoundingMode.HALF_EVEN)
                    .toPlainString();
        }
        if (value instanceof Record fact) {
            return FactKeys.text(fact);
        }
        // asked last: to find that a class is no list takes longer than all of the above
        return value instanceof List<?> list ? text(list) : value.toString();
    }

    private static String text(List<?> list) {
        StringJoiner all = new StringJoiner(", ");
        for (Object each : list) {
            all.add(text(each));
        }
        return all.toString();
    }
}
