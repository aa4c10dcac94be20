package milepost.rules.worker;

import java.util.List;
import milepost.rules.language.RuleFile;

/**
 * What is asked about a draft. Without cases and looks it is only read, and advice is given about it.
 *
 * @param cases files of cases to run
 * @param looks facts to evaluate the rules on
 * @param conditions whether to say how well the cases show each constraint, which takes a second evaluation of each case
 */
public record Request(List<RuleFile> rules, List<RuleFile> cases, List<Look> looks, boolean conditions) {

    /** Reads rules and gives advice about them. */
    public static Request check(List<RuleFile> rules) {
        return new Request(rules, List.of(), List.of(), false);
    }

    /** Runs the cases of rules. */
    public static Request test(List<RuleFile> rules, List<RuleFile> cases) {
        return new Request(rules, cases, List.of(), false);
    }

    /** Evaluates rules on facts. */
    public static Request dryRun(List<RuleFile> rules, List<Look> looks) {
        return new Request(rules, List.of(), looks, false);
    }

    /** The same, saying also how well the cases show each constraint. */
    public Request withConditions() {
        return new Request(rules, cases, looks, true);
    }
}
