package milepost.flags;

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
    private static final int LONGEST_MONTHS = 6;

    /** Nobody has decided anything, or no longer. */
    static final Decision NONE = new Decision(Triage.UNTRIAGED, null, null);

    /** The last day until which a flag may be accepted by a decision of that day: six months on. */
    public static LocalDate latest(LocalDate today) {
        return today.plusMonths(LONGEST_MONTHS);
    }
}
