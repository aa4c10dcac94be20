package milepost.rules.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.RuleTree;

/** Takes rules apart into their patterns, constraints and expressions. */
final class Parts {
    private Parts() {}

    /** Every condition of a rule, those inside others too. */
    static List<Condition> conditions(RuleTree rule) {
        List<Condition> all = new ArrayList<>();
        rule.when().forEach(condition -> collect(condition, all));
        return all;
    }

    private static void collect(Condition condition, List<Condition> all) {
        all.add(condition);
        children(condition).forEach(child -> collect(child, all));
    }

    static List<Condition> children(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts();
        }
        if (condition instanceof Condition.Any any) {
            return any.parts();
        }
        if (condition instanceof Condition.Not not) {
            return List.of(not.part());
        }
        if (condition instanceof Condition.Exists exists) {
            return List.of(exists.part());
        }
        if (condition instanceof Condition.Forall forall) {
            List<Condition> parts = new ArrayList<>(List.of(forall.domain()));
            parts.addAll(forall.requirements());
            return parts;
        }
        return condition instanceof Condition.Accumulate accumulate ? List.of(accumulate.source()) : List.of();
    }

    static List<Condition.Pattern> patterns(RuleTree rule) {
        return conditions(rule).stream()
                .filter(Condition.Pattern.class::isInstance)
                .map(Condition.Pattern.class::cast)
                .toList();
    }

    /** The constraints of a pattern; parts joined by {@code &&} count each for itself. */
    static List<Expr> tests(Condition.Pattern pattern) {
        List<Expr> tests = new ArrayList<>();
        for (Condition.Item item : pattern.items()) {
            if (item instanceof Condition.Test test) {
                split(test.expr(), tests);
            }
        }
        return tests;
    }

    static void split(Expr test, List<Expr> into) {
        if (test instanceof Expr.Binary and && and.operator() == Operator.AND) {
            split(and.left(), into);
            split(and.right(), into);
        } else {
            into.add(test);
        }
    }

    /** The names that a pattern gives. */
    static Set<Binding> bound(Condition.Pattern pattern) {
        Set<Binding> names = new HashSet<>();
        if (pattern.binding() != null) {
            names.add(pattern.binding());
        }
        for (Condition.Item item : pattern.items()) {
            if (item instanceof Condition.Bind bind) {
                names.add(bind.binding());
            }
        }
        return names;
    }

    /** Whether a condition uses one of these names. */
    static boolean reads(Condition condition, Set<Binding> names) {
        boolean[] found = {false};
        Consumer<Expr> look = part -> found[0] |= part instanceof Expr.Variable v && names.contains(v.binding());
        if (condition instanceof Condition.Pattern pattern) {
            for (Condition.Item item : pattern.items()) {
                walk(item instanceof Condition.Bind bind ? bind.value() : ((Condition.Test) item).expr(), look);
            }
        }
        return found[0] || children(condition).stream().anyMatch(child -> reads(child, names));
    }

    static void walk(Expr expr, Consumer<Expr> visitor) {
        visitor.accept(expr);
        children(expr).forEach(child -> walk(child, visitor));
    }

    private static List<Expr> children(Expr expr) {
        if (expr instanceof Expr.Read read) {
            return List.of(read.target());
        }
        if (expr instanceof Expr.Call call) {
            return with(call.target(), call.arguments());
        }
        if (expr instanceof Expr.Not not) {
            return List.of(not.operand());
        }
        if (expr instanceof Expr.Negate negate) {
            return List.of(negate.operand());
        }
        if (expr instanceof Expr.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (expr instanceof Expr.OneOf oneOf) {
            return with(oneOf.value(), oneOf.options());
        }
        return expr instanceof Expr.Choice c ? List.of(c.test(), c.then(), c.otherwise()) : List.of();
    }

    private static List<Expr> with(Expr first, List<Expr> rest) {
        List<Expr> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }
}
