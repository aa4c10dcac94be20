package milepost.rules.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import org.jspecify.annotations.Nullable;

/** A constraint on a property that is empty in every live fact. */
final class FieldNeverFilled implements Check {
    static final String CODE = "field-never-filled";

    @Override
    public List<RuleProblem> find(LintInput input) {
        LiveValues live = new LiveValues(input.live());
        List<RuleProblem> problems = new ArrayList<>();
        for (RuleTree rule : input.rules()) {
            for (Condition.Pattern pattern : Parts.patterns(rule)) {
                List<Object> facts = live.of(pattern.fact());
                if (!facts.isEmpty()) {
                    pattern(new Pattern(rule, pattern, facts), problems);
                }
            }
        }
        return problems;
    }

    /** Who asks for emptiness expects it. */
    private static void pattern(Pattern at, List<RuleProblem> problems) {
        Set<String> told = new HashSet<>();
        Canon canon = new Canon();
        for (Expr test : Parts.tests(at.pattern())) {
            Limit limit = Limit.of(test, canon);
            if (limit != null && limit.isNull()) {
                continue;
            }
            Parts.walk(test, part -> {
                if (part instanceof Expr.Read read
                        && read.target() instanceof Expr.Self
                        && at.facts().stream().allMatch(fact -> isEmpty(LiveValues.read(read, fact)))
                        && told.add(read.property().name())) {
                    problems.add(new Place(at.rule(), read.span())
                            .warning(
                                    CODE,
                                    "No live " + at.pattern().fact().name() + " has a value of "
                                            + read.property().name()
                                            + "; the rule cannot report until somebody fills it.",
                                    null));
                }
            });
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value instanceof List<?> list && list.isEmpty();
    }

    private record Pattern(RuleTree rule, Condition.Pattern pattern, List<Object> facts) {}
}
