package milepost.web.author.draft;

import java.util.List;
import milepost.facts.Problem;
import milepost.facts.Reach;
import milepost.foresight.DryRun;
import milepost.rules.Ruleset;
import milepost.rules.book.Review;
import milepost.rules.book.RuleFiles;
import milepost.rules.language.RuleProblem;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;

/**
 * What rules would do if they were published: their review, and what would become of the flags.
 *
 * @param dryRun null when they do not compile, or when only their cases were asked for
 */
public record Trial(Review review, @Nullable DryRun dryRun) {
    static Trial of(Parts parts, RuleFiles candidate, Reach reach) {
        Review review = review(parts, candidate);
        Ruleset ruleset = review.ruleset();
        return new Trial(
                review, ruleset == null ? null : dryRun(parts, candidate).seenBy(reach));
    }

    private static DryRun dryRun(Parts parts, RuleFiles candidate) {
        var report = parts.workbench()
                .publishing()
                .trial()
                .onFacts(candidate, parts.roadmaps().keys(Reach.EVERYTHING), false);
        return DryRun.of(report, parts.roadmaps(), parts.flags());
    }

    /** Leaves the flags aside. */
    static Trial ofCases(Parts parts, RuleFiles candidate) {
        return new Trial(review(parts, candidate), null);
    }

    /** Rules that cost too much even to try are shown as such, so that their author can still open and change them. */
    private static Review review(Parts parts, RuleFiles candidate) {
        try {
            return parts.workbench().publishing().review(candidate);
        } catch (Problem refused) {
            String message = String.valueOf(refused.getMessage());
            RuleProblem stopped = new RuleProblem("", 1, 1, 1, RuleProblem.Level.ERROR, "too-costly", message, null);
            return new Review(null, List.of(stopped), List.of(), List.of());
        }
    }
}
