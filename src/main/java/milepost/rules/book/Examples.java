package milepost.rules.book;

import java.util.List;
import java.util.Map;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.RuleCase;
import milepost.rules.language.RuleProblem;
import org.jspecify.annotations.Nullable;

/**
 * The cases of the rules in use, and what came of those that ran so far.
 *
 * @param number of the version of the rules
 * @param byRule the cases of each rule that has some, in the order of files and lines
 * @param problems mistakes in case files, whose cases are not among them
 */
public record Examples(long number, Map<String, List<Example>> byRule, List<RuleProblem> problems) {

    /**
     * One case and its result.
     *
     * @param result null while it is being run
     */
    public record Example(RuleCase given, @Nullable CaseResult result) {

        /** Whether it ran and its rule reported what it expects. */
        public boolean passes() {
            return result != null && result.ok();
        }

        /** Whether it ran and its rule reported something else. */
        public boolean fails() {
            return result != null && !result.ok();
        }
    }

    public Examples {
        byRule = Map.copyOf(byRule);
        problems = List.copyOf(problems);
    }

    /** Those of one rule. */
    public List<Example> of(String rule) {
        return byRule.getOrDefault(rule, List.of());
    }

    /** How many there are. */
    public int total() {
        return byRule.values().stream().mapToInt(List::size).sum();
    }

    /** How many pass. */
    public int passed() {
        return (int) byRule.values().stream()
                .flatMap(List::stream)
                .filter(Example::passes)
                .count();
    }

    /** How many are being run, so that nobody knows yet whether they pass. */
    public int running() {
        return (int) byRule.values().stream()
                .flatMap(List::stream)
                .filter(e -> e.result() == null)
                .count();
    }
}
