package milepost.roadmap;

import java.util.Map;
import milepost.facts.Severity;

/** How a roadmap stands, by its worst active flag. */
public enum Health {
    /** No critical or high flag is active. */
    ON_TRACK,
    /** The worst active flag is high. */
    AT_RISK,
    /** A critical flag is active. */
    OFF_TRACK,
    /** Nothing critical or high, but no open milestone has a date that could be missed either. */
    NO_DATES,
    /** The rules had not looked at the roadmap by then, so nothing can be said. */
    NOT_JUDGED;

    /**
     * The health that follows from flags and dates.
     *
     * @param active active flags by severity; a severity may be missing
     * @param dated whether any open milestone has a due date
     */
    public static Health of(Map<Severity, Integer> active, boolean dated) {
        if (active.getOrDefault(Severity.CRITICAL, 0) > 0) {
            return OFF_TRACK;
        }
        if (active.getOrDefault(Severity.HIGH, 0) > 0) {
            return AT_RISK;
        }
        return dated ? ON_TRACK : NO_DATES;
    }
}
