package milepost.flags.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about a flag.
 *
 * @param reason why; always there for ACCEPTED and FALSE_POSITIVE
 * @param until last day of an acceptance; always there for ACCEPTED, never for anything else
 */
public record Decision(
        Triage triage, @Nullable String reason, @Nullable LocalDate until) {

    /** Nobody has decided anything, or no longer. */
    public static final Decision NONE = new Decision(Triage.UNTRIAGED, null, null);

    /** Whether it takes the flag out of every count. */
    public boolean waives() {
        return triage == Triage.ACCEPTED || triage == Triage.FALSE_POSITIVE;
    }
}
