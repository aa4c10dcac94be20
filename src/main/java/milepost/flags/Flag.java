package milepost.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import milepost.facts.Evidence;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * A finding that lives on; its identity is roadmap, rule and subject.
 *
 * @param id given by the store
 * @param since the day it was first found in its present life
 * @param raisedAt when it became active, or pending when it has not
 * @param resolvedAt when the rules stopped finding it; null while they do
 * @param ruleset version of the rules that last confirmed it
 * @param reason why it was accepted or called false
 * @param until last day of an acceptance
 */
public record Flag(
        long id,
        String roadmap,
        String rule,
        SubjectKind kind,
        String subject,
        Severity severity,
        FlagState state,
        Triage triage,
        String message,
        List<Evidence> evidence,
        LocalDate since,
        Instant raisedAt,
        @Nullable Instant resolvedAt,
        String ruleset,
        @Nullable String reason,
        @Nullable LocalDate until) {
    public Flag {
        evidence = List.copyOf(evidence);
    }
}
