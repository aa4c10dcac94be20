package milepost.rules.language;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The functions of accumulate and what they result in. */
final class FoldTypes {
    private static final Map<String, Condition.Function> FUNCTIONS = new TreeMap<>(Map.of(
            "count", Condition.Function.COUNT,
            "sum", Condition.Function.SUM,
            "average", Condition.Function.AVERAGE,
            "min", Condition.Function.MIN,
            "max", Condition.Function.MAX,
            "collectList", Condition.Function.COLLECT_LIST,
            "collectSet", Condition.Function.COLLECT_SET));

    private final Problems problems;

    FoldTypes(Problems problems) {
        this.problems = problems;
    }

    Condition.Function function(Token name) {
        Condition.Function function = FUNCTIONS.get(name.text());
        if (function == null) {
            problems.unknown(
                    name.span(),
                    "unknown-function",
                    name.text() + " is not a function of accumulate",
                    FUNCTIONS.keySet());
            return Condition.Function.COUNT;
        }
        return function;
    }

    Type result(Condition.Function function, @Nullable Expr argument, Span span) {
        if (function == Condition.Function.COUNT) {
            return Type.Simple.INTEGER;
        }
        if (argument == null) {
            problems.error(span, "argument", "This function needs the value to work on, such as sum( $value ).");
            return Type.Simple.NULL;
        }
        return switch (function) {
            case SUM, AVERAGE -> numeric(function, argument);
            case COLLECT_LIST, COLLECT_SET -> new Type.ListOf(argument.type());
            default -> argument.type();
        };
    }

    private Type numeric(Condition.Function function, Expr argument) {
        if (!Type.number(argument.type())) {
            problems.error(
                    argument.span(),
                    "type-mismatch",
                    "This function needs a number; this is a " + argument.type().label() + ".");
        }
        return function == Condition.Function.AVERAGE ? Type.Simple.DECIMAL : argument.type();
    }
}
