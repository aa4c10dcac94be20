package milepost.rules.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import milepost.facts.Evidence;
import milepost.facts.Finding;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Roadmap;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Gathers the reports of one evaluation and makes one finding of all that a rule reports about a subject. */
public final class Collector {
    private static final int MESSAGE = 2_000;
    /** How many reports pass between two looks at the clock. */
    private static final int LOOK = 256;

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::rule).thenComparing(Key::kind).thenComparing(Key::subject);

    private record Key(String rule, SubjectKind kind, String subject) {}

    private final Budget budget;
    private final Meter meter;
    private final Map<Key, List<Finding>> reports = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, RuleFailure> failures = new TreeMap<>();
    private @Nullable List<Finding> ordered;

    Collector(Budget budget, Meter meter) {
        this.budget = budget;
        this.meter = meter;
    }

    void report(String rule, @Nullable Object subject, Severity severity, String message, List<Evidence> evidence) {
        int count = counts.merge(rule, 1, Integer::sum);
        if (count > budget.reports()) {
            throw new IllegalStateException("over its budget: more than " + Numbers.of(budget.reports()) + " reports");
        }
        if (count % LOOK == 0) {
            meter.look();
        }
        ordered = null;
        Key key = key(rule, subject);
        String cut = message.length() > MESSAGE ? message.substring(0, MESSAGE) : message;
        reports.computeIfAbsent(key, k -> new ArrayList<>())
                .add(new Finding(rule, key.kind(), key.subject(), severity, cut, evidence));
    }

    void fault(RuleFault fault) {
        ordered = null;
        for (String rule : fault.rules()) {
            failures.putIfAbsent(rule, new RuleFailure(rule, String.valueOf(fault.getMessage())));
        }
    }

    List<RuleFailure> failures() {
        return List.copyOf(failures.values());
    }

    /** The findings of all rules that did not fail, ordered. */
    List<Finding> findings() {
        List<Finding> known = ordered;
        if (known == null) {
            known = order();
            ordered = known;
        }
        return known;
    }

    private List<Finding> order() {
        return reports.entrySet().stream()
                .filter(e -> !failures.containsKey(e.getKey().rule()))
                .sorted(Map.Entry.comparingByKey(ORDER))
                .map(e -> merged(e.getValue()))
                .toList();
    }

    private static Key key(String rule, @Nullable Object subject) {
        if (subject instanceof Milestone milestone) {
            return new Key(rule, SubjectKind.MILESTONE, milestone.key());
        }
        if (subject instanceof Indicator indicator) {
            return new Key(rule, SubjectKind.INDICATOR, indicator.key());
        }
        if (subject instanceof Roadmap roadmap) {
            return new Key(rule, SubjectKind.ROADMAP, roadmap.key());
        }
        throw new IllegalStateException("the subject of a finding is missing");
    }

    /** Several matches about one subject: all messages in their own order, the worst severity, all evidence once. */
    private static Finding merged(List<Finding> same) {
        Finding first = same.get(0);
        if (same.size() == 1) {
            return first;
        }
        List<Finding> ordered = new ArrayList<>(same);
        ordered.sort(Comparator.comparing(Finding::message));
        Set<String> messages = new TreeSet<>();
        Set<Evidence> evidence = new LinkedHashSet<>();
        Severity worst = first.severity();
        for (Finding finding : ordered) {
            messages.add(finding.message());
            evidence.addAll(finding.evidence());
            worst = finding.severity().compareTo(worst) > 0 ? finding.severity() : worst;
        }
        String message = String.join("; ", messages);
        return new Finding(
                first.rule(),
                first.kind(),
                first.subject(),
                worst,
                message.length() > MESSAGE ? message.substring(0, MESSAGE) : message,
                List.copyOf(evidence));
    }
}
