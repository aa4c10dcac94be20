package milepost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import milepost.exchange.RoadmapFile;
import milepost.roadmap.Saved;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a roadmap with its history into the database, all or nothing. */
@Command(
        name = "import",
        description = "Brings a roadmap with its history into the database, all or nothing.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Runnable {
    @Mixin
    private Settings settings = new Settings();

    @Parameters(paramLabel = "FILE", description = "A milepost-roadmap/1 JSON file.")
    private Path file = Path.of("");

    @Option(names = "--roadmap", paramLabel = "KEY", description = "Key of the roadmap. Default: the one in the file.")
    private @Nullable String roadmap;

    @Override
    public void run() {
        RoadmapFile.Content content = RoadmapFile.read(text());
        if (roadmap != null && !roadmap.equals(content.roadmap())) {
            throw new CannotRun("The file holds the roadmap " + content.roadmap() + ", not " + roadmap + ".");
        }
        try (App app = settings.open()) {
            Saved saved = app.roadmaps().importDated(content.roadmap(), content.changes());
            System.out.println(content.roadmap() + ": " + content.changes().size() + " changes, "
                    + saved.after().milestones().size() + " milestones, "
                    + saved.flags().raised().size() + " flags raised");
        }
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotRun("The file " + file + " cannot be read as UTF-8 text.");
        }
    }
}
