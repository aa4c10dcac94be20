package milepost.rules.engine.value;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.Type;
import org.jspecify.annotations.Nullable;

/** Turns comparisons into closures that know the types of what they compare. */
public final class Comparisons {
    /** Types whose values are never equal to one of another type. */
    private static final Set<Type> PLAIN =
            Set.of(Type.Simple.BOOLEAN, Type.Simple.INTEGER, Type.Simple.TEXT, Type.Simple.DATE);

    private Comparisons() {}

    static Eval.Check equal(Expr.Binary test, Eval left, Eval right) {
        if (isNull(test.right())) {
            return (s, o) -> left.on(s, o) == null;
        }
        Type type = test.left().type();
        if (type instanceof Type.Constants && test.right().type().equals(type)) {
            return (s, o) -> left.on(s, o) == right.on(s, o);
        }
        if (PLAIN.contains(type) && test.right().type() == type) {
            return (s, o) -> Objects.equals(left.on(s, o), right.on(s, o));
        }
        return (s, o) -> Values.equal(left.on(s, o), right.on(s, o));
    }

    static Eval.Check not(Eval.Check check) {
        return (s, o) -> !check.holds(s, o);
    }

    static Eval.Check notEqual(Expr.Binary test, Eval left, Eval right) {
        return isNull(test.right()) ? (s, o) -> left.on(s, o) != null : not(equal(test, left, right));
    }

    /** An order with null on either side is never true. */
    static Eval.Check ordered(Expr.Binary test, Eval left, Eval right) {
        Operator operator = test.operator();
        if (both(test, Type.Simple.DATE)) {
            return dates(operator, left, right);
        }
        if (both(test, Type.Simple.INTEGER)) {
            return (s, o) -> {
                Object a = left.on(s, o);
                Object b = right.on(s, o);
                return a != null && b != null && Values.holds(operator, Long.compare((Long) a, (Long) b));
            };
        }
        return (s, o) -> Values.ordered(operator, left.on(s, o), right.on(s, o));
    }

    private static Eval.Check dates(Operator operator, Eval left, Eval right) {
        return switch (operator) {
            case LESS -> (s, o) -> before(left.on(s, o), right.on(s, o), false);
            case LESS_OR_EQUAL -> (s, o) -> before(left.on(s, o), right.on(s, o), true);
            case GREATER -> (s, o) -> before(right.on(s, o), left.on(s, o), false);
            case GREATER_OR_EQUAL -> (s, o) -> before(right.on(s, o), left.on(s, o), true);
            default -> throw new IllegalArgumentException(operator.text());
        };
    }

    private static boolean before(@Nullable Object a, @Nullable Object b, boolean orSame) {
        return a instanceof LocalDate one && b instanceof LocalDate other && one.compareTo(other) < (orSame ? 1 : 0);
    }

    private static boolean both(Expr.Binary test, Type type) {
        return test.left().type() == type && test.right().type() == type;
    }

    private static boolean isNull(Expr expr) {
        return expr instanceof Expr.Constant constant && constant.value() == null;
    }
}
