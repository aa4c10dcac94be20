package milepost.flags.decision;

import java.time.LocalDate;

/**
 * What may be decided here.
 *
 * @param months how far ahead a flag may be accepted, in months
 * @param flood how many flags one rule may raise at once in a roadmap before the list shows them as one
 */
public record TriagePolicy(int months, int flood) {

    /** Six months, fifty flags. */
    public static final TriagePolicy USUAL = new TriagePolicy(6, 50);

    /** The last day until which a flag may be accepted by a decision of that day. */
    public LocalDate latest(LocalDate today) {
        return today.plusMonths(months);
    }
}
