package milepost.rules.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;

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
                        "\"" + rule.info().key() + "\"\n    @" + name + "( \"" + value + "\" )")));
        return problems;
    }

    /** A title that was not written is made from the key, so the tree alone does not tell. */
    private static boolean saysTitle(RuleTree rule) {
        String text = COMMENT.matcher(rule.info().text()).replaceAll(" ");
        return Pattern.compile("@\\s*title\\s*\\(").matcher(text).find();
    }
}
