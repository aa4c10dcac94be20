package milepost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milepost.facts.Reach;
import milepost.rules.Compilation;
import milepost.rules.Ruleset;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.RuleFiles;
import milepost.rules.cases.CaseFiles;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import milepost.rules.lint.LintInput;
import milepost.rules.lint.RuleLint;
import milepost.rules.worker.Look;
import milepost.rules.writing.FileName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after rule files. */
@Command(
        name = "rules",
        description = "Looks after rule files.",
        mixinStandardHelpOptions = true,
        subcommands = {RulesTestCommand.class, RulesDiffCommand.class, RulesPublishCommand.class})
final class RulesCommand implements Runnable {
    private static final Set<String> OF_THE_RECORD = Set.of("field-never-filled", "threshold-out-of-reach");

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec = picocli.CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: rules check, rules test, rules diff or rules publish.");
    }

    @Command(
            name = "check",
            description =
                    "Checks rule files and shows every problem at its place. Where there is a database, advice also"
                            + " looks at what is recorded in it; nothing is written.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(arity = "0..1", paramLabel = "DIR", description = "Folder of the rules.") @Nullable Path folder,
            @Option(
                            names = "--strict",
                            description = "Exit status 1 for warnings too, except those about what is recorded.")
                    boolean strict,
            @Mixin Settings settings,
            @Mixin Output output) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new picocli.CommandLine.ParameterException(spec.commandLine(), "There is no folder " + folder + ".");
        }
        RuleFiles files = LiveFolder.read(App.place(folder));
        Compilation compilation = Ruleset.compile(files.rules());
        Ruleset ruleset = compilation.ruleset();
        List<RuleInfo> rules = ruleset == null ? List.of() : ruleset.rules();
        List<RuleProblem> problems = new ArrayList<>(compilation.problems());
        rules.forEach(
                rule -> FileName.findProblem(rule, RuleProblem.Level.WARNING).ifPresent(problems::add));
        problems.addAll(advice(files, ruleset, settings));
        if (output.json()) {
            Output.print(Map.of(
                    "problems",
                    problems,
                    "rules",
                    rules.stream().map(RulesCommand::line).toList()));
        } else {
            problems.forEach(p -> System.out.println(line(p)));
            System.out.println(summary(rules.size(), problems));
        }
        return ruleset == null || strict && problems.stream().anyMatch(RulesCommand::isWarning) ? 1 : 0;
    }

    /** Advice is for rules that can be used; before that, mistakes come first. */
    private static List<RuleProblem> advice(RuleFiles files, @Nullable Ruleset ruleset, Settings settings) {
        if (ruleset == null) {
            return List.of();
        }
        return RuleLint.of(new LintInput(
                ruleset.trees(),
                files.rules(),
                CaseFiles.read(files.cases(), ruleset).cases(),
                live(settings)));
    }

    private static LintInput.Live live(Settings settings) {
        try (App app = settings.findExisting().orElse(null)) {
            List<Look> looks = app == null
                    ? List.of()
                    : app.roadmaps().looks(app.roadmaps().keys(Reach.EVERYTHING));
            return looks.isEmpty()
                    ? LintInput.Live.none()
                    : new LintInput.Live(
                            looks.stream().map(Look::facts).toList(),
                            looks.get(0).day());
        }
    }

    /** Mistakes are problems; what is said of correct rules is advice. */
    private static String summary(int rules, List<RuleProblem> said) {
        long problems = said.stream()
                .filter(p -> p.severity() == RuleProblem.Level.ERROR)
                .count();
        long advice = said.size() - problems;
        return rules + " rules, " + problems + " problems" + (advice == 0 ? "" : ", " + advice + " pieces of advice");
    }

    /** A note is never a reason to fail, nor is what the record of today happens to hold. */
    private static boolean isWarning(RuleProblem problem) {
        return problem.severity() == RuleProblem.Level.WARNING && !OF_THE_RECORD.contains(problem.code());
    }

    private static Map<String, Object> line(RuleInfo rule) {
        return Map.of("key", rule.key(), "title", rule.title(), "severity", rule.severity(), "path", rule.path());
    }

    /** A problem with its place, as compilers write it. */
    static String line(RuleProblem p) {
        return p.path() + ":" + p.line() + ":" + p.column() + "-" + p.endColumn() + " " + p.severity() + " " + p.code()
                + ": " + p.message();
    }
}
