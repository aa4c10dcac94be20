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

    /** The patterns that a rule needs a fact for each time it reports, and not only where a fact is looked for in vain. */
    static List<Condition.Pattern> needed(RuleTree rule) {
        List<Condition.Pattern> needed = new ArrayList<>();
        rule.when().forEach(condition -> needed(condition, needed));
        return needed;
    }

    private static void needed(Condition condition, List<Condition.Pattern> into) {
        if (condition instanceof Condition.Pattern pattern) {
            into.add(pattern);
        } else if (condition instanceof Condition.All || condition instanceof Condition.Exists) {
            children(condition).forEach(child -> needed(child, into));
        }
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
        expr.parts().forEach(child -> walk(child, visitor));
    }
}
