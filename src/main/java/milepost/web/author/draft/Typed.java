package milepost.web.author.draft;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import milepost.rules.book.RuleFiles;
import milepost.rules.language.Fix;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.writing.FileCheck;

/**
 * What stands in the two fields of the editor.
 *
 * @param version of the draft it was typed over, 0 when there was none
 * @param rule text of the rule file
 * @param cases text of the case file
 */
public record Typed(String key, long version, String rule, String cases) {

    static Typed of(Context ctx) {
        return new Typed(key(ctx), Forms.number(ctx, "version"), Forms.text(ctx, "rule"), Forms.text(ctx, "cases"));
    }

    static String key(Context ctx) {
        return ctx.pathParam("folder") + "/" + ctx.pathParam("name");
    }

    Typed at(long newer) {
        return new Typed(key, newer, rule, cases);
    }

    String rulePath() {
        return key + RuleFile.RULE;
    }

    String casesPath() {
        return key + RuleFile.CASES;
    }

    /** The files with what was typed; an empty text lets its file go. */
    RuleFiles over(RuleFiles files) {
        return files.with(rulePath(), rule.isBlank() ? null : rule).with(casesPath(), cases.isBlank() ? null : cases);
    }

    /** Mistakes and advice; the rules of the book are taken as they are. */
    List<RuleProblem> problems(List<RuleTree> book) {
        if (rule.isBlank() && cases.isBlank()) {
            return List.of();
        }
        return new FileCheck(new RuleFile(rulePath(), rule), new RuleFile(casesPath(), cases), book).problems();
    }

    /**
     * The texts after a quick fix; empty when what it mends is not there any more.
     *
     * @param wanted line and title of the fix, as {@link #name} gives it; of several with this title the nearest is meant
     */
    Optional<Typed> fixed(String wanted, List<RuleTree> book) {
        String title = wanted.substring(wanted.indexOf(' ') + 1);
        int line = wanted.matches("[0-9]{1,6} .*") ? Integer.parseInt(wanted.substring(0, wanted.indexOf(' '))) : 1;
        return problems(book).stream()
                .filter(p -> p.fix() != null && p.fix().title().equals(title))
                .min(Comparator.comparingInt(p -> Math.abs(p.line() - line)))
                .map(p -> p.fix())
                .map(this::fixed);
    }

    /** How a form names the fix of a problem. */
    public static String name(RuleProblem problem, Fix fix) {
        return problem.line() + " " + fix.title();
    }

    private Typed fixed(Fix fix) {
        return fix.path().equals(rulePath())
                ? new Typed(key, version, fix.applyTo(rule), cases)
                : new Typed(key, version, rule, fix.applyTo(cases));
    }
}
