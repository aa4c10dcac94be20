package milepost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import milepost.facts.Problem;
import milepost.roadmap.Publishing;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.RulesetVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes the rules of a folder. */
@Command(
        name = "publish",
        description = "Checks the rules of a folder, runs their cases and publishes them as the next version.",
        mixinStandardHelpOptions = true)
final class RulesPublishCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "Folder of the rules to publish.")
    private Path folder = Path.of("rules");

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "TEXT",
            description = "What is new, for the list of versions.")
    private String message = "";

    @Mixin
    private Settings settings = new Settings();

    @Mixin
    private TwoPersonsOption twoPersons = new TwoPersonsOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + folder + ".");
        }
        RuleFiles files = LiveFolder.read(folder);
        try (App app = settings.open(App.Policy.USUAL.ofTwoPersons(twoPersons.demanded()))) {
            Publishing publishing = app.publishing();
            Publication publication = Publication.files(System.getProperty("user.name", "command line"), message);
            try {
                publishing.review(files).require();
            } catch (Problem refused) {
                refused.fields().forEach(f -> spec.commandLine().getErr().println(f.field() + ": " + f.message()));
                spec.commandLine().getErr().flush();
                return 1;
            }
            RulesetVersion version = publishing.publish(
                    publication, files, app.workbench().book().current().number());
            if (output.json()) {
                Output.print(version);
            } else {
                System.out.println("Version " + version.number() + " (" + version.hash() + ") is in use.");
            }
            return 0;
        }
    }
}
