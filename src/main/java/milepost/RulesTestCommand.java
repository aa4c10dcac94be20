package milepost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import milepost.rules.Compilation;
import milepost.rules.Ruleset;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.RuleFiles;
import milepost.rules.cases.CaseFiles;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.ConditionCoverage;
import milepost.rules.cases.RuleCases;
import milepost.rules.cases.RuleCoverage;
import milepost.rules.language.RuleProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the cases of rules. */
@Command(
        name = "test",
        description = "Runs the cases that stand beside the rules (RULE.cases.yaml).",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every case passed",
            "1:a case failed or a file has mistakes; with --coverage also when a rule lacks a case of either kind",
            "2:wrong usage, such as a folder that is not there"
        })
final class RulesTestCommand implements Callable<Integer> {
    /** A case as programs read it. */
    record Line(
            String rule, String name, boolean ok, @Nullable String detail, String path, int line) {}

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Output output = new Output();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Folder of the rules. Default: the rules in use.")
    private @Nullable Path folder;

    @Option(
            names = "--coverage",
            description = "Also shows which constraints no case makes true, or false, and which rules lack cases.")
    private boolean coverage;

    @Override
    public Integer call() {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + folder + ".");
        }
        RuleFiles files = LiveFolder.read(App.place(folder));
        if (files.rules().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "There are no rules (*.drl) in " + folder + ".");
        }
        Compilation compilation = Ruleset.compile(files.rules());
        Ruleset ruleset = compilation.ruleset();
        if (ruleset == null) {
            return show(new Run(compilation.problems(), List.of(), List.of(), List.of()));
        }
        CaseFiles read = CaseFiles.read(files.cases(), ruleset);
        List<CaseResult> results = RuleCases.run(ruleset, read.cases());
        return show(new Run(
                read.problems(),
                results,
                RuleCoverage.of(ruleset, results),
                coverage ? ConditionCoverage.of(ruleset, read.cases()) : List.of()));
    }

    /** All that one run has to say. */
    private record Run(
            List<RuleProblem> problems,
            List<CaseResult> results,
            List<RuleCoverage> rules,
            List<ConditionCoverage> conditions) {

        long failed() {
            return results.stream().filter(r -> !r.ok()).count();
        }

        List<RuleCoverage> incomplete() {
            return rules.stream().filter(r -> !r.bothKinds()).toList();
        }
    }

    private int show(Run run) {
        if (output.json()) {
            Output.print(json(run));
        } else {
            text(run);
        }
        boolean fine = run.problems().isEmpty() && run.failed() == 0;
        return fine && (!coverage || run.incomplete().isEmpty()) ? 0 : 1;
    }

    private Map<String, Object> json(Run run) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("passed", run.results().size() - run.failed());
        all.put("failed", run.failed());
        all.put(
                "cases",
                run.results().stream()
                        .map(r -> new Line(r.rule(), r.name(), r.ok(), r.detail(), r.path(), r.line()))
                        .toList());
        all.put("coverage", run.rules());
        all.put("problems", run.problems());
        if (coverage) {
            all.put("conditions", run.conditions());
        }
        return all;
    }

    private void text(Run run) {
        List<String> lines = new ArrayList<>();
        run.problems().forEach(p -> lines.add(RulesCommand.line(p)));
        run.results().stream().filter(r -> !r.ok()).forEach(r -> {
            lines.add(r.path() + ":" + r.line() + " FAILED " + r.rule() + ": " + r.name());
            String.valueOf(r.detail()).lines().forEach(line -> lines.add("    " + line));
        });
        run.incomplete().forEach(rule -> lines.add(rule.rule() + ": " + missing(rule)));
        if (coverage) {
            lines.add(String.format("%-40s %5s %5s", "rule", "cases", "fired"));
            run.rules().forEach(r -> lines.add(String.format("%-40s %5d %5d", r.rule(), r.cases(), r.fired())));
            run.conditions().stream()
                    .filter(c -> !c.shown())
                    .forEach(c -> lines.add(c.rule() + ":" + c.line() + ":" + c.column() + " " + c.gap()));
            long shown =
                    run.conditions().stream().filter(ConditionCoverage::shown).count();
            lines.add(shown + " of " + run.conditions().size() + " constraints are shown true and false");
        }
        lines.add((run.results().size() - run.failed()) + " cases passed, " + run.failed() + " failed");
        lines.forEach(System.out::println);
    }

    private static String missing(RuleCoverage rule) {
        if (rule.cases() == 0) {
            return "has no cases; write one in which it reports and one in which it is silent";
        }
        return rule.fired() == 0 ? "has no case in which it reports" : "has no case in which it is silent";
    }
}
