package milepost.rules.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleInfo;

/**
 * How well the cases of one rule show what it does.
 *
 * @param cases how many cases it has
 * @param fired in how many of them it reported
 */
public record RuleCoverage(String rule, int cases, int fired) {

    /** One for each rule, in the order of the rules. */
    public static List<RuleCoverage> of(Ruleset ruleset, List<CaseResult> results) {
        return of(ruleset.rules(), results);
    }

    /** The same of rules that were compiled elsewhere. */
    public static List<RuleCoverage> of(List<RuleInfo> rules, List<CaseResult> results) {
        Map<String, List<CaseResult>> byRule = results.stream().collect(Collectors.groupingBy(CaseResult::rule));
        List<RuleCoverage> all = new ArrayList<>();
        for (RuleInfo rule : rules) {
            List<CaseResult> own = byRule.getOrDefault(rule.key(), List.of());
            all.add(new RuleCoverage(rule.key(), own.size(), (int)
                    own.stream().filter(CaseResult::fired).count()));
        }
        return all;
    }

    /** Whether there is a case in which it reports and one in which it is silent. */
    public boolean bothKinds() {
        return fired > 0 && fired < cases;
    }
}
