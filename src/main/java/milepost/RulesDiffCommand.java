package milepost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import milepost.foresight.DryRun;
import milepost.rules.book.FileDiff;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.RuleFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the rules of a folder would change; writes nothing. */
@Command(
        name = "diff",
        description = "Shows which files of a folder differ from the rules in use, and which flags would change.",
        mixinStandardHelpOptions = true)
final class RulesDiffCommand implements Callable<Integer> {
    /** The JSON output. */
    record Report(String ruleset, String live, List<FileLine> files, List<DryRun.OfRoadmap> roadmaps) {}

    /** One file that differs. */
    record FileLine(String path, FileDiff.Kind kind, int added, int removed) {}

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "Folder of the rules to try.")
    private Path folder = Path.of("rules");

    @Option(names = "--roadmap", paramLabel = "KEY", description = "Only on this roadmap. Default: all.")
    private @Nullable String roadmap;

    @Mixin
    private Settings settings = new Settings();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + folder + ".");
        }
        RuleFiles files = LiveFolder.read(folder);
        try (App app = settings.openExisting()) {
            DryRun dry = DryRun.of(files.compile(), app.roadmaps(), app.flags(), roadmap);
            List<FileDiff> diffs =
                    FileDiff.between(app.workbench().book().current().files(), files);
            if (output.json()) {
                List<FileLine> lines = diffs.stream()
                        .map(d -> new FileLine(d.path(), d.kind(), d.added(), d.removed()))
                        .toList();
                Output.print(new Report(dry.ruleset(), app.ruleset().version(), lines, dry.roadmaps()));
            } else {
                print(diffs, dry);
            }
            return dry.touched().isEmpty() ? 0 : 1;
        }
    }

    private static void print(List<FileDiff> diffs, DryRun dry) {
        diffs.forEach(d -> System.out.printf("%-8s %s +%d -%d%n", d.kind(), d.path(), d.added(), d.removed()));
        for (DryRun.OfRoadmap on : dry.touched()) {
            System.out.println(on.roadmap() + " " + on.title());
            on.lines()
                    .forEach(line -> System.out.printf(
                            "  %-9s %-8s %-8s %s (%s)%n",
                            line.event(), line.severity(), line.subject(), line.message(), line.rule()));
            on.setAside().forEach(f -> System.out.println("  rule " + f.rule() + " failed: " + f.reason()));
        }
        System.out.println(diffs.size() + " files differ; flags: " + dry.count(DryRun.Event.RAISED) + " raised, "
                + dry.count(DryRun.Event.CLEARED) + " cleared, " + dry.count(DryRun.Event.REWORDED) + " reworded, "
                + dry.count(DryRun.Event.ESCALATED) + " escalated, " + dry.count(DryRun.Event.SHADOWED) + " in shadow");
    }
}
