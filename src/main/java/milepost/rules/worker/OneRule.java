package milepost.rules.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.rules.Ruleset;
import milepost.rules.cases.CaseFiles;
import milepost.rules.cases.ConditionCoverage;
import milepost.rules.cases.LiveCoverage;
import milepost.rules.cases.RuleCase;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.lint.LintInput;
import milepost.rules.lint.RuleLint;

/** Looks closely at the rules of one file of a draft: advice, and what shows each of their constraints. */
final class OneRule {
    private final Ruleset ruleset;
    private final RuleFile file;
    private final List<RuleTree> own;
    private final Set<String> keys;
    private final List<RuleCase> cases;

    OneRule(Ruleset ruleset, Request request, String path) {
        this.ruleset = ruleset;
        this.file = request.rules().stream()
                .filter(f -> f.path().equals(path))
                .findFirst()
                .orElseGet(() -> new RuleFile(path, ""));
        this.own = ruleset.trees().stream()
                .filter(t -> t.info().path().equals(path))
                .toList();
        this.keys = own.stream().map(t -> t.info().key()).collect(Collectors.toSet());
        this.cases = CaseFiles.read(ownCases(request.cases()), ruleset).cases().stream()
                .filter(c -> keys.contains(c.rule()))
                .toList();
    }

    DraftReport report(LintInput.Live live) {
        List<RuleTree> others = new ArrayList<>(ruleset.trees());
        others.removeAll(own);
        List<RuleProblem> advice = RuleLint.of(new LintInput(own, List.of(file), cases, live, others));
        Ruleset alone = alone();
        List<ConditionCoverage> shown = ConditionCoverage.of(alone, cases).stream()
                .filter(c -> keys.contains(c.rule()))
                .toList();
        List<ConditionCoverage> seen = new ArrayList<>();
        if (!live.snapshots().isEmpty()) {
            keys.forEach(key -> seen.addAll(LiveCoverage.of(alone, key, live.snapshots(), live.day())));
        }
        return new DraftReport(
                ruleset.version(),
                advice,
                ruleset.rules(),
                List.of(),
                List.of(),
                new DraftReport.Shown(shown, seen, null),
                List.of());
    }

    /** The files that name one of its rules: of many rules, few files need to be read. */
    private List<RuleFile> ownCases(List<RuleFile> cases) {
        return cases.stream()
                .filter(f -> own.stream().anyMatch(t -> names(f, t.info())))
                .toList();
    }

    private static boolean names(RuleFile cases, RuleInfo rule) {
        return cases.content().contains(rule.key()) || rule.aliases().stream().anyMatch(cases.content()::contains);
    }

    /** The rules of this file only, which is far quicker; a rule that reads what others find needs them. */
    private Ruleset alone() {
        Ruleset single = LiveCoverage.readsFindings(file)
                ? null
                : Ruleset.compile(List.of(file)).ruleset();
        return Objects.requireNonNullElse(single, ruleset);
    }
}
