package milepost.rules.worker;

import java.util.List;
import milepost.rules.language.RuleFile;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a draft.
 *
 * @param cases files of its cases
 * @param looks facts that advice is drawn from, or to evaluate the rules on
 * @param focus the rule that is asked about, for ADVISE and MAKE only
 */
public record Request(
        Wish wish,
        List<RuleFile> rules,
        List<RuleFile> cases,
        List<Look> looks,
        @Nullable Focus focus) {

    /** What is to be done. */
    public enum Wish {
        /** Read all rules and give advice about them; nothing is evaluated but for the advice. */
        CHECK,
        /** Run the cases, and evaluate the rules on the facts. */
        TRY,
        /** Give advice about one rule, and say what its cases and the facts show of each of its constraints. */
        ADVISE,
        /** Make a case of the facts. */
        MAKE
    }

    /**
     * One rule of a draft.
     *
     * @param path of its file
     * @param key of the rule; for ADVISE all rules of the file are meant
     * @param subject what a case is to be about; empty for ADVISE
     * @param name of the case; empty for ADVISE
     */
    public record Focus(String path, String key, String subject, String name) {}

    /** Reads rules and gives advice about them, their cases and the facts beside them. */
    public static Request check(List<RuleFile> rules, List<RuleFile> cases, List<Look> looks) {
        return new Request(Wish.CHECK, rules, cases, looks, null);
    }

    /** Reads rules and gives advice about them. */
    public static Request check(List<RuleFile> rules) {
        return check(rules, List.of(), List.of());
    }

    /** Runs the cases of rules. */
    public static Request test(List<RuleFile> rules, List<RuleFile> cases) {
        return new Request(Wish.TRY, rules, cases, List.of(), null);
    }

    /** Evaluates rules on facts. */
    public static Request dryRun(List<RuleFile> rules, List<Look> looks) {
        return new Request(Wish.TRY, rules, List.of(), looks, null);
    }

    /** Advice about the rules of one file, and what shows their constraints. */
    public static Request advise(List<RuleFile> rules, List<RuleFile> cases, List<Look> looks, String path) {
        return new Request(Wish.ADVISE, rules, cases, looks, new Focus(path, "", "", ""));
    }

    /** A case of the rule in one of the files, of these facts. */
    public static Request make(List<RuleFile> rules, Look look, Focus focus) {
        return new Request(Wish.MAKE, rules, List.of(), List.of(look), focus);
    }
}
