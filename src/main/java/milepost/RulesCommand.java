package milepost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import milepost.rules.Compilation;
import milepost.rules.Ruleset;
import milepost.rules.book.LiveFolder;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks after rule files. */
@Command(
        name = "rules",
        description = "Looks after rule files.",
        mixinStandardHelpOptions = true,
        subcommands = {RulesTestCommand.class, RulesDiffCommand.class, RulesPublishCommand.class})
final class RulesCommand implements Runnable {
    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec = picocli.CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: rules check, rules test, rules diff or rules publish.");
    }

    @Command(
            name = "check",
            description = "Checks rule files and shows every problem at its place.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(arity = "0..1", paramLabel = "DIR", description = "Folder of the rules.") @Nullable Path folder,
            @Mixin Output output) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new picocli.CommandLine.ParameterException(spec.commandLine(), "There is no folder " + folder + ".");
        }
        Compilation compilation =
                Ruleset.compile(LiveFolder.read(App.place(folder)).rules());
        Ruleset ruleset = compilation.ruleset();
        List<RuleInfo> rules = ruleset == null ? List.of() : ruleset.rules();
        if (output.json()) {
            Output.print(Map.of(
                    "problems",
                    compilation.problems(),
                    "rules",
                    rules.stream().map(RulesCommand::line).toList()));
        } else {
            compilation.problems().forEach(p -> System.out.println(line(p)));
            System.out.println(
                    rules.size() + " rules, " + compilation.problems().size() + " problems");
        }
        return ruleset == null ? 1 : 0;
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
