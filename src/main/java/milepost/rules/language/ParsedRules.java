package milepost.rules.language;

import java.util.List;

/**
 * What became of the text of rules.
 *
 * @param rules those that could be checked, ordered by key
 * @param problems ordered by path, line and column
 */
public record ParsedRules(List<RuleTree> rules, List<RuleProblem> problems) {
    public ParsedRules {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    public boolean usable() {
        return problems.stream().noneMatch(p -> p.severity() == RuleProblem.Level.ERROR);
    }
}
