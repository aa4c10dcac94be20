package milepost.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The day an evaluation looks at; rules have no other clock. */
public record AsOf(LocalDate date) {

    /** Whole days from this day to {@code day}; negative when it has passed. */
    public long daysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(date, day);
    }
}
