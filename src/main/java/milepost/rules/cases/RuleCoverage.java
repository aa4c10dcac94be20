package milepost.rules.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
        List<RuleCoverage> all = new ArrayList<>();
        for (RuleInfo rule : ruleset.rules()) {
            Predicate<CaseResult> own = result -> result.rule().equals(rule.key());
            all.add(new RuleCoverage(
                    rule.key(), (int) results.stream().filter(own).count(), (int)
                            results.stream().filter(own.and(CaseResult::fired)).count()));
        }
        return all;
    }

    /** Whether there is a case in which it reports and one in which it is silent. */
    public boolean bothKinds() {
        return fired > 0 && fired < cases;
    }
}
