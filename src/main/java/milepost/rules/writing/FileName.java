package milepost.rules.writing;

import java.util.Optional;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.RuleCase;
import milepost.rules.language.Fix;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.Span;

/** The name of a rule's file and that of its cases: the rule's, one rule in each, so that a page and an editor find them. */
public final class FileName {
    private static final String KEY = "[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*";

    /** The code of these problems. */
    public static final String CODE = "file-name";

    private FileName() {}

    /** What is wrong with the file that cases of a rule stand in; nothing when it is the one beside the rule's own. */
    public static Optional<RuleProblem> findProblem(RuleCase example, RuleProblem.Level level) {
        return findProblem(example.path(), example.rule(), level);
    }

    /** The same of what came of a case. */
    public static Optional<RuleProblem> findProblem(CaseResult result, RuleProblem.Level level) {
        return findProblem(result.path(), result.rule(), level);
    }

    private static Optional<RuleProblem> findProblem(String path, String rule, RuleProblem.Level level) {
        String own = rule + RuleFile.CASES;
        return path.equals(own)
                ? Optional.empty()
                : Optional.of(new RuleProblem(
                        path,
                        1,
                        1,
                        1,
                        level,
                        CODE,
                        "Cases of " + rule + " belong into " + own + "; move them there.",
                        null));
    }

    /**
     * What is wrong with the file a rule stands in; nothing when it has the rule's name.
     *
     * @param level ERROR where the rule is to be published
     */
    public static Optional<RuleProblem> findProblem(RuleInfo rule, RuleProblem.Level level) {
        if (rule.path().equals(rule.key() + RuleFile.RULE)) {
            return Optional.empty();
        }
        int column = Math.max(0, rule.text().lines().findFirst().orElse("").indexOf(rule.key())) + 1;
        Span at = new Span(rule.line(), column, rule.line(), column + rule.key().length());
        String stem = RuleFile.stem(rule.path());
        String message = "The rule " + rule.key() + " belongs into " + rule.key() + RuleFile.RULE
                + ", alone. Rename the file with its cases, or the rule; a renamed rule keeps its flags with @alias( \""
                + rule.key() + "\" ).";
        Fix fix = stem.matches(KEY) ? Fix.replacing(rule.path(), at, rule.key(), stem) : null;
        return Optional.of(
                new RuleProblem(rule.path(), at.line(), at.column(), at.endColumn(), level, CODE, message, fix));
    }
}
