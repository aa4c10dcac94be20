package milepost.flags.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import milepost.facts.Evidence;
import milepost.facts.Finding;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Handling;
import milepost.flags.decision.Triage;
import org.jspecify.annotations.Nullable;

/**
 * A finding that lives on; its identity is roadmap, rule and subject.
 *
 * @param id given by the store
 * @param severity how bad it is: what the rule reports, unless a person said otherwise
 * @param since the day it was first found in its present life
 * @param raisedAt when it became active, or pending when it has not
 * @param resolvedAt when the rules stopped finding it; null while they do
 * @param ruleset version of the rules that last confirmed it
 * @param reason why it was accepted or called false
 * @param until last day of an acceptance
 * @param shadow whether its rule is in shadow: only authors see it
 * @param published version of the rules whose publication brought it up; null once somebody looked at it, and for all others
 * @param reportedSeverity how bad the rule says it is
 * @param severityReason why a person said it is better or worse than that; null when nobody did
 * @param assignee name of the person who looks after it
 * @param version counts its transitions and decisions, from 1
 * @param ruleHash stands for the text of the rule that last confirmed it; null when that is not known
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
        @Nullable String published,
        Severity reportedSeverity,
        @Nullable String severityReason,
        @Nullable String assignee,
        int version,
        @Nullable String ruleHash) {
    public Flag {
        evidence = List.copyOf(evidence);
    }

    /** Whether it is part of every count: the rules find it, and nobody accepted it or called it false. */
    public boolean counts() {
        return !shadow && FlagTally.counts(state, triage);
    }

    /** The same flag under the id that the store gave it. */
    public Flag numbered(long given) {
        FlagDraft draft = new FlagDraft(this);
        draft.id = given;
        return draft.flag();
    }

    /** The same flag with what a finding says now; what a person said of its severity ends when the rule says worse. */
    Flag found(Finding finding, String rules, @Nullable String hash) {
        if (says(finding) && resolvedAt == null && ruleset.equals(rules) && (hash == null || hash.equals(ruleHash))) {
            return this;
        }
        FlagDraft draft = new FlagDraft(this);
        boolean worse = finding.severity().compareTo(reportedSeverity) > 0;
        boolean kept = severityReason != null && !worse;
        draft.severity = kept ? severity : finding.severity();
        draft.severityReason = kept ? severityReason : null;
        draft.reportedSeverity = finding.severity();
        draft.message = finding.message();
        draft.evidence = finding.evidence();
        draft.resolvedAt = null;
        draft.ruleset = rules;
        draft.ruleHash = hash == null ? ruleHash : hash;
        return draft.flag();
    }

    /** Whether it says of its finding what there is to say; what a person said of its severity stands. */
    private boolean says(Finding finding) {
        return finding.severity() == reportedSeverity
                && (severityReason != null || severity == reportedSeverity)
                && finding.message().equals(message)
                && finding.evidence().equals(evidence);
    }

    /** The same flag, not resolved, with what a finding of these rules says. */
    public Flag found(Finding finding, String rules) {
        return found(finding, rules, null);
    }

    /** The same flag in a life that begins on that day, or becomes active at that instant. */
    Flag alive(FlagState as, LocalDate day, Instant at) {
        FlagDraft draft = new FlagDraft(this);
        draft.state = as;
        draft.since = day;
        draft.raisedAt = at;
        draft.resolvedAt = null;
        return draft.flag();
    }

    /** The same flag, no longer found: an acknowledgement and what was said of its severity end with it. */
    Flag gone(Instant at, String rules) {
        FlagDraft draft = new FlagDraft(this);
        draft.state = FlagState.RESOLVED;
        draft.resolvedAt = at;
        draft.ruleset = rules;
        draft.published = null;
        draft.severity = reportedSeverity;
        draft.severityReason = null;
        Flag gone = draft.flag();
        return gone.triage() == Triage.ACKNOWLEDGED ? gone.decided(Decision.NONE) : gone;
    }

    /** The same flag with what people decided about it. */
    Flag decided(Decision decision) {
        FlagDraft draft = new FlagDraft(this);
        draft.triage = decision.triage();
        draft.reason = decision.reason();
        draft.until = decision.until();
        draft.published = null;
        return draft.flag();
    }

    /** The same flag, seen by everyone or by authors only. */
    Flag shaded(boolean authorsOnly) {
        FlagDraft draft = new FlagDraft(this);
        draft.shadow = authorsOnly;
        draft.published = authorsOnly ? null : published;
        return draft.flag();
    }

    /** The same flag, brought up by this cause and not looked at yet. */
    public Flag broughtUp(Cause cause) {
        FlagDraft draft = new FlagDraft(this);
        draft.published = cause.kind() == Cause.Kind.RULES ? cause.ref() : null;
        return draft.flag();
    }

    /** What people have made of it. */
    public Handling handling() {
        return new Handling(triage, reason, until, assignee, severityReason == null ? null : severity, severityReason);
    }

    /** The same flag with what people have made of it. */
    public Flag handled(Handling handling) {
        FlagDraft draft = new FlagDraft(this);
        draft.triage = handling.triage();
        draft.reason = handling.reason();
        draft.until = handling.until();
        draft.assignee = handling.assignee();
        draft.severity = handling.severity() == null ? reportedSeverity : handling.severity();
        draft.severityReason = handling.severityReason();
        draft.published = null;
        return draft.flag();
    }

    /** The same flag of the same rule under another key; its text is another then too, which is no reason to ask again. */
    Flag of(String key) {
        FlagDraft draft = new FlagDraft(this);
        draft.rule = key;
        draft.ruleHash = null;
        return draft.flag();
    }

    /** The same flag after one more transition or decision. */
    public Flag next() {
        FlagDraft draft = new FlagDraft(this);
        draft.version = version + 1;
        return draft.flag();
    }

    /** The last instant at which it was found; null while it is. */
    public @Nullable Instant lastFound() {
        return resolvedAt == null ? null : resolvedAt.minusMillis(1);
    }

    /** The same flag with other evidence. */
    public Flag with(List<Evidence> other) {
        FlagDraft draft = new FlagDraft(this);
        draft.evidence = other;
        return draft.flag();
    }
}
