package milepost.web.manager.portfolio;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import milepost.facts.Severity;
import milepost.flags.life.Flag;
import milepost.web.asof.Sight;
import milepost.web.layout.Subjects;

/**
 * A critical or high flag on the first page.
 *
 * @param days whole days since it was first found
 * @param fresh whether it is new since the visitor's last visit
 */
public record UrgentFlag(
        Severity severity, String message, String href, String subject, LocalDate since, long days, boolean fresh) {

    static UrgentFlag of(Flag flag, Sight sight, boolean fresh) {
        Subjects subjects = sight.subjects();
        return new UrgentFlag(
                flag.severity(),
                flag.message(),
                sight.href(flag),
                subjects.name(flag),
                flag.since(),
                ChronoUnit.DAYS.between(flag.since(), subjects.today(flag)),
                fresh);
    }
}
