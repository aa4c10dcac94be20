package milepost.rules.worker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import milepost.facts.Snapshot;
import milepost.rules.Compilation;
import milepost.rules.Ruleset;
import milepost.rules.cases.CaseFiles;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.ConditionCoverage;
import milepost.rules.cases.RuleCases;
import milepost.rules.cases.RuleCoverage;
import milepost.rules.engine.Outcome;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.language.check.KnownFiles;
import milepost.rules.language.check.ParsedRules;
import milepost.rules.language.check.RuleParser;
import milepost.rules.lint.LintInput;
import milepost.rules.lint.RuleLint;
import org.jspecify.annotations.Nullable;

/** Reads drafts and tries them, in whatever process; files that did not change since the last request are not read again. */
public final class Bench {
    private static final Comparator<RuleProblem> ORDER = Comparator.comparing(RuleProblem::path)
            .thenComparingInt(RuleProblem::line)
            .thenComparingInt(RuleProblem::column)
            .thenComparing(RuleProblem::code);

    private final KnownFiles known = new KnownFiles();
    private @Nullable Ruleset last;

    public DraftReport report(Request request) {
        return request.cases().isEmpty() && request.looks().isEmpty() ? check(request) : tried(request);
    }

    private DraftReport check(Request request) {
        ParsedRules parsed = RuleParser.parse(request.rules(), known);
        List<RuleInfo> rules = parsed.rules().stream().map(RuleTree::info).toList();
        if (!parsed.usable()) {
            return problems(parsed.problems());
        }
        List<RuleProblem> problems = new ArrayList<>(parsed.problems());
        problems.addAll(RuleLint.of(new LintInput(parsed.rules(), request.rules(), List.of(), LintInput.Live.NONE)));
        problems.sort(ORDER);
        String version = Ruleset.version(request.rules());
        return new DraftReport(version, problems, rules, List.of(), List.of(), List.of(), List.of());
    }

    private DraftReport tried(Request request) {
        Compilation compilation = compile(request);
        Ruleset ruleset = compilation.ruleset();
        if (ruleset == null) {
            return problems(compilation.problems());
        }
        CaseFiles read = CaseFiles.read(request.cases(), ruleset);
        List<RuleProblem> problems = new ArrayList<>(compilation.problems());
        problems.addAll(read.problems());
        List<CaseResult> results = RuleCases.run(ruleset, read.cases());
        return new DraftReport(
                ruleset.version(),
                problems,
                ruleset.rules(),
                results,
                request.cases().isEmpty() ? List.of() : RuleCoverage.of(ruleset, results),
                request.conditions() ? ConditionCoverage.of(ruleset, read.cases()) : List.of(),
                request.looks().stream()
                        .map(look -> run(look.facts(), ruleset.evaluate(look.facts(), look.day())))
                        .toList());
    }

    /** The cases of a draft are asked for first and its dry run next: the rules are the same. */
    private synchronized Compilation compile(Request request) {
        Ruleset before = last;
        if (before != null && before.version().equals(Ruleset.version(request.rules()))) {
            return new Compilation(before, List.of());
        }
        Compilation compilation = Ruleset.compile(request.rules(), known);
        last = compilation.problems().isEmpty() ? compilation.ruleset() : null;
        return compilation;
    }

    private static DraftReport problems(List<RuleProblem> problems) {
        return new DraftReport(null, problems, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static DraftReport.Run run(Snapshot facts, Outcome outcome) {
        String roadmap = facts.roadmap().key();
        if (outcome instanceof Outcome.Complete complete) {
            return new DraftReport.Run(roadmap, complete.findings(), complete.setAside(), null);
        }
        return new DraftReport.Run(roadmap, List.of(), List.of(), ((Outcome.Failed) outcome).reason());
    }
}
