package milepost.rules.wording.clause;

import java.util.List;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;

/** What need not be said because the rest says it. */
public final class Understood {
    private Understood() {}

    /** Whether a test that a value is there is followed by one that says something of the value. */
    public static boolean among(List<Expr> tests, Expr test) {
        if (!(test instanceof Expr.Binary there)
                || there.operator() != Operator.NOT_EQUAL
                || !(there.right() instanceof Expr.Constant nothing)
                || nothing.value() != null
                || !(there.left() instanceof Expr.Read value)) {
            return false;
        }
        return tests.subList(tests.indexOf(test) + 1, tests.size()).stream()
                .anyMatch(other -> tells(other) && reads(other, value));
    }

    /** A part of a pattern that says the fact is the one of another pattern. */
    public static boolean same(Expr test) {
        return test instanceof Expr.Binary binary
                && binary.operator() == Operator.EQUAL
                && binary.left() instanceof Expr.Self
                && binary.right() instanceof Expr.Variable;
    }

    private static boolean tells(Expr test) {
        return test instanceof Expr.Call
                || test instanceof Expr.Binary binary
                        && binary.operator() != Operator.OR
                        && binary.operator() != Operator.NOT_EQUAL;
    }

    private static boolean reads(Expr expr, Expr.Read value) {
        boolean[] found = {false};
        Walk.parts(expr, part -> found[0] |= part instanceof Expr.Read read && alike(read, value));
        return found[0];
    }

    private static boolean alike(Expr one, Expr other) {
        if (one instanceof Expr.Read a && other instanceof Expr.Read b) {
            return a.property().name().equals(b.property().name()) && alike(a.target(), b.target());
        }
        if (one instanceof Expr.Variable a && other instanceof Expr.Variable b) {
            return a.binding() == b.binding();
        }
        return one instanceof Expr.Self && other instanceof Expr.Self;
    }
}
