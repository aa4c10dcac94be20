package milepost.rules.engine;

import java.util.function.Function;
import java.util.stream.Collectors;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import org.jspecify.annotations.Nullable;

/** Writes expressions back as text, with the values of names where they are known. */
final class ExprText {
    private final Function<Binding, @Nullable String> values;

    ExprText(Function<Binding, @Nullable String> values) {
        this.values = values;
    }

    /** The constraints of a pattern, separated by commas. */
    String of(Condition.Pattern pattern) {
        return pattern.items().stream()
                .filter(Condition.Test.class::isInstance)
                .map(item -> of(((Condition.Test) item).expr()))
                .collect(Collectors.joining(", "));
    }

    String of(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            Object value = constant.value();
            return value instanceof String text ? '"' + text + '"' : String.valueOf(Values.text(value));
        }
        if (expr instanceof Expr.Variable variable) {
            String known = values.apply(variable.binding());
            return known == null ? variable.binding().name() : known;
        }
        if (expr instanceof Expr.Self) {
            return "this";
        }
        if (expr instanceof Expr.Read read) {
            return target(read.target()) + read.property().name();
        }
        if (expr instanceof Expr.Call call) {
            return target(call.target()) + call.method().name() + "("
                    + call.arguments().stream().map(this::of).collect(Collectors.joining(", ")) + ")";
        }
        if (expr instanceof Expr.Not not) {
            return "!(" + of(not.operand()) + ")";
        }
        if (expr instanceof Expr.Negate negate) {
            return "-(" + of(negate.operand()) + ")";
        }
        if (expr instanceof Expr.OneOf oneOf) {
            return of(oneOf.value()) + (oneOf.negated() ? " not in (" : " in (")
                    + oneOf.options().stream().map(this::of).collect(Collectors.joining(", ")) + ")";
        }
        if (expr instanceof Expr.Choice choice) {
            return "(" + of(choice.test()) + " ? " + of(choice.then()) + " : " + of(choice.otherwise()) + ")";
        }
        Expr.Binary binary = (Expr.Binary) expr;
        return operand(binary.left()) + " " + binary.operator().text() + " " + operand(binary.right());
    }

    private String operand(Expr expr) {
        return expr instanceof Expr.Binary ? "(" + of(expr) + ")" : of(expr);
    }

    private String target(Expr expr) {
        return expr instanceof Expr.Self ? "" : of(expr) + ".";
    }
}
