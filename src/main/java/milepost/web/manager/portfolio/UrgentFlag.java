package milepost.web.manager.portfolio;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import milepost.facts.Severity;
import milepost.flags.Flag;
import milepost.web.layout.Links;
import milepost.web.layout.Subjects;

/**
 * A critical or high flag on the first page.
 *
 * @param days whole days since it was first found
 */
public record UrgentFlag(Severity severity, String message, String href, String subject, LocalDate since, long days) {

    static UrgentFlag of(Flag flag, Subjects subjects) {
        return new UrgentFlag(
                flag.severity(),
                flag.message(),
                Links.flag(flag.id()),
                subjects.name(flag),
                flag.since(),
                ChronoUnit.DAYS.between(flag.since(), subjects.today(flag)));
    }
}
