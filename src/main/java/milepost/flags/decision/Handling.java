package milepost.flags.decision;

import java.time.LocalDate;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Everything that people have made of a flag, apart from what the rules say of it.
 *
 * @param reason why it was accepted or called false
 * @param until last day of an acceptance
 * @param assignee name of the person who looks after it
 * @param severity how bad a person said it is; null when what the rule says holds
 * @param severityReason why; there whenever {@code severity} is
 */
public record Handling(
        Triage triage,
        @Nullable String reason,
        @Nullable LocalDate until,
        @Nullable String assignee,
        @Nullable Severity severity,
        @Nullable String severityReason) {

    public Handling with(Decision decision) {
        return new Handling(decision.triage(), decision.reason(), decision.until(), assignee, severity, severityReason);
    }

    public Handling with(@Nullable String person) {
        return new Handling(triage, reason, until, person, severity, severityReason);
    }

    public Handling with(@Nullable Severity other, @Nullable String why) {
        return new Handling(triage, reason, until, assignee, other, other == null ? null : why);
    }

    public Decision decision() {
        return new Decision(triage, reason, until);
    }
}
