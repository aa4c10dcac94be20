package milepost.rules.lint;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import org.jspecify.annotations.Nullable;

/**
 * What was said the last time of each rule by itself. A file that did not change gives the very tree of the time before, and advice
 * drawn from that tree and its text alone is the same.
 */
public final class KnownAdvice {
    /** What look at one rule and its file and at nothing else. */
    private static final List<Check> ALONE =
            List.of(new MissingMetadata(), new MessageWithoutValue(), new NeverMatches(), new ExistsAndNot());

    private volatile Map<RuleTree, OfRule> known = new IdentityHashMap<>();

    /**
     * A rule by itself.
     *
     * @param shape what it can be compared with other rules by; null when it cannot
     */
    record OfRule(List<RuleProblem> advice, RepeatedRule.@Nullable Shape shape) {
        private static OfRule of(RuleTree rule, LintInput input) {
            LintInput alone = new LintInput(List.of(rule), input.files(), List.of(), LintInput.Live.none());
            return new OfRule(
                    ALONE.stream().flatMap(check -> check.find(alone).stream()).toList(), RepeatedRule.shape(rule));
        }
    }

    /** What to say of all these rules, one by one and beside one another. */
    List<RuleProblem> of(LintInput input) {
        Map<RuleTree, OfRule> before = known;
        Map<RuleTree, OfRule> now = new IdentityHashMap<>();
        List<OfRule> rules = new ArrayList<>();
        for (RuleTree tree : input.rules()) {
            OfRule same = before.get(tree);
            OfRule rule = same == null ? OfRule.of(tree, input) : same;
            now.put(tree, rule);
            rules.add(rule);
        }
        known = now;
        List<RepeatedRule.Shape> shapes =
                rules.stream().map(OfRule::shape).filter(Objects::nonNull).toList();
        List<RepeatedRule.Shape> all = new ArrayList<>(shapes);
        input.beside().stream()
                .map(RepeatedRule::shape)
                .filter(Objects::nonNull)
                .forEach(all::add);
        List<RuleProblem> advice = new ArrayList<>();
        rules.forEach(rule -> advice.addAll(rule.advice()));
        advice.addAll(RepeatedRule.find(shapes, all));
        return advice;
    }
}
