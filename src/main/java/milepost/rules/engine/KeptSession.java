package milepost.rules.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import milepost.facts.AsOf;
import milepost.facts.Finding;
import milepost.facts.Stage;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaGroup;
import org.kie.internal.event.rule.RuleEventManager;

/**
 * A session that stays from one evaluation of a roadmap to the next and is told only which facts came and which went.
 *
 * <p>It finds what a fresh session would, or it throws: then nothing that it knows counts any more.
 */
final class KeptSession {
    private final RuleModel.Built built;
    private final Budget budget;
    private final ThreadLocal<@Nullable Run> running;
    private final Predicate<Finding> read;
    private final KieSession session;
    private final MatchReports reports;
    private final Present facts = new Present();
    private final Present findings = new Present();
    private final Map<Object, Object> derived = new HashMap<>();
    private int evaluations;

    /**
     * Without any facts yet.
     *
     * @param read whether a finding is of interest to any rule
     */
    KeptSession(RuleModel.Built built, Budget budget, ThreadLocal<@Nullable Run> running, Predicate<Finding> read) {
        this.built = built;
        this.budget = budget;
        this.running = running;
        this.read = read;
        this.session = built.base().newKieSession();
        this.reports = new MatchReports(session, budget, built.rules());
        ((RuleEventManager) session).addEventListener(reports);
    }

    /** How often it was used. */
    int evaluations() {
        return evaluations;
    }

    /** What the rules find on these facts, ordered as in an outcome. */
    List<Finding> evaluate(List<Object> given) {
        evaluations++;
        List<Object> present = new ArrayList<>(given.size());
        given.forEach(fact -> present.add(same(fact)));
        Run run = new Run(budget, built.rules(), present);
        running.set(run);
        try {
            reports.begin(run.meter());
            facts.become(present, session);
            session.fireAllRules();
            AgendaGroup second = session.getAgenda().getAgendaGroup(RuleModel.SECOND);
            if (second != null) {
                findings.become(reports.ofFirst().stream().filter(read).toList(), session);
                second.setFocus();
                session.fireAllRules();
            }
            return reports.all();
        } finally {
            running.remove();
        }
    }

    void close() {
        session.dispose();
    }

    /** Facts that are worked out anew for each evaluation are mostly those of the last one. */
    private Object same(Object fact) {
        return fact instanceof AsOf || fact instanceof Stage ? derived.computeIfAbsent(fact, f -> f) : fact;
    }
}
