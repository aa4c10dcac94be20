package milepost.rules.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import milepost.facts.Finding;
import milepost.rules.engine.run.Budget;
import milepost.rules.engine.run.Run;
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
    private final KeptFacts keptFacts = new KeptFacts();
    private final Present present = new Present();
    private final Present findings = new Present();
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

    /** What tells the facts of the next evaluation by those of this one. */
    KeptFacts facts() {
        return keptFacts;
    }

    /** What the rules find on these facts, ordered as in an outcome. */
    List<Finding> evaluate(List<List<?>> kinds) {
        evaluations++;
        List<Object> facts = new ArrayList<>(kinds.stream().mapToInt(List::size).sum());
        kinds.forEach(facts::addAll);
        Run run = new Run(budget.halfOf(budget.time()), built.rules(), facts);
        running.set(run);
        try {
            reports.begin(run.meter());
            present.become(facts, session);
            session.fireAllRules();
            AgendaGroup second = session.getAgenda().getAgendaGroup(RuleModel.SECOND);
            if (second != null) {
                findings.become(reports.wanted(read), session);
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
}
