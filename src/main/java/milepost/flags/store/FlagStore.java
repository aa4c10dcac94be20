package milepost.flags.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import milepost.db.Columns;
import milepost.db.Prepared;
import milepost.db.Transaction;
import milepost.facts.Evidence;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Handling;
import milepost.flags.decision.Triage;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.flags.life.FlagList;
import milepost.flags.life.FlagState;
import milepost.flags.life.FlagTally;
import milepost.flags.life.Replay;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Flags and their events in the database. */
public final class FlagStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FLAG = """
            select id, roadmap, rule, kind, subject, severity, state, triage, message, evidence, since, raised_at,
              resolved_at, ruleset, reason, until, shadow, published, reported, severity_reason, assignee, version, rule_hash
            from flag
            """;
    private static final String EVENT = """
            select e.flag, e.at, e.event, e.cause, e.ref, e.message, e.severity, e.ruleset, e.triage, e.reason, e.until,
              e.detail, e.before
            from flag_event e
            """;

    private static final Prepared LAST_WRITE =
            Prepared.of("select coalesce(max(number), 0) from flag_writes where roadmap = :roadmap");

    private static final String EVERYONE = FlagFilter.Sight.EVERYONE.condition();
    private static final int MOST_READ = 20_000;

    private final Map<String, List<Evidence>> read = new ConcurrentHashMap<>();
    private final KeptFlags kept = new KeptFlags();

    /** Every flag of a roadmap by id; read from the database only when somebody else has written one. */
    public FlagList ofRoadmap(Transaction tx, String roadmap) {
        long last = lastWrite(tx, roadmap);
        FlagList known = kept.find(roadmap, last);
        if (known != null) {
            return known;
        }
        FlagList flags = FlagList.of(tx.handle()
                .createQuery(FLAG + "where roadmap = :roadmap order by id")
                .bind("roadmap", roadmap)
                .reduceRows(new ArrayList<>(), this::flag));
        tx.handle().afterCommit(() -> kept.keep(roadmap, last, flags));
        return flags;
    }

    /**
     * Keeps the flags of a roadmap with those just written, once that is committed.
     *
     * @param last the number of the last write among them
     */
    public void keep(Transaction tx, long last, FlagList before, List<Flag> written) {
        String roadmap = written.get(0).roadmap();
        tx.handle().afterCommit(() -> kept.keep(roadmap, last, before.with(written)));
    }

    private static long lastWrite(Transaction tx, String roadmap) {
        return LAST_WRITE.in(tx).bind("roadmap", roadmap).number();
    }

    public Optional<Flag> find(Transaction tx, long id, FlagFilter.Sight sight) {
        return tx
                .handle()
                .createQuery(FLAG + "where id = :id and " + sight.condition())
                .bind("id", id)
                .reduceRows(new ArrayList<Flag>(), this::flag)
                .stream()
                .findFirst();
    }

    public List<Flag> list(Transaction tx, FlagQuery query, FlagFilter.Sight sight) {
        FlagFilter filter = FlagFilter.of(query, sight);
        return tx.handle()
                .createQuery(
                        FLAG + filter.where() + " order by " + query.order().columns() + " limit :limit")
                .bindMap(filter.binds())
                .bind("limit", query.limit())
                .reduceRows(new ArrayList<>(), this::flag);
    }

    public int count(Transaction tx, FlagQuery query) {
        FlagFilter filter = FlagFilter.of(query, FlagFilter.Sight.EVERYONE);
        return tx.handle()
                .createQuery("select count(*) from flag " + filter.where())
                .bindMap(filter.binds())
                .mapTo(Integer.class)
                .one();
    }

    /** Flags that one rule raised in one roadmap at one instant, where there are more than so many of them. */
    public List<Flood> floods(Transaction tx, FlagQuery query, int more) {
        FlagFilter filter = FlagFilter.of(query, FlagFilter.Sight.EVERYONE);
        return tx.handle()
                .createQuery(
                        "select roadmap, rule, raised_at, count(*) as many from flag " + filter.where()
                                + " group by roadmap, rule, raised_at having count(*) > :more order by count(*) desc, roadmap, rule")
                .bindMap(filter.binds())
                .bind("more", more)
                .map(row -> new Flood(
                        row.getColumn("roadmap", String.class),
                        row.getColumn("rule", String.class),
                        Instant.parse(row.getColumn("raised_at", String.class)),
                        row.getColumn("many", Integer.class)))
                .list();
    }

    /** What happened, as far as counting goes, to the flags that match and had not resolved by that instant. */
    public List<Trend.Step> steps(Transaction tx, FlagQuery query, Instant from) {
        FlagFilter filter = FlagFilter.of(query, FlagFilter.Sight.EVERYONE);
        return tx.handle()
                .createQuery(
                        "select flag, at, event, severity, triage from flag_event where flag in (select id from flag "
                                + filter.where() + " and (resolved_at is null or resolved_at >= :from)) order by id")
                .bindMap(filter.binds())
                .bind("from", Columns.text(from))
                .map(row -> new Trend.Step(
                        row.getColumn("flag", Long.class),
                        Instant.parse(row.getColumn("at", String.class)),
                        FlagEvent.Kind.valueOf(row.getColumn("event", String.class)),
                        Severity.values()[row.getColumn("severity", Integer.class)],
                        row.getColumn("triage", Triage.class)))
                .list();
    }

    /** When the flags that match were raised and, if they are, resolved. */
    public List<Span> spans(Transaction tx, FlagQuery query) {
        FlagFilter filter = FlagFilter.of(query, FlagFilter.Sight.EVERYONE);
        return tx.handle()
                .createQuery("select since, raised_at, resolved_at from flag " + filter.where())
                .bindMap(filter.binds())
                .map(row -> {
                    String resolved = row.getColumn("resolved_at", String.class);
                    return new Span(
                            LocalDate.parse(row.getColumn("since", String.class)),
                            Instant.parse(row.getColumn("raised_at", String.class)),
                            resolved == null ? null : Instant.parse(resolved));
                })
                .list();
    }

    public List<FlagTally> tally(Transaction tx, FlagQuery query) {
        FlagFilter filter = FlagFilter.of(query, FlagFilter.Sight.EVERYONE);
        return tx.handle()
                .createQuery("select roadmap, rule, severity, state, triage, assignee, count(*) as many from flag "
                        + filter.where()
                        + " group by roadmap, rule, severity, state, triage, assignee order by roadmap, rule")
                .bindMap(filter.binds())
                .map(row -> new FlagTally(
                        row.getColumn("roadmap", String.class),
                        row.getColumn("rule", String.class),
                        Severity.values()[row.getColumn("severity", Integer.class)],
                        FlagState.valueOf(row.getColumn("state", String.class)),
                        Triage.valueOf(row.getColumn("triage", String.class)),
                        row.getColumn("assignee", String.class),
                        row.getColumn("many", Integer.class)))
                .list();
    }

    public Map<Severity, Integer> counted(Transaction tx, String roadmap) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0);
        }
        FlagFilter filter = FlagFilter.of(FlagQuery.counted().inRoadmap(roadmap), FlagFilter.Sight.EVERYONE);
        return tx.handle()
                .createQuery("select severity, count(*) as many from flag " + filter.where() + " group by severity")
                .bindMap(filter.binds())
                .reduceRows(counts, (all, row) -> {
                    Severity severity = Severity.values()[row.getColumn("severity", Integer.class)];
                    all.put(severity, row.getColumn("many", Integer.class));
                    return all;
                });
    }

    /** A key that flags of a roadmap have, and one they had before. */
    public record Former(String key, String before) {}

    /** Keys from which flags of a roadmap were carried to the one they have, oldest first. */
    public List<Former> formerKeys(Transaction tx, String roadmap) {
        return tx.handle()
                .createQuery("""
                        select f.rule, e.detail from flag f join flag_event e on e.flag = f.id
                        where f.roadmap = :roadmap and e.event = 'RENAMED' order by e.id
                        """)
                .bind("roadmap", roadmap)
                .map(row -> new Former(row.getColumn("rule", String.class), row.getColumn("detail", String.class)))
                .list();
    }

    /** Flags that this publication brought up and nobody has looked at. */
    public List<Flag> ofPublication(Transaction tx, String ruleset) {
        return tx.handle()
                .createQuery(FLAG + "where published = :ruleset and " + EVERYONE + " order by severity desc, id")
                .bind("ruleset", ruleset)
                .reduceRows(new ArrayList<>(), this::flag);
    }

    /** Flags that the publication of this ruleset raised, worst first. */
    public List<Flag> raisedBy(Transaction tx, String ruleset) {
        return tx.handle()
                .createQuery(FLAG + "where " + EVERYONE + """
                         and id in (
                          select e.flag from flag_event e
                          where e.cause = 'RULES' and e.ref = :ruleset and e.event in ('RAISED', 'REOPENED'))
                        order by severity desc, id
                        """)
                .bind("ruleset", ruleset)
                .reduceRows(new ArrayList<>(), this::flag);
    }

    /** How each rule has fared, in shadow or not. */
    public Map<String, RuleInsight> insights(Transaction tx) {
        Map<String, RuleInsight> insights = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select rule, count(*) as ever, max(raised_at) as last_raised,
                          sum(case when state = 'ACTIVE' and triage in (<counted>) then 1 else 0 end) as active,
                          sum(case when triage = 'ACCEPTED' then 1 else 0 end) as accepted,
                          sum(case when triage = 'FALSE_POSITIVE' then 1 else 0 end) as called_false
                        from flag group by rule
                        """)
                .bindList("counted", FlagTally.COUNTED)
                .map(row -> new RuleInsight(
                        row.getColumn("rule", String.class),
                        row.getColumn("active", Integer.class),
                        row.getColumn("ever", Integer.class),
                        row.getColumn("accepted", Integer.class),
                        row.getColumn("called_false", Integer.class),
                        Instant.parse(row.getColumn("last_raised", String.class))))
                .forEach(insight -> insights.put(insight.rule(), insight));
        return insights;
    }

    public List<FlagEvent> events(Transaction tx, long flag) {
        return tx.handle()
                .createQuery(EVENT + "where e.flag = :flag order by e.id")
                .bind("flag", flag)
                .map(FlagStore::event)
                .list();
    }

    /** Every event of a roadmap's flags up to an instant, those of one flag together, oldest first. */
    public List<Replay.Step> steps(Transaction tx, String roadmap, Instant until) {
        return tx.handle()
                .createQuery("""
                        select coalesce(
                            (select r.detail from flag_event r
                             where r.flag = f.id and r.event = 'RENAMED' and r.at > :until order by r.id limit 1),
                            f.rule) as rule,
                          f.kind, f.subject, e.flag, e.at, e.event, e.cause, e.ref, e.message, e.severity, e.ruleset,
                          e.triage, e.reason, e.until, e.detail, e.before
                        from flag f join flag_event e on e.flag = f.id
                        where f.roadmap = :roadmap and e.at <= :until
                        order by e.flag, e.id
                        """)
                .bind("roadmap", roadmap)
                .bind("until", Columns.text(until))
                .map((row, context) -> step(roadmap, row))
                .list();
    }

    private static Replay.Step step(String roadmap, ResultSet row) throws SQLException {
        Replay.Identity flag = new Replay.Identity(
                row.getLong("flag"),
                roadmap,
                row.getString("rule"),
                SubjectKind.valueOf(row.getString("kind")),
                row.getString("subject"));
        String triage = row.getString("triage");
        String until = row.getString("until");
        Decision decision = triage == null
                ? null
                : new Decision(
                        Triage.valueOf(triage), row.getString("reason"), until == null ? null : LocalDate.parse(until));
        FlagEvent event = new FlagEvent(
                flag.id(),
                Instant.parse(row.getString("at")),
                FlagEvent.Kind.valueOf(row.getString("event")),
                new Cause(Cause.Kind.valueOf(row.getString("cause")), row.getString("ref")),
                row.getString("message"),
                Severity.values()[row.getInt("severity")],
                row.getString("ruleset"),
                decision,
                row.getString("detail"),
                before(row.getString("before")));
        return new Replay.Step(flag, event);
    }

    /** The transitions in a roadmap that an edit or import caused. */
    public List<FlagEvent> causedBy(Transaction tx, String roadmap, long change) {
        return tx.handle()
                .createQuery(EVENT + """
                        join flag f on f.id = e.flag
                        where f.roadmap = :roadmap and e.cause in ('EDIT', 'IMPORT') and e.ref = :change
                          and e.event not in ('SHADOWED', 'SHADOW_CLEARED')""" + " and " + EVERYONE + " order by e.id")
                .bind("roadmap", roadmap)
                .bind("change", String.valueOf(change))
                .map(FlagStore::event)
                .list();
    }

    public List<FlagEvent> causedBy(Transaction tx, String roadmap, String subject, long change) {
        return tx.handle()
                .createQuery(EVENT + """
                        join flag f on f.id = e.flag
                        where f.roadmap = :roadmap and f.subject = :subject and e.cause in ('EDIT', 'IMPORT') and e.ref = :change
                          and e.event not in ('SHADOWED', 'SHADOW_CLEARED')""" + " and " + EVERYONE + " order by e.id")
                .bind("roadmap", roadmap)
                .bind("subject", subject)
                .bind("change", String.valueOf(change))
                .map(FlagStore::event)
                .list();
    }

    /** Evidence of most flags is the same at every evaluation, so its text is read once. */
    private List<Evidence> evidence(String text) {
        if (read.size() > MOST_READ) {
            read.clear();
        }
        return read.computeIfAbsent(text, t -> JSON.readValue(t, new TypeReference<List<Evidence>>() {}));
    }

    private List<Flag> flag(List<Flag> flags, RowView row) {
        String resolved = row.getColumn("resolved_at", String.class);
        String until = row.getColumn("until", String.class);
        flags.add(new Flag(
                row.getColumn("id", Long.class),
                row.getColumn("roadmap", String.class),
                row.getColumn("rule", String.class),
                SubjectKind.valueOf(row.getColumn("kind", String.class)),
                row.getColumn("subject", String.class),
                Severity.values()[row.getColumn("severity", Integer.class)],
                FlagState.valueOf(row.getColumn("state", String.class)),
                Triage.valueOf(row.getColumn("triage", String.class)),
                row.getColumn("message", String.class),
                evidence(row.getColumn("evidence", String.class)),
                LocalDate.parse(row.getColumn("since", String.class)),
                Instant.parse(row.getColumn("raised_at", String.class)),
                resolved == null ? null : Instant.parse(resolved),
                row.getColumn("ruleset", String.class),
                row.getColumn("reason", String.class),
                until == null ? null : LocalDate.parse(until),
                row.getColumn("shadow", Integer.class) == 1,
                row.getColumn("published", String.class),
                Severity.values()[row.getColumn("reported", Integer.class)],
                row.getColumn("severity_reason", String.class),
                row.getColumn("assignee", String.class),
                row.getColumn("version", Integer.class),
                row.getColumn("rule_hash", String.class)));
        return flags;
    }

    /** A transition from a row that has all its columns. */
    static FlagEvent event(RowView row) {
        return new FlagEvent(
                row.getColumn("flag", Long.class),
                Instant.parse(row.getColumn("at", String.class)),
                FlagEvent.Kind.valueOf(row.getColumn("event", String.class)),
                new Cause(Cause.Kind.valueOf(row.getColumn("cause", String.class)), row.getColumn("ref", String.class)),
                row.getColumn("message", String.class),
                Severity.values()[row.getColumn("severity", Integer.class)],
                row.getColumn("ruleset", String.class),
                decision(row),
                row.getColumn("detail", String.class),
                before(row.getColumn("before", String.class)));
    }

    private static @Nullable Handling before(@Nullable String text) {
        return text == null ? null : JSON.readValue(text, Handling.class);
    }

    private static @Nullable Decision decision(RowView row) {
        String triage = row.getColumn("triage", String.class);
        String until = row.getColumn("until", String.class);
        return triage == null
                ? null
                : new Decision(
                        Triage.valueOf(triage),
                        row.getColumn("reason", String.class),
                        until == null ? null : LocalDate.parse(until));
    }
}
