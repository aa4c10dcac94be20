package milepost.rules.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import milepost.rules.Ruleset;
import milepost.rules.language.Expr;
import milepost.rules.language.RuleTree;
import milepost.rules.wording.RuleConstraints;

/**
 * How often one constraint of a rule was true and false in the cases of that rule.
 *
 * @param number its place among the constraints of the rule, from 1
 * @param of how many constraints the rule has
 * @param text the constraint as written
 */
public record ConditionCoverage(
        String rule, int number, int of, int line, int column, String text, long held, long failed) {

    /** Evaluates all cases with an engine that tells what it tests; a constraint counts in the cases of its own rule only. */
    public static List<ConditionCoverage> of(Ruleset ruleset, Iterable<RuleCase> cases) {
        Map<Expr, long[]> counts = new HashMap<>();
        String[] current = {""};
        Ruleset watched = ruleset.watchedBy((rule, test, held) -> {
            if (rule.equals(current[0])) {
                counts.computeIfAbsent(test, t -> new long[2])[held ? 0 : 1]++;
            }
        });
        for (RuleCase example : cases) {
            current[0] = example.rule();
            example.on(watched);
        }
        List<ConditionCoverage> all = new ArrayList<>();
        for (RuleTree tree : ruleset.trees()) {
            List<Expr> tests = RuleConstraints.of(tree);
            for (int i = 0; i < tests.size(); i++) {
                Expr test = tests.get(i);
                long[] count = counts.getOrDefault(test, new long[2]);
                all.add(new ConditionCoverage(
                        tree.info().key(),
                        i + 1,
                        tests.size(),
                        test.span().line(),
                        test.span().column(),
                        RuleConstraints.text(tree, test),
                        count[0],
                        count[1]));
            }
        }
        return all;
    }

    /** Whether the cases show what the constraint is there for: facts that meet it and facts that do not. */
    public boolean shown() {
        return held > 0 && failed > 0;
    }

    /** What the cases do not show. */
    public String gap() {
        String what = held == 0 && failed == 0 ? "reached" : held == 0 ? "true" : "false";
        return "constraint " + number + " of " + of + " was never " + what + " in a case: " + text;
    }
}
