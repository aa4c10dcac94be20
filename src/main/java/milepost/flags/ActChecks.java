package milepost.flags;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.facts.Severity;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Handling;
import milepost.flags.decision.Triage;
import milepost.flags.decision.TriagePolicy;
import milepost.flags.life.Flag;
import org.jspecify.annotations.Nullable;

/** What people may do to a flag: a reason where one is owed, no acceptance without an end, nothing above one's limit. */
final class ActChecks {
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_COMMENT = 10_000;

    private final TriagePolicy policy;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    private ActChecks(TriagePolicy policy, LocalDate today) {
        this.policy = policy;
        this.today = today;
    }

    /** Throws INVALID with every field that is wrong. */
    static void check(Act act, TriagePolicy policy, LocalDate today) {
        ActChecks checks = new ActChecks(policy, today);
        if (act instanceof Act.Decide decide) {
            checks.reason(decide.decision().reason(), decide.decision().waives());
            checks.until(decide.decision());
        } else if (act instanceof Act.Rate rate) {
            checks.reason(rate.reason(), rate.severity() != null);
        } else if (act instanceof Act.Comment comment) {
            checks.comment(comment.text());
        }
        if (!checks.errors.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "The decision cannot be recorded like this.", checks.errors);
        }
    }

    /** Throws INVALID when a flag would be given to somebody for whom its roadmap does not exist. */
    static void seen(Flag flag, Act act) {
        if (act instanceof Act.Assign assign
                && assign.person() != null
                && !assign.sees().test(flag.roadmap())) {
            throw Problem.of(
                    "assignee",
                    assign.person() + " does not see the roadmap " + flag.roadmap()
                            + ". Choose somebody who does as the assignee, or make them a member of it first.");
        }
    }

    /** Throws FORBIDDEN when that would take a flag out of the counts, or make it less, above the limit of the decider. */
    static void allow(Decider by, Flag flag, Handling after) {
        boolean waives = after.decision().waives()
                && !after.decision().equals(flag.handling().decision());
        boolean lessens = after.severity() != null
                && after.severity() != flag.severity()
                && after.severity().compareTo(flag.reportedSeverity()) < 0;
        Severity worst =
                flag.severity().compareTo(flag.reportedSeverity()) > 0 ? flag.severity() : flag.reportedSeverity();
        if ((waives || lessens) && !by.mayWaive(worst)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "You may accept, call false or lower flags up to " + word(by.limit()) + "; this one is "
                            + word(worst) + ". Ask an administrator to decide it.");
        }
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private void reason(@Nullable String reason, boolean owed) {
        if (owed && (reason == null || reason.isBlank())) {
            errors.add(new FieldError("reason", "Enter a reason. It is shown with the flag and in the history."));
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            errors.add(new FieldError("reason", "The reason must have at most " + LONGEST_REASON + " characters."));
        }
    }

    private void comment(String text) {
        if (text.isBlank()) {
            errors.add(new FieldError("comment", "Write something, or leave it."));
        }
        if (text.length() > LONGEST_COMMENT) {
            errors.add(new FieldError(
                    "comment",
                    "The comment has " + text.length() + " characters; it must have at most " + LONGEST_COMMENT + "."));
        }
    }

    private void until(Decision decision) {
        LocalDate until = decision.until();
        LocalDate latest = policy.latest(today);
        if (decision.triage() != Triage.ACCEPTED) {
            if (until != null) {
                errors.add(new FieldError("until", "Only an acceptance has an end date."));
            }
        } else if (until == null) {
            errors.add(new FieldError("until", "Give the last day of the acceptance, " + latest + " at the latest."));
        } else if (until.isBefore(today)) {
            errors.add(new FieldError("until", "The end of the acceptance must not lie in the past."));
        } else if (until.isAfter(latest)) {
            errors.add(new FieldError("until", "An acceptance lasts until " + latest + " at the latest."));
        }
    }
}
