package milepost.web.author.rules;

import java.util.List;
import milepost.rules.language.RuleTree;
import milepost.rules.wording.RuleConstraints;
import milepost.rules.wording.RuleSentences;

/**
 * What must be so for a rule to report.
 *
 * @param sentences in words
 * @param numbered each constraint as written, in the order in which cases and coverage number them
 * @param written the lines of its text
 */
public record RuleConditions(RuleSentences sentences, List<String> numbered, List<List<RuleText.Piece>> written) {
    /** Of a rule that is not known. */
    static final RuleConditions NONE = new RuleConditions(RuleSentences.NONE, List.of(), List.of());

    static RuleConditions of(RuleTree tree) {
        List<String> numbered = RuleConstraints.of(tree).stream()
                .map(test -> RuleConstraints.text(tree, test))
                .toList();
        return new RuleConditions(RuleSentences.of(tree), numbered, lines(tree));
    }

    /** Where the conditions are is asked of the tree that is evaluated, for a comment can look like conditions. */
    private static List<List<RuleText.Piece>> lines(RuleTree tree) {
        int first = tree.when().get(0).span().line() - tree.span().line();
        int last = tree.when().get(tree.when().size() - 1).span().endLine()
                - tree.span().line();
        List<String> lines = tree.info().text().lines().toList();
        String text = String.join("\n", lines.subList(Math.max(0, first), Math.min(lines.size(), last + 1)));
        return RuleText.lines(text.stripIndent());
    }
}
