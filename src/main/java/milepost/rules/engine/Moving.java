package milepost.rules.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milepost.facts.AsOf;
import milepost.facts.Finding;
import milepost.facts.Snapshot;
import milepost.rules.engine.report.Collector;
import milepost.rules.engine.report.DatedReports;
import milepost.rules.engine.report.Firings;
import milepost.rules.engine.report.Sighting;
import milepost.rules.engine.run.FactOrder;
import milepost.rules.engine.run.Meter;
import milepost.rules.engine.run.Run;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaGroup;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.event.rule.RuleEventManager;

/**
 * One session over a snapshot in which the day moves. Rules that were cut in two match once, whatever the day, and only their
 * tests of the day are looked at again; for the others the engine works out what the new day changes. Reports go with their
 * matches.
 */
final class Moving implements AutoCloseable {
    private final MovingPlan plan;
    private final Snapshot snapshot;
    private final FactOrder order;
    private final Firings firings = new Firings();
    private final Collector collector;
    private final KieSession session;
    private final FactHandle asOf;
    private final Map<Object, FactHandle> dated = new IdentityHashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final @Nullable List<Finding>[] known;
    private final List<List<Sighting>> sightings = new ArrayList<>();
    private boolean begun;

    /** A finding that is a fact for the rules that read findings. */
    private record Told(Finding finding, FactHandle handle) {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    Moving(MovingPlan plan, Snapshot snapshot, LocalDate first) {
        this.plan = plan;
        this.snapshot = snapshot;
        List<Object> all = snapshot.factsOn(LocalDate.MAX);
        List<String> rules = plan.built().rules();
        this.order = new FactOrder(all);
        this.collector = new Collector(plan.budget(), rules, firings);
        this.known = new List[rules.size()];
        rules.forEach(rule -> sightings.add(List.of()));
        this.session = plan.built().base().newKieSession();
        session.setGlobal(RuleModel.GLOBAL, collector);
        ((RuleEventManager) session).addEventListener(firings);
        this.asOf = session.insert(new AsOf(first));
        all.stream()
                .filter(fact -> !(fact instanceof AsOf) && !Snapshot.isDated(fact))
                .forEach(session::insert);
    }

    /**
     * What is found on that day, rule by rule; a rule of which nothing is new has the very list of the day before. Null when a
     * rule fails or could come to ask for too much.
     */
    @Nullable List<List<Sighting>> on(LocalDate day) {
        Run run = new Run(new Meter(plan.budget(), plan.built().rules()), order);
        collector.begin(run.meter());
        plan.running().set(run);
        try {
            boolean happened = happened(day);
            if (happened && plan.asksTooMuch(snapshot.factsOn(day))) {
                return null;
            }
            boolean fires = happened || plan.asksForTheDay();
            if (fires) {
                session.update(asOf, new AsOf(day));
                session.fireAllRules();
            }
            boolean changed = look(day, false);
            if (changed || fires) {
                second();
                look(day, true);
            }
        } finally {
            plan.running().remove();
        }
        return collector.failures().isEmpty() ? List.copyOf(sightings) : null;
    }

    private void second() {
        AgendaGroup second = session.getAgenda().getAgendaGroup(RuleModel.SECOND);
        if (second != null && !plan.built().second().isEmpty()) {
            tell();
            second.setFocus();
            session.fireAllRules();
        }
    }

    /** Brings the sightings of the first or the second rules to that day; whether any has changed. */
    private boolean look(LocalDate day, boolean second) {
        boolean changed = false;
        for (int i = 0; i < sightings.size(); i++) {
            if (plan.built().second().contains(i) == second) {
                List<Sighting> now = plan.built().dated().contains(i) ? dated(i, day) : reported(i);
                changed |= now != sightings.get(i);
                sightings.set(i, now);
            }
        }
        return changed;
    }

    private List<Sighting> dated(int rule, LocalDate day) {
        DatedReports reports = firings.dated(rule);
        List<Sighting> now = reports.on(day);
        if (reports.active() > plan.budget().reports()) {
            throw new IllegalStateException("too many reports");
        }
        return now;
    }

    private List<Sighting> reported(int rule) {
        List<Finding> now = collector.findings(rule);
        if (now == known[rule]) {
            return sightings.get(rule);
        }
        known[rule] = now;
        return now.stream().map(Sighting::new).toList();
    }

    /** What is dated comes to be known on its day; of two days the later one has all that the earlier has. */
    private boolean happened(LocalDate day) {
        List<Object> now = snapshot.datedFactsOn(day);
        if (begun && now.size() == dated.size()) {
            return false;
        }
        begun = true;
        Set<Object> there = Collections.newSetFromMap(new IdentityHashMap<>());
        there.addAll(now);
        dated.entrySet().removeIf(entry -> {
            boolean gone = !there.contains(entry.getKey());
            if (gone) {
                session.delete(entry.getValue());
            }
            return gone;
        });
        now.forEach(fact -> dated.computeIfAbsent(fact, session::insert));
        return true;
    }

    /** Findings are facts in their order; one that differs in nothing that a rule reads stays as it is. */
    private void tell() {
        List<Told> before = List.copyOf(told);
        told.clear();
        int place = 0;
        for (Finding finding : readByRules()) {
            while (place < before.size()
                    && FactOrder.FINDINGS.compare(before.get(place).finding(), finding) < 0) {
                session.delete(before.get(place++).handle());
            }
            if (place < before.size()
                    && FactOrder.FINDINGS.compare(before.get(place).finding(), finding) == 0) {
                told.add(again(before.get(place++), finding));
            } else {
                told.add(new Told(finding, session.insert(finding)));
            }
        }
        before.subList(place, before.size()).forEach(gone -> session.delete(gone.handle()));
    }

    private List<Finding> readByRules() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < sightings.size(); i++) {
            if (!plan.built().second().contains(i)) {
                for (Sighting sighting : sightings.get(i)) {
                    if (plan.read().reads(sighting.bare())) {
                        findings.add(sighting.bare());
                    }
                }
            }
        }
        return findings;
    }

    private Told again(Told before, Finding finding) {
        if (plan.read().same(before.finding(), finding)) {
            return before;
        }
        session.update(before.handle(), finding);
        return new Told(finding, before.handle());
    }

    @Override
    public void close() {
        session.dispose();
    }
}
