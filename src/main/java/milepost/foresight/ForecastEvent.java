package milepost.foresight;

import java.time.LocalDate;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;

/** One thing that will happen to a flag on a day if nobody does anything. */
public record ForecastEvent(
        LocalDate date, Kind event, String rule, SubjectKind kind, String subject, Severity severity, String message) {

    /** The four things that happen to flags. */
    public enum Kind {
        RAISED,
        CLEARED,
        ESCALATED,
        RETURNED
    }
}
