package milepost.rules.engine;

import java.util.List;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.Type;
import org.drools.model.BetaIndex;
import org.drools.model.Index;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** Adds the constraints of a rule's pattern to the engine's pattern, with the hints that let it hash its joins. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class Constraints {
    private static final int MOST_OUTER = 5;

    private final String rule;
    private final RuleNames names;
    private final @Nullable ConditionWatch watch;
    private int count;

    Constraints(String rule, RuleNames names, @Nullable ConditionWatch watch) {
        this.rule = rule;
        this.names = names;
        this.watch = watch;
    }

    /** Adds a test; parts joined by && become constraints of their own, so that each can be indexed. */
    void add(PatternDef pattern, Variable<?> current, Expr test) {
        if (test instanceof Expr.Binary and && and.operator() == Operator.AND) {
            add(pattern, current, and.left());
            add(pattern, current, and.right());
            return;
        }
        RuleNames.View view = names.view(current);
        Eval eval = watched(test, guarded(view.compile(test)));
        List<Variable<?>> outer = view.outer();
        String id = rule + "#" + count++;
        switch (outer.size()) {
            case 0 -> alone(pattern, current, test, eval, id);
            case 1 -> joined(pattern, current, test, eval, outer.get(0), id);
            case 2 ->
                pattern.expr(id, (Variable) outer.get(0), (Variable) outer.get(1), (s, a, b) -> truth(eval, s, a, b));
            case 3 ->
                pattern.expr(
                        id,
                        (Variable) outer.get(0),
                        (Variable) outer.get(1),
                        (Variable) outer.get(2),
                        (s, a, b, c) -> truth(eval, s, a, b, c));
            case 4 ->
                pattern.expr(
                        id,
                        (Variable) outer.get(0),
                        (Variable) outer.get(1),
                        (Variable) outer.get(2),
                        (Variable) outer.get(3),
                        (s, a, b, c, d) -> truth(eval, s, a, b, c, d));
            case MOST_OUTER ->
                pattern.expr(
                        id,
                        (Variable) outer.get(0),
                        (Variable) outer.get(1),
                        (Variable) outer.get(2),
                        (Variable) outer.get(3),
                        (Variable) outer.get(4),
                        (s, a, b, c, d, e) -> truth(eval, s, a, b, c, d, e));
            default -> throw new IllegalStateException("a condition joins more than " + MOST_OUTER + " earlier facts");
        }
    }

    private void alone(PatternDef pattern, Variable<?> current, Expr test, Eval eval, String id) {
        if (watch == null
                && test instanceof Expr.Binary equal
                && equal.operator() == Operator.EQUAL
                && equal.right() instanceof Expr.Constant constant
                && constant.value() != null
                && hashable(equal.left().type(), constant.type())) {
            Eval left = names.view(current).compile(equal.left());
            Class type = constant.value().getClass();
            pattern.expr(
                    id,
                    s -> truth(eval, s),
                    PatternDSL.alphaIndexedBy(
                            type, Index.ConstraintType.EQUAL, -1, s -> left.on(s, new Object[0]), constant.value()));
        } else {
            pattern.expr(id, s -> truth(eval, s));
        }
    }

    private void joined(PatternDef pattern, Variable<?> current, Expr test, Eval eval, Variable other, String id) {
        BetaIndex index = watch == null && test instanceof Expr.Binary equal && equal.operator() == Operator.EQUAL
                ? index(current, other, equal.left(), equal.right())
                : null;
        if (index == null) {
            pattern.expr(id, other, (s, a) -> truth(eval, s, a));
        } else {
            pattern.expr(id, other, (s, a) -> truth(eval, s, a), index);
        }
    }

    /** A hash index when one side reads only this fact and the other only the earlier one. */
    private @Nullable BetaIndex index(Variable<?> current, Variable<?> other, Expr left, Expr right) {
        if (!hashable(left.type(), right.type())) {
            return null;
        }
        RuleNames.View leftView = names.view(current);
        Eval leftEval = leftView.compile(left);
        RuleNames.View rightView = names.view(other);
        Eval rightEval = rightView.compile(right);
        if (leftView.outer().isEmpty() && rightView.outer().isEmpty()) {
            return PatternDSL.betaIndexedBy(
                    (Class) Object.class,
                    Index.ConstraintType.EQUAL,
                    0,
                    s -> leftEval.on(s, new Object[0]),
                    a -> rightEval.on(a, new Object[0]),
                    Object.class);
        }
        RuleNames.View swapped = names.view(other);
        return !leftView.outer().isEmpty()
                        && swapped.compile(left) != null
                        && swapped.outer().isEmpty()
                ? index(current, other, right, left)
                : null;
    }

    private static boolean hashable(Type a, Type b) {
        return a.equals(b) && a != Type.Simple.DECIMAL && a != Type.Simple.NULL;
    }

    private Eval guarded(Eval eval) {
        return (self, outer) -> {
            try {
                return eval.on(self, outer);
            } catch (RuntimeException e) {
                throw new RuleFault(rule, e);
            }
        };
    }

    private Eval watched(Expr test, Eval eval) {
        ConditionWatch told = watch;
        return told == null
                ? eval
                : (self, outer) -> {
                    Object value = eval.on(self, outer);
                    told.tested(rule, test, Boolean.TRUE.equals(value));
                    return value;
                };
    }

    private static boolean truth(Eval eval, @Nullable Object self, @Nullable Object... outer) {
        return Boolean.TRUE.equals(eval.on(self, outer));
    }
}
