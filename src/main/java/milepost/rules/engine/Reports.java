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

    private static final Comparator<Finding> ORDER = Reports::compare;
    private static final Comparator<@Nullable String> VALUES = Comparator.nullsFirst(Comparator.naturalOrder());

    private final String rule;
    private final List<Finding> reports = new ArrayList<>();
    private @Nullable RuleFailure failure;
    private @Nullable List<Finding> findings;

    Reports(String rule) {
        this.rule = rule;
    }

    int count() {
        return reports.size();
    }

    void add(Finding report) {
        findings = null;
        reports.add(report);
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
        Finding[] sorted = reports.toArray(Finding[]::new);
        Arrays.sort(sorted, ORDER);
        List<Finding> merged = new ArrayList<>(sorted.length);
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || !sameSubject(sorted[from], sorted[i])) {
                merged.add(bounded(
                        i - from == 1 ? sorted[from] : one(Arrays.asList(sorted).subList(from, i))));
                from = i;
            }
        }
        return merged;
    }

    private static boolean sameSubject(Finding a, Finding b) {
        return a.kind() == b.kind() && a.subject().equals(b.subject());
    }

    private static int compare(Finding a, Finding b) {
        int kind = a.kind().compareTo(b.kind());
        int subject = kind != 0 ? kind : a.subject().compareTo(b.subject());
        int message = subject != 0 ? subject : a.message().compareTo(b.message());
        return message != 0 ? message : Arrays.compare(values(a), values(b), VALUES);
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
    private static Finding one(List<Finding> same) {
        Set<String> messages = new LinkedHashSet<>();
        Set<Evidence> evidence = new LinkedHashSet<>();
        Finding first = same.get(0);
        Severity worst = first.severity();
        for (Finding finding : same) {
            messages.add(finding.message());
            evidence.addAll(finding.evidence());
            worst = finding.severity().compareTo(worst) > 0 ? finding.severity() : worst;
        }
        String message = Collector.shortened(String.join("; ", messages));
        return new Finding(first.rule(), first.kind(), first.subject(), worst, message, List.copyOf(evidence));
    }

    /** With as much evidence as a person can look through, each value cut like a message. */
    private static Finding bounded(Finding finding) {
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
