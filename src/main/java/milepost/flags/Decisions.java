package milepost.flags;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;

/** Which decisions may be made: a reason where one is owed, and no acceptance without an end. */
final class Decisions {
    private static final int LONGEST_REASON = 2_000;

    private Decisions() {}

    /** Throws INVALID with every field that is wrong. */
    static void check(Decision decision, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        String reason = decision.reason();
        boolean owed = decision.triage() == Triage.ACCEPTED || decision.triage() == Triage.FALSE_POSITIVE;
        if (owed && (reason == null || reason.isBlank())) {
            errors.add(new FieldError("reason", "Say why, so that others can follow the decision."));
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            errors.add(new FieldError("reason", "The reason must have at most " + LONGEST_REASON + " characters."));
        }
        until(decision, today, errors);
        if (!errors.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "The decision cannot be recorded like this.", errors);
        }
    }

    private static void until(Decision decision, LocalDate today, List<FieldError> errors) {
        LocalDate until = decision.until();
        LocalDate latest = Decision.latest(today);
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
