package milepost.rules.lint;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.cases.ConditionCoverage;
import milepost.rules.cases.LiveCoverage;
import milepost.rules.language.Expr;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;

/** A constraint that facts reach and that no live fact has met on any day of this year. */
final class ConstraintNeverTrue implements Check {
    static final String CODE = "constraint-never-true";

    @Override
    public List<RuleProblem> find(LintInput input) {
        List<RuleProblem> problems = new ArrayList<>();
        LintInput.Live live = input.live();
        long end = LiveCoverage.end();
        for (RuleTree rule : live.snapshots().isEmpty() ? List.<RuleTree>of() : input.rules()) {
            RuleFile file =
                    new RuleFile(rule.info().path(), input.text(rule.info().path()));
            List<ConditionCoverage> seen = live.kept().of(file, live.snapshots(), live.day(), end);
            List<Expr> needed = new ArrayList<>();
            Parts.needed(rule).forEach(pattern -> needed.addAll(Parts.tests(pattern)));
            needed.forEach(test -> seen.stream()
                    .filter(c -> c.rule().equals(rule.info().key()))
                    .filter(c -> c.line() == test.span().line()
                            && c.column() == test.span().column())
                    .filter(c -> c.held() == 0 && c.failed() > 0)
                    .forEach(c -> problems.add(told(rule, test, c))));
        }
        return problems;
    }

    private static RuleProblem told(RuleTree rule, Expr test, ConditionCoverage seen) {
        String message = "Constraint " + seen.number() + " of " + seen.of() + " was never true on live facts in "
                + "this year, so the rule was silent. Is it written as meant?";
        return new Place(rule, test.span()).note(CODE, message, null);
    }
}
