package milepost.rules.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import milepost.facts.Snapshot;
import milepost.rules.language.RuleTree;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaGroup;

/** Evaluates rule trees: a fresh session each time, and a rule that fails is set aside alone. */
public final class Engine {
    private static final int FIRINGS = 10_000;
    private static final int KEPT = 16;

    private final List<RuleTree> rules;
    private final RuleModel model;
    private final KieBase whole;
    private final Map<Set<String>, KieBase> reduced = new ConcurrentHashMap<>();

    public Engine(List<RuleTree> rules) {
        this(rules, null);
    }

    /** An engine that tells the watch of every constraint it tests; it does so without indexes, which would pass some over. */
    public Engine(List<RuleTree> rules, @Nullable ConditionWatch watch) {
        this.rules = List.copyOf(rules);
        this.model = new RuleModel(watch);
        this.whole = model.build(this.rules);
    }

    public Outcome evaluate(Snapshot snapshot, LocalDate asOf) {
        List<Object> facts = snapshot.factsOn(asOf);
        List<RuleFailure> setAside = new ArrayList<>();
        Set<String> without = new HashSet<>();
        while (true) {
            try {
                return run(facts, without, setAside);
            } catch (RuntimeException e) {
                RuleFault fault = fault(e);
                if (fault == null || !without.add(fault.rule())) {
                    return new Outcome.Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
                }
                setAside.add(new RuleFailure(fault.rule(), String.valueOf(fault.getMessage())));
            }
        }
    }

    private Outcome run(List<Object> facts, Set<String> without, List<RuleFailure> setAside) {
        Collector collector = new Collector();
        KieSession session = base(without).newKieSession();
        try {
            session.setGlobal(RuleModel.GLOBAL, collector);
            facts.forEach(session::insert);
            int fired = session.fireAllRules(FIRINGS);
            AgendaGroup second = session.getAgenda().getAgendaGroup(RuleModel.SECOND);
            if (second != null) {
                collector.findings().forEach(session::insert);
                second.setFocus();
                fired += session.fireAllRules(FIRINGS);
            }
            if (fired >= FIRINGS) {
                return new Outcome.Failed("The rules reported more than " + FIRINGS + " times.");
            }
        } finally {
            session.dispose();
        }
        List<RuleFailure> failures = new ArrayList<>(setAside);
        failures.addAll(collector.failures());
        return new Outcome.Complete(collector.findings(), failures);
    }

    private KieBase base(Set<String> without) {
        if (without.isEmpty()) {
            return whole;
        }
        if (reduced.size() > KEPT) {
            reduced.clear();
        }
        return reduced.computeIfAbsent(
                Set.copyOf(without),
                names -> model.build(rules.stream()
                        .filter(r -> !names.contains(r.info().key()))
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
