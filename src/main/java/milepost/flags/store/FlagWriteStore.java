package milepost.flags.store;

import java.time.LocalDate;
import java.util.List;
import milepost.db.Columns;
import milepost.db.Prepared;
import milepost.db.Transaction;
import milepost.flags.decision.Decision;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.flags.life.Renaming;
import tools.jackson.databind.json.JsonMapper;

/** Writes flags of one roadmap and their events in a transaction; whoever keeps flags of it sees that they are others now. */
public final class FlagWriteStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Prepared COUNT = Prepared.of("""
            insert into flag_writes (roadmap, number) values (:roadmap, 1)
            on conflict (roadmap) do update set number = flag_writes.number + 1
            returning number
            """);

    private static final Prepared INSERT = Prepared.of("""
            insert into flag (roadmap, rule, kind, subject, severity, state, triage, message, evidence, since,
              raised_at, resolved_at, ruleset, reason, until, shadow, published, reported,
              severity_reason, assignee, version, rule_hash)
            values (:roadmap, :rule, :kind, :subject, :severity, :state, :triage, :message, :evidence, :since,
              :raised, :resolved, :ruleset, :reason, :until, :shadow, :published, :reported,
              :severityReason, :assignee, :version, :ruleHash)
            returning id
            """);

    private static final Prepared UPDATE = Prepared.of("""
            update flag set severity = :severity, state = :state, triage = :triage, message = :message,
              evidence = :evidence, since = :since, raised_at = :raised, resolved_at = :resolved,
              ruleset = :ruleset, reason = :reason, until = :until, shadow = :shadow, published = :published,
              reported = :reported, severity_reason = :severityReason, assignee = :assignee, version = :version,
              rule_hash = :ruleHash
            where id = :id
            """);

    private static final Prepared REKEY = Prepared.of("update flag set rule = :rule where id = :id");

    private static final Prepared ADD_EVENT = Prepared.of("""
            insert into flag_event (flag, at, event, cause, ref, message, severity, ruleset, triage, reason, until,
              detail, before)
            values (:flag, :at, :event, :cause, :ref, :message, :severity, :ruleset, :triage, :reason, :until,
              :detail, :before)
            returning id
            """);

    private final Transaction tx;
    private final long number;

    private FlagWriteStore(Transaction tx, long number) {
        this.tx = tx;
        this.number = number;
    }

    /** Counts a write to the flags of a roadmap, which is about to happen. */
    public static FlagWriteStore begin(Transaction tx, String roadmap) {
        return new FlagWriteStore(tx, COUNT.in(tx).bind("roadmap", roadmap).number());
    }

    /** The number of this write among all of the roadmap. */
    public long number() {
        return number;
    }

    /** Writes the flag and gives it back with its id. */
    public Flag write(Flag flag) {
        if (flag.id() == 0) {
            long id = bind(INSERT.in(tx), flag)
                    .bind("roadmap", flag.roadmap())
                    .bind("rule", flag.rule())
                    .bind("kind", flag.kind().name())
                    .bind("subject", flag.subject())
                    .number();
            return flag.numbered(id);
        }
        bind(UPDATE.in(tx), flag).bind("id", flag.id()).execute();
        return flag;
    }

    /** Gives flags the keys they are to have, with an event for each; no two of them may stand under one key for a moment. */
    public void rename(List<Renaming.Carried> carried, String ruleset) {
        carried.forEach(each -> rekey(each.flag(), "renamed " + each.flag().id()));
        for (Renaming.Carried each : carried) {
            rekey(each.flag(), each.flag().rule());
            write(each.flag());
            add(FlagEvent.renamed(each, tx.now(), ruleset));
        }
    }

    private void rekey(Flag flag, String rule) {
        REKEY.in(tx).bind("rule", rule).bind("id", flag.id()).execute();
    }

    /** Adds an event and gives its number, which only grows. */
    public long add(FlagEvent event) {
        Decision decision = event.decision();
        LocalDate until = decision == null ? null : decision.until();
        return ADD_EVENT
                .in(tx)
                .bind("flag", event.flag())
                .bind("at", Columns.text(event.at()))
                .bind("event", event.event().name())
                .bind("cause", event.cause().kind().name())
                .bind("ref", event.cause().ref())
                .bind("message", event.message())
                .bind("severity", event.severity().ordinal())
                .bind("ruleset", event.ruleset())
                .bind("triage", decision == null ? null : decision.triage().name())
                .bind("reason", decision == null ? null : decision.reason())
                .bind("until", until == null ? null : until.toString())
                .bind("detail", event.detail())
                .bind("before", event.before() == null ? null : JSON.writeValueAsString(event.before()))
                .number();
    }

    private static Prepared.Call bind(Prepared.Call statement, Flag flag) {
        return statement
                .bind("severity", flag.severity().ordinal())
                .bind("state", flag.state().name())
                .bind("triage", flag.triage().name())
                .bind("message", flag.message())
                .bind("evidence", JSON.writeValueAsString(flag.evidence()))
                .bind("since", flag.since().toString())
                .bind("raised", Columns.text(flag.raisedAt()))
                .bind("resolved", flag.resolvedAt() == null ? null : Columns.text(flag.resolvedAt()))
                .bind("ruleset", flag.ruleset())
                .bind("reason", flag.reason())
                .bind("until", flag.until() == null ? null : flag.until().toString())
                .bind("shadow", flag.shadow() ? 1 : 0)
                .bind("published", flag.published())
                .bind("reported", flag.reportedSeverity().ordinal())
                .bind("severityReason", flag.severityReason())
                .bind("assignee", flag.assignee())
                .bind("version", flag.version())
                .bind("ruleHash", flag.ruleHash());
    }
}
