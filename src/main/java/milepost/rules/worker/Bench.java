package milepost.rules.worker;

import java.util.ArrayList;
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
import milepost.rules.language.RuleProblem;

/** Reads a draft and tries it: the work that is done inside the child. */
final class Bench {
    private Bench() {}

    static DraftReport report(Request request) {
        Compilation compilation = Ruleset.compile(request.rules());
        Ruleset ruleset = compilation.ruleset();
        if (ruleset == null) {
            return new DraftReport(null, compilation.problems(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
        CaseFiles read = CaseFiles.read(request.cases(), ruleset);
        List<RuleProblem> problems = new ArrayList<>(compilation.problems());
        problems.addAll(read.problems());
        List<CaseResult> results = RuleCases.run(ruleset, read.cases());
        boolean asked = !request.cases().isEmpty();
        return new DraftReport(
                ruleset.version(),
                problems,
                ruleset.rules(),
                results,
                asked ? RuleCoverage.of(ruleset, results) : List.of(),
                asked ? ConditionCoverage.of(ruleset, read.cases()) : List.of(),
                request.snapshots().stream()
                        .map(facts -> run(facts, ruleset.evaluate(facts, request.asOf())))
                        .toList());
    }

    private static DraftReport.Run run(Snapshot facts, Outcome outcome) {
        String roadmap = facts.roadmap().key();
        if (outcome instanceof Outcome.Complete complete) {
            return new DraftReport.Run(roadmap, complete.findings(), complete.setAside(), null);
        }
        return new DraftReport.Run(roadmap, List.of(), List.of(), ((Outcome.Failed) outcome).reason());
    }
}
