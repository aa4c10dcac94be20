package milepost.web.author.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import milepost.foresight.DryRun;
import milepost.rules.Ruleset;
import milepost.rules.book.Review;
import milepost.rules.language.RuleProblem;
import milepost.rules.wording.RuleSentences;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the editor of one rule prints.
 *
 * @param problems of the two files
 * @param tried null when the rule was not tried
 * @param twoPersons whether another author must publish
 * @param error why it was not saved
 * @param from the file of another name that the rule stands in, null when it stands in its own
 * @param nonce lets the editor's own styles pass
 */
public record EditView(
        Typed typed,
        Standing standing,
        List<RuleProblem> problems,
        @Nullable RuleTrial tried,
        boolean twoPersons,
        @Nullable String error,
        @Nullable String from,
        String nonce) {
    private static final Pattern TITLE = Pattern.compile("@title\\(\\s*\"([^\"\\\\]{1,120})\"\\s*\\)");

    /** Problems of the whole draft, as found when it was tried, that are in other files or in none. */
    public List<RuleProblem> elsewhere() {
        return tried == null
                ? List.of()
                : tried.trial().review().problems().stream()
                        .filter(p ->
                                !p.path().equals(typed.rulePath()) && !p.path().equals(typed.casesPath()))
                        .toList();
    }

    /** What the rule checks in words, as it was when it was tried; nothing while it has errors. */
    public RuleSentences sentences() {
        Ruleset ruleset = tried == null ? null : tried.trial().review().ruleset();
        return ruleset == null
                ? RuleSentences.NONE
                : ruleset.findTree(typed.key()).map(RuleSentences::of).orElse(RuleSentences.NONE);
    }

    /** What must be put right before publication, each in a few words; empty when nothing is known to be in the way. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        long errors = problems.stream().filter(EditView::isError).count()
                + elsewhere().stream().filter(EditView::isError).count();
        if (errors > 0) {
            reasons.add(Words.count(errors, "error"));
        }
        if (tried != null) {
            Review review = tried.trial().review();
            if (!review.failed().isEmpty()) {
                reasons.add(Words.count(review.failed().size(), "failing case"));
            }
            review.unshown().forEach(rule -> reasons.add(rule.rule() + ": " + Review.missing(rule)));
        }
        if (!standing.conflicts().isEmpty()) {
            reasons.add(Words.count(standing.conflicts().size(), "file") + " changed elsewhere");
        }
        if (standing.draft() == null || standing.draft().files().isEmpty()) {
            reasons.add("Nothing differs from the rules in use");
        }
        return reasons;
    }

    /** What the rule calls itself, or its key while it does not. */
    public String title() {
        Matcher title = TITLE.matcher(typed.rule());
        return title.find() ? title.group(1) : typed.key();
    }

    /** What publication would do to flags, in a sentence. */
    public String effect() {
        DryRun run = tried == null ? null : tried.trial().dryRun();
        if (run == null) {
            return "";
        }
        Map<DryRun.Event, Integer> counts =
                List.of(DryRun.Event.values()).stream().collect(Collectors.toMap(event -> event, run::count));
        int changed = counts.getOrDefault(DryRun.Event.REWORDED, 0) + counts.getOrDefault(DryRun.Event.ESCALATED, 0);
        return "Publishing raises " + Words.count(counts.getOrDefault(DryRun.Event.RAISED, 0), "flag") + ", clears "
                + counts.getOrDefault(DryRun.Event.CLEARED, 0) + " and changes " + changed + " on live data now.";
    }

    /** When it was tried, in hours and minutes. */
    public String at() {
        return tried == null ? "" : Standing.clock(tried.at());
    }

    private static boolean isError(RuleProblem problem) {
        return problem.severity() == RuleProblem.Level.ERROR;
    }
}
