package milepost.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import milepost.facts.Evidence;
import milepost.facts.Finding;
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
 * @param shadow whether its rule is in shadow: only authors see it
 * @param published version of the rules whose publication brought it up; null once somebody looked at it, and for all others
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
        @Nullable LocalDate until,
        boolean shadow,
        @Nullable String published) {
    public Flag {
        evidence = List.copyOf(evidence);
    }

    /** The same flag under the id that the store gave it. */
    Flag numbered(long given) {
        return new Flag(
                given,
                roadmap,
                rule,
                kind,
                subject,
                severity,
                state,
                triage,
                message,
                evidence,
                since,
                raisedAt,
                resolvedAt,
                ruleset,
                reason,
                until,
                shadow,
                published);
    }

    /** The same flag, not resolved, with what a finding of these rules says. */
    public Flag found(Finding finding, String rules) {
        return new Flag(
                id,
                roadmap,
                rule,
                kind,
                subject,
                finding.severity(),
                state,
                triage,
                finding.message(),
                finding.evidence(),
                since,
                raisedAt,
                null,
                rules,
                reason,
                until,
                shadow,
                published);
    }

    /** The same flag in a life that begins on that day, or becomes active at that instant. */
    Flag alive(FlagState as, LocalDate day, Instant at) {
        return new Flag(
                id, roadmap, rule, kind, subject, severity, as, triage, message, evidence, day, at, null, ruleset,
                reason, until, shadow, published);
    }

    /** The same flag, no longer found. */
    Flag gone(Instant at, String rules) {
        return new Flag(
                id,
                roadmap,
                rule,
                kind,
                subject,
                severity,
                FlagState.RESOLVED,
                triage,
                message,
                evidence,
                since,
                raisedAt,
                at,
                rules,
                reason,
                until,
                shadow,
                null);
    }

    /** The same flag with what people decided about it. */
    Flag decided(Decision decision) {
        return new Flag(
                id,
                roadmap,
                rule,
                kind,
                subject,
                severity,
                state,
                decision.triage(),
                message,
                evidence,
                since,
                raisedAt,
                resolvedAt,
                ruleset,
                decision.reason(),
                decision.until(),
                shadow,
                null);
    }

    /** The same flag, seen by everyone or by authors only. */
    Flag shaded(boolean authorsOnly) {
        return new Flag(
                id,
                roadmap,
                rule,
                kind,
                subject,
                severity,
                state,
                triage,
                message,
                evidence,
                since,
                raisedAt,
                resolvedAt,
                ruleset,
                reason,
                until,
                authorsOnly,
                authorsOnly ? null : published);
    }

    /** The same flag, brought up by this cause and not looked at yet. */
    Flag broughtUp(Cause cause) {
        return new Flag(
                id,
                roadmap,
                rule,
                kind,
                subject,
                severity,
                state,
                triage,
                message,
                evidence,
                since,
                raisedAt,
                resolvedAt,
                ruleset,
                reason,
                until,
                shadow,
                cause.kind() == Cause.Kind.RULES ? cause.ref() : null);
    }

    /** The last instant at which it was found; null while it is. */
    public @Nullable Instant lastFound() {
        return resolvedAt == null ? null : resolvedAt.minusMillis(1);
    }

    /** The same flag with other evidence. */
    public Flag with(List<Evidence> other) {
        return new Flag(
                id,
                roadmap,
                rule,
                kind,
                subject,
                severity,
                state,
                triage,
                message,
                other,
                since,
                raisedAt,
                resolvedAt,
                ruleset,
                reason,
                until,
                shadow,
                published);
    }
}
