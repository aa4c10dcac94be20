package milepost.rules.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import milepost.rules.language.Fix;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Span;

/** A rule that does not say what it is called, why it matters, what to do, or who looks after it. */
final class MissingMetadata implements Check {
    static final String CODE = "missing-metadata";
    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|(?s:/\\*.*?\\*/)");

    @Override
    public List<RuleProblem> find(LintInput input) {
        return input.rules().stream().flatMap(rule -> of(rule).stream()).toList();
    }

    private static List<RuleProblem> of(RuleTree rule) {
        Map<String, String> missing = new LinkedHashMap<>();
        if (!saysTitle(rule)) {
            missing.put("title", rule.info().title());
        }
        if (rule.info().owner() == null) {
            missing.put("owner", "who looks after this rule");
        }
        if (rule.info().why() == null) {
            missing.put("why", "Why it matters.");
        }
        if (rule.info().remedy() == null) {
            missing.put("remedy", "What to do about it.");
        }
        List<RuleProblem> problems = new ArrayList<>();
        missing.forEach((name, value) -> problems.add(Place.ofName(rule)
                .warning(
                        CODE,
                        "The rule has no @" + name + "; whoever sees its flag will ask.",
                        metadata(rule, name, value))));
        return problems;
    }

    /** A line of its own below the name of the rule. */
    private static Fix metadata(RuleTree rule, String name, String value) {
        Span at = Place.ofName(rule).span();
        Span after = new Span(at.endLine(), at.endColumn(), at.endLine(), at.endColumn());
        return Fix.replacing(rule.info().path(), after, "", "\n    @" + name + "( \"" + value + "\" )");
    }

    /** A title that was not written is made from the key, so the tree alone does not tell. */
    private static boolean saysTitle(RuleTree rule) {
        String text = COMMENT.matcher(rule.info().text()).replaceAll(" ");
        return Pattern.compile("@\\s*title\\s*\\(").matcher(text).find();
    }
}
