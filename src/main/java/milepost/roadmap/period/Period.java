package milepost.roadmap.period;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A frozen reporting period.
 *
 * @param to its last day: the day as of which everything is shown
 * @param knownAt when it was frozen: what was recorded later does not count
 * @param ruleset hash of the rules in use then
 * @param rules what these rules were called then: their number, or their hash
 * @param reason why it corrects another one; null when it does not
 * @param supersedes name of the period that it corrects; null for none
 * @param supersededBy name of the period that corrects it; null while none does
 */
public record Period(
        long id,
        String roadmap,
        String name,
        LocalDate from,
        LocalDate to,
        Instant knownAt,
        String ruleset,
        String rules,
        String frozenBy,
        @Nullable String reason,
        @Nullable String supersedes,
        @Nullable String supersededBy) {

    /** The same before it was corrected. */
    Period uncorrected() {
        return new Period(id, roadmap, name, from, to, knownAt, ruleset, rules, frozenBy, reason, supersedes, null);
    }
}
