package milepost.rules.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Fix;
import milepost.rules.language.Operator;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Span;
import org.jspecify.annotations.Nullable;

/** Constraints of one pattern that no fact can meet together. */
final class NeverMatches implements Check {
    static final String CODE = "never-matches";

    @Override
    public List<RuleProblem> find(LintInput input) {
        List<RuleProblem> problems = new ArrayList<>();
        for (RuleTree rule : input.rules()) {
            for (Condition.Pattern pattern : Parts.patterns(rule)) {
                Map<String, List<Limit>> byValue = new LinkedHashMap<>();
                Canon canon = new Canon();
                for (Expr test : Parts.tests(pattern)) {
                    Limit limit = Limit.of(test, canon);
                    if (limit != null) {
                        byValue.computeIfAbsent(limit.value(), v -> new ArrayList<>())
                                .add(limit);
                    }
                }
                Written file = new Written(rule, input);
                byValue.values().forEach(limits -> first(new Found(rule, file, pattern), limits, byValue, problems));
            }
        }
        return problems;
    }

    /** Names the first constraint that cannot hold beside those before it. */
    private static void first(
            Found found, List<Limit> limits, Map<String, List<Limit>> all, List<RuleProblem> problems) {
        for (int i = 0; i < limits.size(); i++) {
            List<Limit> together = limits.subList(0, i + 1);
            if (!Possible.all(together) || throughNull(limits.get(i), all)) {
                problems.add(new Place(found.rule(), limits.get(i).test().span())
                        .warning(
                                CODE,
                                "No fact can meet this together with the other constraints of its pattern, so the pattern never matches.",
                                found.without(limits.get(i).test())));
                return;
            }
        }
    }

    /** A pattern and where it is written. */
    private record Found(RuleTree rule, Written file, Condition.Pattern pattern) {

        /** Takes a constraint out that stands between commas. */
        @Nullable Fix without(Expr test) {
            boolean alone = pattern.items().stream()
                    .anyMatch(item -> item instanceof Condition.Test whole && whole.expr() == test);
            Span at = test.span();
            String title = "Remove " + file.at(at);
            return alone ? new Fix(title, file.path(), file.withComma(at), "") : null;
        }
    }

    /** {@code due == null, due.last < $today}: what is reached through nothing is nothing, and cannot be compared. */
    private static boolean throughNull(Limit limit, Map<String, List<Limit>> all) {
        return limit.isNull()
                && all.entrySet().stream()
                        .filter(e -> e.getKey().startsWith(limit.value() + "."))
                        .flatMap(e -> e.getValue().stream())
                        .anyMatch(l -> !l.isNull() && l.operator() != Operator.NOT_EQUAL);
    }
}
