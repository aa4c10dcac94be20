package milepost.rules.lint;

import java.util.List;
import milepost.rules.language.RuleProblem;

/** One kind of advice. */
interface Check {
    List<RuleProblem> find(LintInput input);
}
