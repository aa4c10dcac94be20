package milepost.rules.language.check;

import java.util.List;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import org.jspecify.annotations.Nullable;

/**
 * What one file is, whatever the others are.
 *
 * @param rules in the order of the file
 * @param problems in the order of the file
 * @param whole whether nothing outside the rules is wrong, so that those without an error can be shown
 */
record FileReading(List<Named> rules, List<RuleProblem> problems, boolean whole) {

    /**
     * A rule and where its name stands.
     *
     * @param tree null when something in it is wrong
     * @param taken what to say when another rule has the name already, but for the place of that rule
     */
    record Named(String key, String place, @Nullable RuleTree tree, RuleProblem taken) {}
}
