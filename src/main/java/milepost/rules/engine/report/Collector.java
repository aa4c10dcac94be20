package milepost.rules.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import milepost.facts.Evidence;
import milepost.facts.Finding;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Roadmap;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.rules.engine.run.Budget;
import milepost.rules.engine.run.Meter;
import milepost.rules.engine.run.Numbers;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.engine.run.RuleFault;
import org.jspecify.annotations.Nullable;

/** Gathers the reports of one evaluation, rule by rule. */
public final class Collector {
    static final int MESSAGE = 2_000;
    /** How many reports pass between two looks at the clock. */
    private static final int LOOK = 256;

    private final Budget budget;
    private final @Nullable Firings firings;
    private final List<String> keys;
    private final Reports[] rules;
    private Meter meter;
    private int count;

    /**
     * For one session.
     *
     * @param keys of the rules, by number
     * @param firings follows the matches of a session that lasts; null where each match reports only once
     */
    public Collector(Budget budget, List<String> keys, @Nullable Firings firings) {
        this.budget = budget;
        this.meter = new Meter(budget, keys);
        this.keys = keys;
        this.firings = firings;
        this.rules = new Reports[keys.size()];
    }

    /** Another run of the session begins. */
    public void begin(Meter run) {
        meter = run;
    }

    /** Whether what the rule reports still counts. */
    boolean listensTo(int rule) {
        if (++count % LOOK == 0) {
            meter.look();
        }
        return of(rule).failure() == null;
    }

    void report(int rule, @Nullable Object subject, Severity severity, String message, List<Evidence> evidence) {
        Reports reports = of(rule);
        if (reports.count() == budget.reports()) {
            throw new IllegalStateException("over its budget: more than " + Numbers.of(budget.reports()) + " reports");
        }
        Finding finding = finding(keys.get(rule), subject, severity, shortened(message), evidence);
        if (firings == null) {
            reports.add(finding);
        } else {
            firings.report(reports, finding);
        }
    }

    /** A match of a rule that asks for the day, whatever day it is. */
    public void candidate(Candidate candidate) {
        Objects.requireNonNull(firings).candidate(candidate);
    }

    /** Everything that the rule reported, as it came. */
    public List<Finding> reported(int rule) {
        return of(rule).reports();
    }

    void fault(int rule, RuleFault fault) {
        of(rule).failed(fault);
    }

    public List<RuleFailure> failures() {
        List<RuleFailure> failures = new ArrayList<>();
        for (Reports reports : rules) {
            if (reports != null && reports.failure() != null) {
                failures.add(reports.failure());
            }
        }
        return failures;
    }

    /** The findings of all rules that did not fail, ordered. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(count);
        for (int i = 0; i < rules.length; i++) {
            findings.addAll(findings(i));
        }
        return findings;
    }

    /** Those of one rule; the very list of the time before when it has reported nothing new. */
    public List<Finding> findings(int rule) {
        Reports reports = rules[rule];
        return reports == null ? List.of() : reports.findings();
    }

    static String shortened(String message) {
        return message.length() > MESSAGE ? message.substring(0, MESSAGE) : message;
    }

    private Reports of(int rule) {
        Reports known = rules[rule];
        if (known == null) {
            known = new Reports(keys.get(rule));
            rules[rule] = known;
        }
        return known;
    }

    static Finding finding(
            String rule, @Nullable Object subject, Severity severity, String message, List<Evidence> evidence) {
        if (subject instanceof Milestone milestone) {
            return new Finding(rule, SubjectKind.MILESTONE, milestone.key(), severity, message, evidence);
        }
        if (subject instanceof Indicator indicator) {
            return new Finding(rule, SubjectKind.INDICATOR, indicator.key(), severity, message, evidence);
        }
        if (subject instanceof Roadmap roadmap) {
            return new Finding(rule, SubjectKind.ROADMAP, roadmap.key(), severity, message, evidence);
        }
        throw new IllegalStateException("the subject of a finding is missing");
    }
}
