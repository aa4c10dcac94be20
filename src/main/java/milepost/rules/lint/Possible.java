package milepost.rules.lint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.Type;
import org.jspecify.annotations.Nullable;

/** Whether some value meets several limits; tries every value at, between and beyond the constants. */
final class Possible {
    private Possible() {}

    static boolean all(List<Limit> limits) {
        List<Limit> fixed =
                limits.stream().filter(l -> !l.constants().isEmpty()).toList();
        List<Limit> moving =
                limits.stream().filter(l -> l.constants().isEmpty()).toList();
        boolean some = fixed.isEmpty()
                || candidates(fixed).stream().anyMatch(v -> fixed.stream().allMatch(l -> meets(v, l)));
        boolean nullBeside =
                fixed.stream().anyMatch(Limit::isNull) && moving.stream().anyMatch(l -> isOrder(l.operator()));
        return some
                && !nullBeside
                && moving.stream()
                        .map(Limit::against)
                        .distinct()
                        .allMatch(against -> List.of(-1, 0, 1).stream()
                                .anyMatch(sign -> moving.stream()
                                        .filter(l -> l.against().equals(against))
                                        .allMatch(l -> holds(l.operator(), sign))));
    }

    private static List<@Nullable Object> candidates(List<Limit> limits) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(null);
        Type type = limits.get(0).type();
        if (type instanceof Type.Constants constants) {
            values.addAll(Arrays.asList(constants.of().getEnumConstants()));
        } else if (type == Type.Simple.BOOLEAN) {
            values.addAll(List.of(true, false));
        } else if (type == Type.Simple.INTEGER || type == Type.Simple.DECIMAL) {
            values.addAll(numbers(limits, type == Type.Simple.INTEGER));
        } else {
            limits.forEach(l -> l.constants().forEach(c -> values.add(c.value())));
            values.add(new Object());
        }
        return values;
    }

    private static List<BigDecimal> numbers(List<Limit> limits, boolean whole) {
        TreeSet<BigDecimal> at = new TreeSet<>(List.of(BigDecimal.ZERO));
        limits.stream()
                .flatMap(l -> l.constants().stream())
                .map(Expr.Constant::value)
                .filter(Number.class::isInstance)
                .forEach(v -> at.add(new BigDecimal(v.toString())));
        List<BigDecimal> values = new ArrayList<>();
        for (BigDecimal value : at) {
            values.addAll(List.of(value.subtract(BigDecimal.ONE), value, value.add(BigDecimal.ONE)));
            BigDecimal next = at.higher(value);
            if (next != null) {
                values.add(value.add(next).divide(BigDecimal.valueOf(2)));
            }
        }
        if (whole) {
            values.replaceAll(v -> v.setScale(0, RoundingMode.FLOOR));
        }
        return values;
    }

    private static boolean meets(@Nullable Object value, Limit limit) {
        boolean listed = limit.constants().stream().anyMatch(c -> same(value, c.value()));
        Operator operator = limit.operator();
        if (operator == Operator.EQUAL || operator == Operator.MEMBER_OF) {
            return listed;
        }
        if (operator == Operator.NOT_EQUAL || operator == Operator.NOT_MEMBER_OF) {
            return !listed;
        }
        Object constant = limit.constants().get(0).value();
        if (value instanceof BigDecimal number && constant instanceof Number) {
            return holds(operator, number.compareTo(new BigDecimal(constant.toString())));
        }
        if (value instanceof Enum<?> one && constant instanceof Enum<?> other) {
            return holds(operator, Integer.compare(one.ordinal(), other.ordinal()));
        }
        return value != null;
    }

    private static boolean same(@Nullable Object value, @Nullable Object constant) {
        return value instanceof BigDecimal number && constant instanceof Number
                ? number.compareTo(new BigDecimal(constant.toString())) == 0
                : Objects.equals(value, constant);
    }

    private static boolean isOrder(Operator operator) {
        return operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
    }

    private static boolean holds(Operator operator, int sign) {
        return switch (operator) {
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case LESS -> sign < 0;
            case LESS_OR_EQUAL -> sign <= 0;
            case GREATER -> sign > 0;
            case GREATER_OR_EQUAL -> sign >= 0;
            default -> true;
        };
    }
}
