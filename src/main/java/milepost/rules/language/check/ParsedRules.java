package milepost.rules.language.check;

import java.util.List;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;

/**
 * What became of rule files.
 *
 * @param rules those without an error, ordered by key
 * @param problems ordered by path, line and column
 */
public record ParsedRules(List<RuleTree> rules, List<RuleProblem> problems) {
    public ParsedRules {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    /** Whether the rules can be used: nothing in the files is an error. */
    public boolean usable() {
        return problems.stream().noneMatch(p -> p.severity() == RuleProblem.Level.ERROR);
    }
}
