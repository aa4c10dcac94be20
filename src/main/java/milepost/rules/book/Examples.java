package milepost.rules.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milepost.rules.cases.CaseFiles;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.KnownCases;
import milepost.rules.cases.RuleCase;

/**
 * The cases of the rules in use, and what came of them.
 *
 * @param number of the version of the rules
 * @param byRule the cases of each rule that has some, in the order of files and lines
 */
public record Examples(long number, Map<String, List<Example>> byRule) {

    /** One case and its result. */
    public record Example(RuleCase given, CaseResult result) {}

    public Examples {
        byRule = Map.copyOf(byRule);
    }

    static Examples of(Rulebook.Current current, KnownCases known) {
        List<RuleCase> cases =
                CaseFiles.read(current.files().cases(), current.ruleset()).cases();
        List<CaseResult> results = known.run(current.ruleset(), cases);
        Map<String, List<Example>> byRule = new TreeMap<>();
        for (int i = 0; i < cases.size(); i++) {
            byRule.computeIfAbsent(cases.get(i).rule(), rule -> new ArrayList<>())
                    .add(new Example(cases.get(i), results.get(i)));
        }
        return new Examples(current.number(), byRule);
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
                .filter(e -> e.result().ok())
                .count();
    }
}
