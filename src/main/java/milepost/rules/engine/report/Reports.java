package milepost.rules.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import milepost.facts.Evidence;
import milepost.facts.Finding;
import milepost.facts.Severity;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.engine.run.RuleFault;
import org.jspecify.annotations.Nullable;

/** What one rule reports, and one finding of all that it reports about a subject. */
public final class Reports {
    /** How many values a finding shows at most. */
    private static final int EVIDENCE = 200;

    private static final Comparator<@Nullable String> VALUES = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Finding> TEXTS = Comparator.comparing(Finding::message)
            .thenComparing((a, b) -> Arrays.compare(values(a), values(b), VALUES));
    private static final Comparator<Slot> SUBJECTS = (a, b) -> compare(a.report(), b.report());

    /** So many that come or go are put in their places one by one; more are put in order together. */
    private static final int FEW = 8;

    private final String rule;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Slot> moved = new ArrayList<>();
    private boolean inOrder;
    private @Nullable RuleFailure failure;
    private @Nullable List<Finding> findings;

    public Reports(String rule) {
        this.rule = rule;
    }

    public int count() {
        return slots.size();
    }

    List<Finding> reports() {
        return reports(slots);
    }

    public Slot add(Finding report) {
        Slot slot = new Slot(report);
        slots.add(few(slot) ? behind(slot) : slots.size(), slot);
        return slot;
    }

    /** A match says the same or something else about the same subject. */
    void replace(Slot slot, Finding report) {
        slot.put(report);
        move(slot);
    }

    public void remove(Slot slot) {
        slot.go();
        if (few(slot)) {
            int at = behind(slot) - 1;
            while (slots.get(at) != slot) {
                at--;
            }
            slots.remove(at);
        }
    }

    private void move(Slot slot) {
        if (moved.size() <= FEW) {
            moved.add(slot);
        }
    }

    /** Whether what comes or goes now is put in its place at once. */
    private boolean few(Slot slot) {
        move(slot);
        inOrder &= moved.size() <= FEW;
        return inOrder;
    }

    /** The place behind all that come before a slot or are about its subject; they are in order. */
    private int behind(Slot slot) {
        int low = 0;
        int high = slots.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(slots.get(middle).report(), slot.report()) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
    public List<Finding> findings() {
        if (failure != null) {
            return List.of();
        }
        List<Finding> known = findings;
        if (known == null || !moved.isEmpty()) {
            known = known != null && inOrder && moved.size() <= FEW ? patched(known) : merged();
            moved.clear();
            findings = known;
        }
        return known;
    }

    /** The findings of the time before, but for the subjects of what moved. */
    private List<Finding> patched(List<Finding> before) {
        List<Finding> patched = new ArrayList<>(before);
        for (Slot slot : moved) {
            int to = behind(slot);
            int from = to;
            while (from > 0 && compare(slots.get(from - 1).report(), slot.report()) == 0) {
                from--;
            }
            int place = Collections.binarySearch(patched, slot.report(), Reports::compare);
            if (from == to && place >= 0) {
                patched.remove(place);
            } else if (from < to && place >= 0) {
                patched.set(place, finding(from, to));
            } else if (from < to) {
                patched.add(-place - 1, finding(from, to));
            }
        }
        return patched;
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
            if (i == slots.size()
                    || compare(slots.get(from).report(), slots.get(i).report()) != 0) {
                merged.add(finding(from, i));
                from = i;
            }
        }
        return merged;
    }

    /** The finding about the subject of these slots. */
    private Finding finding(int from, int to) {
        return to - from == 1 ? slots.get(from).shown() : bounded(one(reports(slots.subList(from, to))));
    }

    private static List<Finding> reports(List<Slot> of) {
        return of.stream().map(Slot::report).toList();
    }

    private static int compare(Finding a, Finding b) {
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
