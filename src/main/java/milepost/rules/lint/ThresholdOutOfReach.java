package milepost.rules.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;

/** A number from which every live fact is far away, all on one side. */
final class ThresholdOutOfReach implements Check {
    static final String CODE = "threshold-out-of-reach";
    private static final List<Operator> ORDER =
            List.of(Operator.LESS, Operator.LESS_OR_EQUAL, Operator.GREATER, Operator.GREATER_OR_EQUAL);

    @Override
    public List<RuleProblem> find(LintInput input) {
        LiveValues live = new LiveValues(input.live());
        List<RuleProblem> problems = new ArrayList<>();
        for (RuleTree rule : input.rules()) {
            for (Condition.Pattern pattern : Parts.patterns(rule)) {
                for (Expr test : Parts.tests(pattern)) {
                    if (test instanceof Expr.Binary binary
                            && ORDER.contains(binary.operator())
                            && binary.right() instanceof Expr.Constant c
                            && c.value() instanceof Number threshold) {
                        compare(new Place(rule, test.span()), binary, live.of(pattern.fact()), threshold, problems);
                    }
                }
            }
        }
        return problems;
    }

    /** What another unit makes of a number is ten times as much or more; zero is zero in each. */
    private static boolean isTenfold(BigDecimal one, BigDecimal other) {
        BigDecimal less = one.min(other);
        return less.signum() > 0 && one.max(other).compareTo(less.multiply(BigDecimal.TEN)) >= 0;
    }

    private static void compare(
            Place place, Expr.Binary test, List<Object> facts, Number threshold, List<RuleProblem> problems) {
        List<BigDecimal> values = facts.stream()
                .map(fact -> LiveValues.read(test.left(), fact))
                .filter(Number.class::isInstance)
                .map(value -> new BigDecimal(value.toString()))
                .sorted()
                .toList();
        if (values.isEmpty()) {
            return;
        }
        BigDecimal at = new BigDecimal(threshold.toString());
        BigDecimal least = values.get(0);
        BigDecimal most = values.get(values.size() - 1);
        BigDecimal gap = at.compareTo(most) > 0 ? at.subtract(most) : least.subtract(at);
        BigDecimal near = at.compareTo(most) > 0 ? most : least;
        boolean far = gap.compareTo(most.subtract(least)) > 0 && isTenfold(at.abs(), near.abs());
        if (far) {
            problems.add(place.warning(
                    CODE,
                    "No live fact is near " + at + ": values go from " + least + " to " + most + ". Is the unit right?",
                    null));
        }
    }
}
