package milepost.roadmap;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import milepost.facts.Milestone;
import milepost.facts.Problem;
import milepost.facts.TargetDate;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.fact.Edits;
import milepost.roadmap.fact.Facts;
import org.jspecify.annotations.Nullable;

/**
 * How far a due date may be moved to a later day without saying why: by this many days at once, and to this many days after the first
 * promise. Taking a due date away always needs a reason.
 */
public record SlipLimit(int days) {
    public static final SlipLimit USUAL = new SlipLimit(30);

    /** The longest limit, a hundred years. */
    public static final int LONGEST = 36_500;

    public SlipLimit {
        if (days < 0 || days > LONGEST) {
            throw new IllegalArgumentException("a limit of " + days + " days");
        }
    }

    /** The rule in a sentence, for those who are about to edit. */
    public String sentence() {
        return "Moving a due date by more than " + days + " days, or to more than " + days
                + " days after the first promise, or taking it away, needs a reason.";
    }

    /** What these edits need a reason for; the facts are those before the edits. */
    List<Problem.FieldError> owed(Facts before, List<Edit> edits) {
        List<Problem.FieldError> owed = new ArrayList<>();
        for (Edit edit : edits) {
            if (edit instanceof Edit.MilestoneRevision revision) {
                before.findMilestone(revision.key())
                        .map(milestone -> sentence(milestone, revision.due()))
                        .ifPresent(sentence -> owed.add(new Problem.FieldError("reason", sentence)));
            }
        }
        return owed;
    }

    /** What edits come to; INVALID with everything that is wrong with them, and every reason that is owed, at once. */
    static Edits.Result demand(List<Problem.FieldError> owed, Supplier<Edits.Result> work) {
        Edits.Result result;
        try {
            result = work.get();
        } catch (Problem problem) {
            throw problem.kind() == Problem.Kind.INVALID ? refusal(problem.fields(), owed) : problem;
        }
        if (!owed.isEmpty()) {
            throw refusal(List.of(), owed);
        }
        return result;
    }

    private static Problem refusal(List<Problem.FieldError> wrong, List<Problem.FieldError> owed) {
        List<Problem.FieldError> all =
                Stream.concat(wrong.stream(), owed.stream()).toList();
        return new Problem(Problem.Kind.INVALID, all.get(0).message(), all);
    }

    private @Nullable String sentence(Milestone before, @Nullable TargetDate due) {
        TargetDate was = before.due();
        if (was == null || was.equals(due)) {
            return null;
        }
        if (due == null) {
            return "Give the reason why " + before.key() + " loses its due date.";
        }
        long later = ChronoUnit.DAYS.between(was.last(), due.last());
        long sinceFirst = before.baseline() == null
                ? later
                : ChronoUnit.DAYS.between(before.baseline().last(), due.last());
        if (later <= 0 || (later <= days && sinceFirst <= days)) {
            return null;
        }
        return "Give the reason for moving the due date of " + before.key() + " by " + later
                + (later == 1 ? " day" : " days")
                + (later > days ? "" : " to " + sinceFirst + " days after the first promise")
                + ": beyond " + days + " days a reason is needed.";
    }
}
