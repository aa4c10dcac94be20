package milepost.rules.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import milepost.facts.Evidence;
import milepost.facts.Finding;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/** What one rule reports, and one finding of all that it reports about a subject. */
final class Reports {
    /** How many values a finding shows at most. */
    private static final int EVIDENCE = 200;

    private static final Comparator<@Nullable String> VALUES = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Finding> TEXTS = Comparator.comparing(Finding::message)
            .thenComparing((a, b) -> Arrays.compare(values(a), values(b), VALUES));
    private static final Comparator<Slot> SUBJECTS = Reports::compare;

    private final String rule;
    private final List<Slot> slots = new ArrayList<>();
    private boolean inOrder;
    private @Nullable RuleFailure failure;
    private @Nullable List<Finding> findings;

    Reports(String rule) {
        this.rule = rule;
    }

    int count() {
        return slots.size();
    }

    List<Finding> reports() {
        return reports(slots);
    }

    Slot add(Finding report) {
        Slot slot = new Slot(report);
        slots.add(slot);
        inOrder = false;
        findings = null;
        return slot;
    }

    /** A match says the same or something else about the same subject. */
    void replace(Slot slot, Finding report) {
        slot.put(report);
        findings = null;
    }

    void remove(Slot slot) {
        slot.go();
        inOrder = false;
        findings = null;
    }

    /** Nothing that the rule reports counts any more; the first fault is remembered. */
    void failed(RuleFault fault) {
        if (failure == null) {
            failure = new RuleFailure(rule, String.valueOf(fault.getMessage()));
        }
    }

    @Nullable RuleFailure failure() {
        return failure;
    }

    /** Ordered by subject kind and key; none when the rule failed. */
    List<Finding> findings() {
        if (failure != null) {
            return List.of();
        }
        List<Finding> known = findings;
        if (known == null) {
            known = merged();
            findings = known;
        }
        return known;
    }

    private List<Finding> merged() {
        if (!inOrder) {
            slots.removeIf(Slot::gone);
            slots.sort(SUBJECTS);
            inOrder = true;
        }
        List<Finding> merged = new ArrayList<>(slots.size());
        int from = 0;
        for (int i = 1; i <= slots.size(); i++) {
            if (i == slots.size() || compare(slots.get(from), slots.get(i)) != 0) {
                merged.add(i - from == 1 ? slots.get(from).shown() : bounded(one(reports(slots.subList(from, i)))));
                from = i;
            }
        }
        return merged;
    }

    private static List<Finding> reports(List<Slot> of) {
        return of.stream().map(Slot::report).toList();
    }

    private static int compare(Slot one, Slot other) {
        Finding a = one.report();
        Finding b = other.report();
        int kind = a.kind().compareTo(b.kind());
        return kind != 0 ? kind : a.subject().compareTo(b.subject());
    }

    /** What tells two matches with one message apart. */
    private static @Nullable String[] values(Finding report) {
        List<Evidence> evidence = report.evidence();
        @Nullable String[] values = new String[2 * evidence.size()];
        for (int i = 0; i < evidence.size(); i++) {
            values[2 * i] = evidence.get(i).key();
            values[2 * i + 1] = evidence.get(i).value();
        }
        return values;
    }

    /** Several matches about one subject: all messages in their own order, the worst severity, all evidence once. */
    static Finding one(List<Finding> same) {
        List<Finding> reports = new ArrayList<>(same);
        reports.sort(TEXTS);
        Set<String> messages = new LinkedHashSet<>();
        Set<Evidence> evidence = new LinkedHashSet<>();
        Finding first = reports.get(0);
        Severity worst = first.severity();
        for (Finding finding : reports) {
            messages.add(finding.message());
            evidence.addAll(finding.evidence());
            worst = finding.severity().compareTo(worst) > 0 ? finding.severity() : worst;
        }
        String message = Collector.shortened(String.join("; ", messages));
        return new Finding(first.rule(), first.kind(), first.subject(), worst, message, List.copyOf(evidence));
    }

    /** With as much evidence as a person can look through, each value cut like a message. */
    static Finding bounded(Finding finding) {
        List<Evidence> all = finding.evidence();
        boolean fits = all.size() <= EVIDENCE;
        for (int i = 0; fits && i < all.size(); i++) {
            fits = isShort(all.get(i).value());
        }
        return fits
                ? finding
                : new Finding(
                        finding.rule(),
                        finding.kind(),
                        finding.subject(),
                        finding.severity(),
                        finding.message(),
                        all.stream().limit(EVIDENCE).map(Reports::bounded).toList());
    }

    private static Evidence bounded(Evidence evidence) {
        String value = evidence.value();
        return value == null || isShort(value)
                ? evidence
                : new Evidence(evidence.fact(), evidence.key(), evidence.field(), Collector.shortened(value));
    }

    private static boolean isShort(@Nullable String value) {
        return value == null || value.length() <= Collector.MESSAGE;
    }
}
