package milepost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import milepost.exchange.RoadmapFile;
import milepost.facts.Problem;
import milepost.roadmap.DatedEdits;
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
    private static final String PROFILE = "milepost";

    @Mixin
    private Settings settings = new Settings();

    @Parameters(paramLabel = "FILE", description = "A milepost-roadmap/1 JSON file.")
    private Path file = Path.of("");

    @Option(names = "--roadmap", paramLabel = "KEY", description = "Key of the roadmap. Default: the one in the file.")
    private @Nullable String roadmap;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Leaves out what the file records after this day (UTC). Default: nothing is left out.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = PROFILE,
            description = "What the file's fields mean. Known: " + PROFILE + ", which is the default.")
    private String profile = PROFILE;

    @Option(names = "--dry-run", description = "Says what the import would come to and stores nothing.")
    private boolean dryRun;

    @Override
    public void run() {
        if (!profile.equals(PROFILE)) {
            throw invalid("There is no import profile " + profile + "; known: " + PROFILE + ".");
        }
        RoadmapFile.Content content = RoadmapFile.read(text());
        if (roadmap != null && !roadmap.equals(content.roadmap())) {
            throw invalid("The file holds the roadmap " + content.roadmap() + ", not " + roadmap + ".");
        }
        List<DatedEdits> changes = upTo(content.changes());
        try (App app = settings.open()) {
            Saved saved = dryRun
                    ? app.roadmaps().previewImport(content.roadmap(), changes)
                    : app.roadmaps().importDated(content.roadmap(), changes);
            System.out.println(content.roadmap() + ": " + changes.size() + " changes, "
                    + saved.after().milestones().size() + " milestones, "
                    + saved.flags().raised().size() + " flags raised"
                    + (dryRun ? "; nothing was stored" : ""));
        }
    }

    private List<DatedEdits> upTo(List<DatedEdits> changes) {
        LocalDate last = asOf;
        if (last == null) {
            return changes;
        }
        List<DatedEdits> kept = changes.stream()
                .filter(change ->
                        !change.at().atZone(ZoneOffset.UTC).toLocalDate().isAfter(last))
                .toList();
        if (kept.isEmpty()) {
            throw invalid("The file records nothing up to " + last + "; choose a later --as-of.");
        }
        return kept;
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw invalid("The file " + file + " cannot be read as UTF-8 text.");
        }
    }

    private static Problem invalid(String sentence) {
        return new Problem(Problem.Kind.INVALID, sentence);
    }
}
