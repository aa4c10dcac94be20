package milepost.rules.wording;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.RuleTree;
import milepost.rules.wording.clause.Names;

/**
 * What a rule checks, in sentences.
 *
 * @param checks what must be so, all of it together; empty when the rule asks nothing
 * @param reports what it then reports
 * @param absences what it looks for and must not find, in the order in which evidence tells of it
 */
public record RuleSentences(List<Said> checks, List<Said> reports, List<String> absences) {
    /** Of a rule that is not known. */
    public static final RuleSentences NONE = new RuleSentences(List.of(), List.of(), List.of());

    public RuleSentences {
        checks = List.copyOf(checks);
        reports = List.copyOf(reports);
        absences = List.copyOf(absences);
    }

    /** The same words for the same tree. */
    public static RuleSentences of(RuleTree tree) {
        Names names = new Names(tree);
        Map<Expr, Integer> numbers = new IdentityHashMap<>();
        List<Expr> tests = RuleConstraints.of(tree);
        for (int i = 0; i < tests.size(); i++) {
            numbers.put(tests.get(i), i + 1);
        }
        ConditionWriter writer = new ConditionWriter(names, numbers);
        List<Said> checks = tree.when().stream()
                .filter(condition -> !understood(condition))
                .map(writer::of)
                .toList();
        List<String> absences = new ArrayList<>();
        tree.when().forEach(condition -> absences.addAll(writer.absences(condition)));
        return new RuleSentences(checks, new ReportWriter(names, tree.info().severity()).of(tree.then()), absences);
    }

    /** The day and the roadmap are always there. */
    private static boolean understood(Condition condition) {
        return condition instanceof Condition.Pattern pattern
                && Names.single(pattern)
                && pattern.items().stream().noneMatch(Condition.Test.class::isInstance);
    }

    /** All of it as text, a line each, indented by its depth. */
    public String text() {
        return String.join(
                "\n",
                Stream.concat(checks.stream(), reports.stream())
                        .flatMap(Said::lines)
                        .toList());
    }
}
