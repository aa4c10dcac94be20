package milepost.rules.engine.condition;

import java.math.BigDecimal;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.Type;

/**
 * Tells which expressions have a value for all facts there can be. What it does not know it takes for one that can fail: division,
 * products, shifts of dates by a number from a fact, long texts.
 */
public final class Unfailing {
    private static final long FAR = 1_000_000;
    private static final int TEXTS = 12;

    private Unfailing() {}

    static boolean is(Expr expr) {
        if (expr instanceof Expr.Constant || expr instanceof Expr.Variable || expr instanceof Expr.Self) {
            return true;
        }
        if (expr instanceof Expr.Call call) {
            return is(call.target())
                    && call.arguments().stream().allMatch(Unfailing::is)
                    && (!shifts(call) || near(call));
        }
        if (expr instanceof Expr.Binary binary && !fitting(binary)) {
            return false;
        }
        return !(expr instanceof Expr.Negate) && expr.parts().stream().allMatch(Unfailing::is) && texts(expr) <= TEXTS;
    }

    /** Of arithmetic only sums with a small constant: counts and days are far from where numbers end. */
    private static boolean fitting(Expr.Binary binary) {
        return switch (binary.operator()) {
            case TIMES, DIVIDED_BY, REMAINDER -> false;
            case PLUS, MINUS -> binary.type() == Type.Simple.TEXT || small(binary.left()) || small(binary.right());
            default -> true;
        };
    }

    private static boolean small(Expr expr) {
        return expr instanceof Expr.Constant constant
                && (constant.value() instanceof Long number && Math.abs(number) <= FAR
                        || constant.value() instanceof BigDecimal);
    }

    private static boolean shifts(Expr.Call call) {
        String name = call.method().name();
        return name.startsWith("plus") || name.startsWith("minus");
    }

    private static boolean near(Expr.Call call) {
        return call.arguments().stream()
                .allMatch(argument -> argument instanceof Expr.Constant constant
                        && constant.value() instanceof Long number
                        && Math.abs(number) <= FAR);
    }

    /** How many texts and lists of unknown length are put together. */
    private static int texts(Expr expr) {
        if (expr instanceof Expr.Binary binary && binary.operator() == Operator.PLUS) {
            return texts(binary.left()) + texts(binary.right());
        }
        if (expr instanceof Expr.Choice choice) {
            return Math.max(texts(choice.then()), texts(choice.otherwise()));
        }
        if (expr instanceof Expr.Constant) {
            return 0;
        }
        return expr.type() instanceof Type.ListOf ? TEXTS + 1 : expr.type() == Type.Simple.TEXT ? 1 : 0;
    }
}
