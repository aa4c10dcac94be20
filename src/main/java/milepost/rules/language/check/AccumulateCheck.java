package milepost.rules.language.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;
import milepost.rules.language.Condition.Function;
import milepost.rules.language.Expr;
import milepost.rules.language.Type;
import milepost.rules.language.Type.Simple;
import milepost.rules.language.syntax.Extent;
import milepost.rules.language.syntax.Node;
import milepost.rules.language.syntax.When;
import org.jspecify.annotations.Nullable;

/** Checks accumulate: the facts it runs over, the built-in functions, and the tests on their results. */
final class AccumulateCheck {
    private static final Map<String, Function> FUNCTIONS = new LinkedHashMap<>();

    static {
        FUNCTIONS.put("count", Function.COUNT);
        FUNCTIONS.put("sum", Function.SUM);
        FUNCTIONS.put("average", Function.AVERAGE);
        FUNCTIONS.put("min", Function.MIN);
        FUNCTIONS.put("max", Function.MAX);
        FUNCTIONS.put("collectList", Function.COLLECT_LIST);
        FUNCTIONS.put("collectSet", Function.COLLECT_SET);
    }

    private final FileContext file;
    private final ConditionCheck conditions;

    AccumulateCheck(FileContext file, ConditionCheck conditions) {
        this.file = file;
        this.conditions = conditions;
    }

    @Nullable Condition check(When.Accumulate accumulate, Scope scope) {
        Scope inside = scope.inner();
        Condition source = source(accumulate.source(), inside);
        List<Condition.Fold> folds = new ArrayList<>();
        for (When.Fold fold : accumulate.folds()) {
            Condition.Fold checked = fold(fold, inside, scope);
            if (checked != null) {
                folds.add(checked);
            }
        }
        List<Condition.Test> tests = new ArrayList<>();
        ExpressionCheck expressions = new ExpressionCheck(file, new ExpressionCheck.Place(scope, null, false));
        for (Node node : accumulate.tests()) {
            Expr test = expressions.condition(node);
            if (test != null && asksResult(test, folds)) {
                member(accumulate, scope, node);
                return null;
            }
            if (test != null) {
                tests.add(new Condition.Test(test, file.span(node.at())));
            }
        }
        boolean right = source != null
                && folds.size() == accumulate.folds().size()
                && tests.size() == accumulate.tests().size();
        return right && source != null
                ? new Condition.Accumulate(source, List.copyOf(folds), List.copyOf(tests), file.span(accumulate.at()))
                : null;
    }

    /** Whether a test reads a property of a result, or calls a method of it. */
    private static boolean asksResult(Expr expr, List<Condition.Fold> folds) {
        Expr target =
                expr instanceof Expr.Read read ? read.target() : expr instanceof Expr.Call call ? call.target() : null;
        boolean asks = target instanceof Expr.Variable variable
                && folds.stream().anyMatch(fold -> fold.result().equals(variable.binding()));
        return asks || expr.parts().stream().anyMatch(part -> asksResult(part, folds));
    }

    /** Other programs that run DRL do not know there what kind of value a result is. */
    private void member(When.Accumulate accumulate, Scope scope, Node test) {
        Extent from = accumulate.folds().get(accumulate.folds().size() - 1).at();
        List<Node> tests = accumulate.tests();
        String moved = file.text()
                .substring(
                        tests.get(0).at().from(),
                        tests.get(tests.size() - 1).at().to());
        String message =
                "Inside the accumulate a result is compared as it is; ask for what it has after it, as in Roadmap( "
                        + file.text().substring(test.at().from(), test.at().to()) + " ).";
        if (scope.isOutermost()) {
            Extent rest = new Extent(from.to(), accumulate.at().to());
            file.complain(rest, "result-member", message, " ) Roadmap( " + moved + " )");
        } else {
            file.complain(test.at(), "result-member", message);
        }
    }

    private @Nullable Condition source(When source, Scope inside) {
        boolean plain = source instanceof When.Pattern
                || (source instanceof When.Group group
                        && !group.any()
                        && group.parts().stream()
                                .allMatch(p ->
                                        p instanceof When.Pattern || p instanceof When.Not || p instanceof When.Exists)
                        && group.parts().stream().anyMatch(When.Pattern.class::isInstance));
        if (!plain) {
            file.complain(
                    source.at(), "accumulate", "accumulate runs over one pattern, or over patterns joined by and.");
            return null;
        }
        return conditions.check(source, inside);
    }

    private Condition.@Nullable Fold fold(When.Fold fold, Scope inside, Scope outside) {
        Function function = FUNCTIONS.get(fold.function().text());
        if (function == null) {
            String distinct = fold.function().text().toLowerCase(Locale.ROOT).contains("distinct")
                    ? " (collectSet takes each value once; Roadmap( $set.size > 1 ) after it counts them)"
                    : "";
            file.unknown(
                    fold.function().at(),
                    "unknown-function",
                    fold.function().text() + " is not a function of accumulate; there are "
                            + String.join(", ", FUNCTIONS.keySet()) + distinct,
                    new FileContext.Asked(fold.function().text(), FUNCTIONS.keySet()));
            outside.lose(fold.result().text());
            return null;
        }
        Expr argument = argument(fold, function, inside);
        boolean plainCount = function == Function.COUNT && fold.arguments().isEmpty();
        Type result = argument == null && !plainCount ? null : result(function, argument, fold);
        if (result == null) {
            outside.lose(fold.result().text());
            return null;
        }
        boolean first = function == Function.MIN || function == Function.MAX;
        if (first && result == Simple.DATE
                || function == Function.AVERAGE && argument != null && argument.type() == Simple.INTEGER) {
            outside.bare(fold.result().text());
        }
        Binding binding = new PatternCheck(file).declare(fold.result(), result, outside);
        return binding == null ? null : new Condition.Fold(function, argument, binding, file.span(fold.at()));
    }

    private @Nullable Expr argument(When.Fold fold, Function function, Scope inside) {
        int given = fold.arguments().size();
        if (given != 1) {
            if (function != Function.COUNT || given > 1) {
                file.complain(
                        fold.function().at(),
                        "arguments",
                        fold.function().text() + " takes one name that was given inside the accumulate.");
            }
            return null;
        }
        Node node = fold.arguments().get(0);
        Expr argument = new ExpressionCheck(file, new ExpressionCheck.Place(inside, null, false)).check(node);
        if (argument != null && !(argument instanceof Expr.Variable)) {
            file.complain(
                    node.at(),
                    "arguments",
                    "Give the value a name in the pattern, $value : property, and use the name here.");
            return null;
        }
        if (argument instanceof Expr.Variable variable && !inside.declares(variable.binding())) {
            file.complain(
                    node.at(),
                    "arguments",
                    variable.binding().name() + " is the same for every match; "
                            + fold.function().text() + " takes a name that is given inside the accumulate.");
            return null;
        }
        return argument;
    }

    private @Nullable Type result(Function function, @Nullable Expr argument, When.Fold fold) {
        if (argument == null || function == Function.COUNT) {
            return Simple.INTEGER;
        }
        Type type = argument.type();
        boolean fits = switch (function) {
            case SUM, AVERAGE -> Types.isNumber(type);
            case MIN, MAX -> Types.isNumber(type) || type == Simple.DATE;
            default -> true;
        };
        if (!fits) {
            file.complain(
                    fold.arguments().get(0).at(),
                    "type",
                    fold.function().text() + " takes numbers"
                            + (function == Function.MIN || function == Function.MAX ? " or dates" : "") + ", not "
                            + Types.shown(type) + ".");
            return null;
        }
        return switch (function) {
            case AVERAGE -> Simple.DECIMAL;
            case COLLECT_LIST, COLLECT_SET -> new Type.ListOf(type);
            default -> type;
        };
    }
}
