package milepost.flags.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import milepost.facts.Evidence;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.flags.decision.Triage;
import org.jspecify.annotations.Nullable;

/** A flag on its way to being another: begins as a copy, and what shall differ is set. */
public final class FlagDraft {
    long id;
    final String roadmap;
    String rule;
    final SubjectKind kind;
    final String subject;
    Severity severity;
    FlagState state;
    Triage triage;
    String message;
    List<Evidence> evidence;
    LocalDate since;
    Instant raisedAt;

    @Nullable Instant resolvedAt;

    String ruleset;

    @Nullable String reason;

    @Nullable LocalDate until;

    boolean shadow;

    @Nullable String published;

    Severity reportedSeverity;

    @Nullable String severityReason;

    @Nullable String assignee;

    int version;

    @Nullable String ruleHash;

    FlagDraft(Flag flag) {
        id = flag.id();
        roadmap = flag.roadmap();
        rule = flag.rule();
        kind = flag.kind();
        subject = flag.subject();
        severity = flag.severity();
        state = flag.state();
        triage = flag.triage();
        message = flag.message();
        evidence = flag.evidence();
        since = flag.since();
        raisedAt = flag.raisedAt();
        resolvedAt = flag.resolvedAt();
        ruleset = flag.ruleset();
        reason = flag.reason();
        until = flag.until();
        shadow = flag.shadow();
        published = flag.published();
        reportedSeverity = flag.reportedSeverity();
        severityReason = flag.severityReason();
        assignee = flag.assignee();
        version = flag.version();
        ruleHash = flag.ruleHash();
    }

    Flag flag() {
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
                published,
                reportedSeverity,
                severityReason,
                assignee,
                version,
                ruleHash);
    }
}
