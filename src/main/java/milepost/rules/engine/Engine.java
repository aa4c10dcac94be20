package milepost.rules.engine;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import milepost.facts.Finding;
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
    /** How many runs may end for want of time or memory. */
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
    private final Overruns overruns = new Overruns();
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
        return evaluate(new Asked(snapshot.factsOn(asOf), null), new TreeMap<>(), System.nanoTime());
    }

    /** The same where other rules found this, whatever they would find on these facts. */
    public Outcome evaluate(Snapshot snapshot, LocalDate asOf, List<Finding> found) {
        return evaluate(new Asked(snapshot.factsOn(asOf), found), new TreeMap<>(), System.nanoTime());
    }

    /** What is looked at; where {@code found} is there, rules that read findings are given these and no others. */
    private record Asked(List<Object> facts, @Nullable List<Finding> found) {
        List<Object> all() {
            List<Object> all = new ArrayList<>(facts);
            all.addAll(found == null ? List.of() : found);
            return all;
        }
    }

    /**
     * Runs the rules until a run ends. Each has half of the time that is left, so that all of them have no more than the budget.
     *
     * @param over rules over a budget, which are left out; those found to be so now are added
     * @param begin when the time of this evaluation began
     */
    private Outcome evaluate(Asked asked, Map<String, RuleFailure> over, long begin) {
        Map<String, RuleFailure> setAside = tooMany(new FactCounts(asked.all()));
        setAside.putAll(over);
        int lost = 0;
        while (true) {
            try {
                return run(asked, setAside, budget.halfOf(left(begin)));
            } catch (RuntimeException e) {
                RuleFault fault = fault(e);
                if (fault == null) {
                    return new Outcome.Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
                }
                setAside.putAll(fault.failures());
                over.putAll(fault.overBudget() ? fault.failures() : Map.of());
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

    private Duration left(long begin) {
        return budget.time().minusNanos(System.nanoTime() - begin);
    }

    /**
     * The same, faster when little has changed since the last time: a session stays for each roadmap. Whatever is unusual about
     * the facts or the rules is left to a fresh session, and rules that were over a budget are not tried each time.
     */
    public Outcome evaluateAgain(Snapshot snapshot, LocalDate asOf) {
        if (watched) {
            return evaluate(snapshot, asOf);
        }
        String roadmap = snapshot.roadmap().key();
        long begin = System.nanoTime();
        Map<String, RuleFailure> over = new TreeMap<>();
        KeptSession session = sessions.take(roadmap, () -> new KeptSession(whole, budget, running, read::reads));
        try {
            List<List<?>> kinds = session.facts().on(snapshot, asOf);
            FactCounts counts = FactCounts.of(kinds);
            boolean usual = counts.all() <= MOST_FACTS_KEPT && tooMany(counts).isEmpty() && overruns.isEmpty(roadmap);
            Outcome outcome = usual ? new Outcome.Complete(session.evaluate(kinds), List.of()) : null;
            sessions.putBack(roadmap, session);
            if (outcome != null) {
                return outcome;
            }
        } catch (RuntimeException e) {
            session.close();
            RuleFault fault = fault(e);
            over.putAll(fault != null && fault.overBudget() ? fault.failures() : Map.of());
        }
        return afresh(snapshot, asOf, over, begin);
    }

    private Outcome afresh(Snapshot snapshot, LocalDate asOf, Map<String, RuleFailure> over, long begin) {
        String roadmap = snapshot.roadmap().key();
        Asked asked = new Asked(snapshot.factsOn(asOf), null);
        int facts = asked.facts().size();
        Overruns.Overrun known = over.isEmpty() ? overruns.find(roadmap, asOf, facts) : null;
        if (known != null) {
            Outcome.Failed failed = known.failed();
            return failed == null ? evaluate(asked, new TreeMap<>(known.rules()), begin) : failed;
        }
        Outcome outcome = evaluate(asked, over, begin);
        overruns.keep(
                roadmap,
                asOf,
                facts,
                new Overruns.Overrun(Map.copyOf(over), outcome instanceof Outcome.Failed failed ? failed : null));
        return outcome;
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

    private Outcome run(Asked asked, Map<String, RuleFailure> setAside, Budget within) {
        List<Object> facts = asked.facts();
        RuleModel.Built built = without(setAside.keySet());
        Run run = new Run(within, built.rules(), facts);
        Collector collector = new Collector(within, built.rules(), null);
        collector.begin(run.meter());
        KieSession session = built.base().newKieSession();
        running.set(run);
        try {
            session.setGlobal(RuleModel.GLOBAL, collector);
            facts.forEach(session::insert);
            session.fireAllRules();
            AgendaGroup second = session.getAgenda().getAgendaGroup(RuleModel.SECOND);
            if (second != null) {
                List<Finding> found = asked.found();
                (found == null ? collector.findings() : found)
                        .stream().filter(read::reads).forEach(session::insert);
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
