package milepost.rules.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import milepost.facts.Finding;
import milepost.facts.Snapshot;
import milepost.rules.engine.report.Candidate;
import milepost.rules.engine.report.Outcome;
import milepost.rules.engine.report.Sighting;
import milepost.rules.engine.run.RuleFailure;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one snapshot on one day after another, much faster than one by one, with the same outcomes. As long as no rule fails
 * one session serves all days; from the first failure on each day is evaluated afresh.
 */
public final class Days implements AutoCloseable {
    private final Engine engine;
    private final MovingPlan plan;
    private final Snapshot snapshot;
    private @Nullable Moving moving;
    private boolean afresh;

    /**
     * What is found on one day.
     *
     * @param rules for each rule, by key, what it found, by subject; the very list of the day before where nothing is new but words
     * @param setAside rules that failed
     */
    public record Seen(List<List<Sighting>> rules, List<RuleFailure> setAside) {}

    Days(Engine engine, MovingPlan plan, Snapshot snapshot) {
        this.engine = engine;
        this.plan = plan;
        this.snapshot = snapshot;
    }

    /** The same as a fresh evaluation on that day. */
    public Outcome on(LocalDate day) {
        List<List<Sighting>> rules = moved(day);
        if (rules == null) {
            return engine.evaluate(snapshot, day);
        }
        List<Finding> findings = new ArrayList<>();
        rules.forEach(rule -> rule.forEach(sighting -> findings.add(sighting.on(day))));
        return new Outcome.Complete(findings, List.of());
    }

    /** The same without the words; null when that day cannot be evaluated. */
    public @Nullable Seen seen(LocalDate day) {
        List<List<Sighting>> rules = moved(day);
        if (rules != null) {
            return new Seen(rules, List.of());
        }
        return engine.evaluate(snapshot, day) instanceof Outcome.Complete complete
                ? new Seen(
                        List.of(complete.findings().stream().map(Sighting::new).toList()), complete.setAside())
                : null;
    }

    /** Whether one session has served all days so far. */
    public boolean inOneSession() {
        return !afresh;
    }

    /** Null when a rule fails or might ask for too much; a fresh evaluation knows what to do then. */
    private @Nullable List<List<Sighting>> moved(LocalDate day) {
        if (afresh || !Candidate.covers(day)) {
            return null;
        }
        List<List<Sighting>> rules;
        try {
            Moving session = moving;
            if (session == null) {
                session = new Moving(plan, snapshot, day);
                moving = session;
            }
            rules = session.on(day);
        } catch (RuntimeException e) {
            rules = null;
        }
        if (rules == null) {
            afresh = true;
            close();
        }
        return rules;
    }

    @Override
    public void close() {
        if (moving != null) {
            moving.close();
            moving = null;
        }
    }
}
