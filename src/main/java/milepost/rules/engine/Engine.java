package milepost.rules.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import milepost.facts.Snapshot;
import milepost.rules.engine.bound.FactCounts;
import milepost.rules.engine.bound.JoinBound;
import milepost.rules.engine.condition.ConditionWatch;
import milepost.rules.engine.report.Collector;
import milepost.rules.engine.report.Outcome;
import milepost.rules.engine.run.Budget;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.engine.run.RuleFault;
import milepost.rules.engine.run.Run;
import milepost.rules.language.RuleTree;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaGroup;

/** Evaluates rule trees: a fresh session each time, and a rule that fails is set aside alone. */
public final class Engine {
    private static final int KEPT = 16;
    /** A session of more facts takes more memory than its speed is worth. */
    private static final int MOST_FACTS_KEPT = 10_000;
    /** How many runs may end for want of time or memory; each costs whoever waits a whole budget. */
    private static final int RUNS_LOST = 2;

    private final List<RuleTree> rules;
    private final Budget budget;
    private final RuleModel model;
    private final RuleModel.Built whole;
    private final List<JoinBound> bounds;
    private final boolean watched;
    private final ReadFindings read;
    private volatile @Nullable MovingPlan plan;
    private final ThreadLocal<@Nullable Run> running = new ThreadLocal<>();
    private final KeptSessions sessions = new KeptSessions();
    private final Map<Set<String>, RuleModel.Built> reduced = new ConcurrentHashMap<>();

    public Engine(List<RuleTree> rules) {
        this(rules, null, Budget.DEFAULT);
    }

    /** An engine that tells the watch of every constraint it tests; it does so without indexes, which would pass some over. */
    public Engine(List<RuleTree> rules, @Nullable ConditionWatch watch, Budget budget) {
        this.rules = rules.stream()
                .sorted(Comparator.comparing(rule -> rule.info().key()))
                .toList();
        this.budget = budget;
        this.model = new RuleModel(watch, running);
        this.whole = model.build(this.rules);
        this.bounds = this.rules.stream().map(JoinBound::new).toList();
        this.watched = watch != null;
        this.read = new ReadFindings(this.rules, bounds, watched);
    }

    /** Evaluates one snapshot on day after day; close it. */
    public Days days(Snapshot snapshot) {
        MovingPlan known = plan;
        if (known == null) {
            known = new MovingPlan(rules, model, budget, running);
            plan = known;
        }
        return new Days(this, known, snapshot);
    }

    public Outcome evaluate(Snapshot snapshot, LocalDate asOf) {
        List<Object> facts = snapshot.factsOn(asOf);
        Map<String, RuleFailure> setAside = tooMany(new FactCounts(facts));
        int lost = 0;
        while (true) {
            try {
                return run(facts, setAside);
            } catch (RuntimeException e) {
                RuleFault fault = fault(e);
                if (fault == null) {
                    return new Outcome.Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
                }
                fault.rules()
                        .forEach(rule -> setAside.put(rule, new RuleFailure(rule, String.valueOf(fault.getMessage()))));
                lost += fault.shared() ? 1 : 0;
                if (lost > RUNS_LOST) {
                    return new Outcome.Failed("The rules used up their budget in " + lost
                            + " runs one after another; the last: " + fault.getMessage());
                }
                if (setAside.size() > budget.setAside()) {
                    return new Outcome.Failed("More than " + budget.setAside()
                            + " rules had to be set aside; the last: " + fault.getMessage());
                }
            }
        }
    }

    /**
     * The same, faster when little has changed since the last time: a session stays for each roadmap. Whatever is unusual about
     * the facts or the rules is left to a fresh session.
     */
    public Outcome evaluateAgain(Snapshot snapshot, LocalDate asOf) {
        if (watched) {
            return evaluate(snapshot, asOf);
        }
        String roadmap = snapshot.roadmap().key();
        KeptSession session = sessions.take(roadmap, () -> new KeptSession(whole, budget, running, read::reads));
        try {
            List<List<?>> kinds = session.facts().on(snapshot, asOf);
            FactCounts counts = FactCounts.of(kinds);
            boolean usual = counts.all() <= MOST_FACTS_KEPT && tooMany(counts).isEmpty();
            Outcome outcome = usual ? new Outcome.Complete(session.evaluate(kinds), List.of()) : null;
            sessions.putBack(roadmap, session);
            return outcome == null ? evaluate(snapshot, asOf) : outcome;
        } catch (RuntimeException e) {
            session.close();
            return evaluate(snapshot, asOf);
        }
    }

    /** How often the session that waits for a roadmap was used, 0 when none does. */
    int uses(String roadmap) {
        return sessions.uses(roadmap);
    }

    /** The rules that could have to hold too many combinations of these facts at once. */
    private Map<String, RuleFailure> tooMany(FactCounts counts) {
        Map<String, RuleFailure> setAside = new TreeMap<>();
        for (JoinBound bound : bounds) {
            bound.findExcess(counts, budget.combinations())
                    .ifPresent(reason -> setAside.put(bound.rule(), new RuleFailure(bound.rule(), reason)));
        }
        return setAside;
    }

    private Outcome run(List<Object> facts, Map<String, RuleFailure> setAside) {
        RuleModel.Built built = without(setAside.keySet());
        Run run = new Run(budget, built.rules(), facts);
        Collector collector = new Collector(budget, built.rules(), null);
        collector.begin(run.meter());
        KieSession session = built.base().newKieSession();
        running.set(run);
        try {
            session.setGlobal(RuleModel.GLOBAL, collector);
            facts.forEach(session::insert);
            session.fireAllRules();
            AgendaGroup second = session.getAgenda().getAgendaGroup(RuleModel.SECOND);
            if (second != null) {
                collector.findings().stream().filter(read::reads).forEach(session::insert);
                second.setFocus();
                session.fireAllRules();
            }
        } finally {
            running.remove();
            session.dispose();
        }
        List<RuleFailure> failures = new ArrayList<>(setAside.values());
        failures.addAll(collector.failures());
        failures.sort(Comparator.comparing(RuleFailure::rule));
        return new Outcome.Complete(collector.findings(), failures);
    }

    private RuleModel.Built without(Set<String> names) {
        if (names.isEmpty()) {
            return whole;
        }
        if (reduced.size() > KEPT) {
            reduced.clear();
        }
        return reduced.computeIfAbsent(
                Set.copyOf(names),
                away -> model.build(rules.stream()
                        .filter(r -> !away.contains(r.info().key()))
                        .toList()));
    }

    private static @Nullable RuleFault fault(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof RuleFault)) {
            cause = cause.getCause();
        }
        return (RuleFault) cause;
    }
}
