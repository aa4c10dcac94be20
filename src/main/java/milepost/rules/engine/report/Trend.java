package milepost.rules.engine.report;

import java.util.Collections;
import java.util.Set;
import milepost.rules.engine.condition.FieldsRead;
import milepost.rules.language.Binding;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;

/** What becomes of the truth of a test while days go by and facts stay as they are. */
public enum Trend {
    /** Days do not matter to it. */
    STILL,
    /** Once true it stays true. */
    RISES,
    /** Once false it stays false. */
    FALLS,
    /** It may come and go. */
    UNKNOWN;

    private static final Set<String> SHIFTS = Set.of(
            "plusDays", "plusWeeks", "plusMonths", "plusYears", "minusDays", "minusWeeks", "minusMonths", "minusYears");

    /** The trend of a test; {@code today} are the names that are given to the day. */
    static Trend of(Expr test, Set<Binding> today) {
        if (Collections.disjoint(FieldsRead.names(test), today)) {
            return STILL;
        }
        if (test instanceof Expr.Not not) {
            return of(not.operand(), today).turned();
        }
        if (!(test instanceof Expr.Binary binary)) {
            return UNKNOWN;
        }
        return switch (binary.operator()) {
            case AND, OR -> of(binary.left(), today).with(of(binary.right(), today));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ordered(binary, today);
            default -> UNKNOWN;
        };
    }

    private static Trend ordered(Expr.Binary test, Set<Binding> today) {
        boolean less = test.operator() == Operator.LESS || test.operator() == Operator.LESS_OR_EQUAL;
        if (still(test.left(), today) && grows(test.right(), today)) {
            return less ? RISES : FALLS;
        }
        if (grows(test.left(), today) && still(test.right(), today)) {
            return less ? FALLS : RISES;
        }
        return UNKNOWN;
    }

    private static boolean still(Expr expr, Set<Binding> today) {
        return Collections.disjoint(FieldsRead.names(expr), today);
    }

    /** The day itself, or so much after or before it. */
    private static boolean grows(Expr expr, Set<Binding> today) {
        if (expr instanceof Expr.Variable variable) {
            return today.contains(variable.binding());
        }
        return expr instanceof Expr.Call call
                && SHIFTS.contains(call.method().name())
                && grows(call.target(), today)
                && call.arguments().stream().allMatch(argument -> still(argument, today));
    }

    private Trend turned() {
        return this == RISES ? FALLS : this == FALLS ? RISES : this;
    }

    private Trend with(Trend other) {
        if (this == STILL || this == other) {
            return other;
        }
        return other == STILL ? this : UNKNOWN;
    }
}
