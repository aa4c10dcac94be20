package milepost.rules.lint;

import java.util.List;
import milepost.rules.language.Condition;
import milepost.rules.language.RuleProblem;

/** {@code exists( A and not B )}, which other programs that run DRL have been seen to get wrong. */
final class ExistsAndNot implements Check {
    static final String CODE = "exists-and-not";

    @Override
    public List<RuleProblem> find(LintInput input) {
        return input.rules().stream()
                .flatMap(
                        rule -> Parts.conditions(rule).stream()
                                .filter(ExistsAndNot::holdsNot)
                                .map(
                                        found -> new Place(rule, found.span())
                                                .note(
                                                        CODE,
                                                        "exists with a not inside works here, but not in every program that runs DRL (Drools issue 7115).")))
                .toList();
    }

    private static boolean holdsNot(Condition condition) {
        return condition instanceof Condition.Exists exists
                && exists.part() instanceof Condition.All all
                && all.parts().stream().anyMatch(Condition.Not.class::isInstance);
    }
}
