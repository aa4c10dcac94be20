package milepost.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure of some jurisdictions against others.
 *
 * @param imposedBy ISO 3166 codes
 * @param targets ISO 3166 codes
 * @param sector the sector it is limited to, null for all
 * @param from first day in force, null when it was in force before anyone looked
 * @param to last day in force, null when no end is known
 */
public record Restriction(
        String key,
        String title,
        RestrictionKind kind,
        List<String> imposedBy,
        List<String> targets,
        @Nullable String sector,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String note,
        @Nullable Source source,
        Recorded recorded) {

    public Restriction {
        imposedBy = List.copyOf(imposedBy);
        targets = List.copyOf(targets);
    }

    /** Whether it applies on this day, first and last day included. */
    public boolean inForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
