package milepost.rules.language;

import java.util.Map;

/** How strongly operators bind, and what their operands must be. */
final class Operators {
    static final int CONDITIONAL = 1;
    static final int COMPARISON = 4;
    static final int PREFIX = 7;
    static final Map<String, Operator> BY_SYMBOL = Map.ofEntries(
            Map.entry("||", Operator.OR),
            Map.entry("&&", Operator.AND),
            Map.entry("==", Operator.EQUAL),
            Map.entry("!=", Operator.NOT_EQUAL),
            Map.entry("<", Operator.LESS),
            Map.entry("<=", Operator.LESS_OR_EQUAL),
            Map.entry(">", Operator.GREATER),
            Map.entry(">=", Operator.GREATER_OR_EQUAL),
            Map.entry("+", Operator.PLUS),
            Map.entry("-", Operator.MINUS),
            Map.entry("*", Operator.TIMES),
            Map.entry("/", Operator.DIVIDED_BY),
            Map.entry("%", Operator.REMAINDER),
            Map.entry("contains", Operator.CONTAINS),
            Map.entry("memberOf", Operator.MEMBER_OF),
            Map.entry("matches", Operator.MATCHES));

    private Operators() {}

    static int strength(Operator operator) {
        return switch (operator) {
            case OR -> 2;
            case AND -> 3;
            case PLUS, MINUS -> 5;
            case TIMES, DIVIDED_BY, REMAINDER -> 6;
            default -> COMPARISON;
        };
    }

    static boolean compares(Operator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
    }

    static Operator negated(Operator operator) {
        return switch (operator) {
            case CONTAINS -> Operator.NOT_CONTAINS;
            case MEMBER_OF -> Operator.NOT_MEMBER_OF;
            case MATCHES -> Operator.NOT_MATCHES;
            default -> throw new IllegalArgumentException(operator.text());
        };
    }
}
