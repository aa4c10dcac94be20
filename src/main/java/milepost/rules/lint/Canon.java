package milepost.rules.lint;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.RuleTree;

/** Writes conditions in one form, whatever names the author gave and in whatever order constraints stand. */
final class Canon {
    private final Map<Binding, String> names = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private String self = "";

    /** The conditions of a rule as a set of statements, all of which must hold. */
    Set<String> of(RuleTree rule) {
        Set<String> parts = new LinkedHashSet<>();
        rule.when().forEach(condition -> parts.addAll(condition(condition)));
        return parts;
    }

    private Set<String> condition(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            return pattern(pattern);
        }
        if (condition instanceof Condition.All all) {
            Set<String> parts = new LinkedHashSet<>();
            all.parts().forEach(part -> parts.addAll(condition(part)));
            return parts;
        }
        if (condition instanceof Condition.Accumulate accumulate) {
            return Set.of(accumulate(accumulate));
        }
        Set<String> parts = Parts.children(condition).stream()
                .map(part -> condition(part).stream().sorted().collect(Collectors.joining(" & ")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Set.of(condition.getClass().getSimpleName() + "( " + String.join(" ; ", parts) + " )");
    }

    private Set<String> pattern(Condition.Pattern pattern) {
        String name = pattern.fact().name() + "#" + seen.merge(pattern.fact().name(), 1, Integer::sum);
        if (pattern.binding() != null) {
            names.put(pattern.binding(), name);
        }
        self = name;
        Set<String> parts = new LinkedHashSet<>(Set.of(name));
        for (Condition.Item item : pattern.items()) {
            if (item instanceof Condition.Bind bind) {
                names.put(bind.binding(), expr(bind.value()));
            }
        }
        Parts.tests(pattern).forEach(test -> parts.add(name + ": " + expr(test)));
        return parts;
    }

    private String accumulate(Condition.Accumulate accumulate) {
        String source = condition(accumulate.source()).stream().sorted().collect(Collectors.joining(" & "));
        for (Condition.Fold fold : accumulate.folds()) {
            String argument = fold.argument() == null ? "" : expr(fold.argument());
            names.put(fold.result(), fold.function() + "(" + argument + ")");
        }
        return "accumulate( " + source + " ; "
                + accumulate.tests().stream().map(t -> expr(t.expr())).sorted().collect(Collectors.joining(", "))
                + " )";
    }

    /** An expression; names that stand for the same value are written alike. */
    String expr(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            Object value = constant.value();
            return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
        }
        if (expr instanceof Expr.Variable variable) {
            return names.getOrDefault(variable.binding(), variable.binding().name());
        }
        if (expr instanceof Expr.Self) {
            return self;
        }
        if (expr instanceof Expr.Read read) {
            return expr(read.target()) + "." + read.property().name();
        }
        if (expr instanceof Expr.Call call) {
            return expr(call.target()) + "." + call.method().name() + list(call.arguments());
        }
        return operation(expr);
    }

    private String operation(Expr expr) {
        if (expr instanceof Expr.Not not) {
            return "!(" + expr(not.operand()) + ")";
        }
        if (expr instanceof Expr.Negate negate) {
            return "-(" + expr(negate.operand()) + ")";
        }
        if (expr instanceof Expr.Binary binary) {
            return "(" + expr(binary.left()) + " " + binary.operator().text() + " " + expr(binary.right()) + ")";
        }
        if (expr instanceof Expr.OneOf oneOf) {
            return expr(oneOf.value()) + (oneOf.negated() ? " not in " : " in ") + list(oneOf.options());
        }
        Expr.Choice choice = (Expr.Choice) expr;
        return list(List.of(choice.test(), choice.then(), choice.otherwise()));
    }

    private String list(List<Expr> parts) {
        return parts.stream().map(this::expr).collect(Collectors.joining(", ", "(", ")"));
    }
}
