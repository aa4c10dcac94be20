package milepost.rules.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.facts.Evidence;
import milepost.facts.Finding;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.language.RuleInfo;
import org.jspecify.annotations.Nullable;

/**
 * Runs cases: rules are evaluated on the facts of a case, and the findings of its rule are compared. No rule has a part in what another
 * finds, so a few rules are evaluated at a time, which is far quicker than all of them; a rule that reads what others find needs all,
 * unless its case says what they found.
 */
public final class RuleCases {
    /** With fewer, making engines costs more than is won; with more, each case does. */
    private static final int AT_ONCE = 4;

    private RuleCases() {}

    /** One result for each case, in the same order. */
    public static List<CaseResult> run(Ruleset ruleset, List<RuleCase> cases) {
        Map<String, Ruleset> few = few(ruleset, cases);
        return cases.stream()
                .map(example -> run(
                        example.found() == null
                                ? few.getOrDefault(example.rule(), ruleset)
                                : few.computeIfAbsent(example.rule(), rule -> ruleset.only(List.of(rule))),
                        example))
                .toList();
    }

    private static Map<String, Ruleset> few(Ruleset ruleset, List<RuleCase> cases) {
        Set<String> asked = cases.stream().map(RuleCase::rule).collect(Collectors.toSet());
        List<String> alone = ruleset.rules().stream()
                .filter(rule -> asked.contains(rule.key()) && !LiveCoverage.readsFindings(rule.text()))
                .map(RuleInfo::key)
                .toList();
        Map<String, Ruleset> few = new HashMap<>();
        for (int i = 0; i < alone.size() && ruleset.rules().size() > AT_ONCE; i += AT_ONCE) {
            List<String> keys = alone.subList(i, Math.min(alone.size(), i + AT_ONCE));
            Ruleset part = ruleset.only(keys);
            keys.forEach(key -> few.put(key, part));
        }
        return few;
    }

    static CaseResult run(Ruleset ruleset, RuleCase example) {
        Outcome outcome = example.on(ruleset);
        if (!(outcome instanceof Outcome.Complete complete)) {
            return result(example, false, "not evaluated: " + ((Outcome.Failed) outcome).reason());
        }
        Optional<RuleFailure> failure = complete.setAside().stream()
                .filter(f -> f.rule().equals(example.rule()))
                .findFirst();
        if (failure.isPresent()) {
            return result(example, false, "the rule failed: " + failure.get().reason());
        }
        List<Finding> got = complete.findings().stream()
                .filter(f -> f.rule().equals(example.rule()))
                .toList();
        return result(example, !got.isEmpty(), difference(ruleset, example, got));
    }

    private static CaseResult result(RuleCase example, boolean fired, @Nullable String detail) {
        return new CaseResult(
                example.rule(), example.name(), detail == null, fired, detail, example.path(), example.line());
    }

    /** Null when there is none. */
    private static @Nullable String difference(Ruleset ruleset, RuleCase example, List<Finding> got) {
        List<Finding> extra = new ArrayList<>(got);
        List<Expected> missing = new ArrayList<>();
        for (Expected expected : example.expect()) {
            Optional<Finding> met = extra.stream().filter(expected::meets).findFirst();
            if (met.isEmpty()) {
                missing.add(expected);
            }
            met.ifPresent(extra::remove);
        }
        if (extra.isEmpty() && missing.isEmpty()) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        missing.forEach(expected -> lines.add("expected " + expected));
        if (missing.isEmpty()) {
            lines.add("expected " + (example.expect().isEmpty() ? "nothing" : "nothing else"));
        }
        extra.forEach(finding -> lines.add(
                "got      " + finding.subject() + " " + finding.severity() + " \"" + finding.message() + "\""));
        if (extra.isEmpty()) {
            lines.add("got      nothing" + (got.isEmpty() ? "" : " else"));
        }
        extra.forEach(finding -> lines.add("because  " + values(finding.evidence())));
        boolean absent = missing.stream()
                .anyMatch(m -> extra.stream().noneMatch(f -> f.subject().equals(m.subject())));
        if (absent) {
            lines.addAll(new StatedValues(ruleset, example).lines());
        }
        return String.join("\n", lines);
    }

    private static String values(List<Evidence> evidence) {
        return String.join(
                ", ",
                evidence.stream()
                        .map(e -> e.fact() + (e.key() == null ? " " : " " + e.key() + " ") + e.field() + " = "
                                + e.value())
                        .toList());
    }
}
