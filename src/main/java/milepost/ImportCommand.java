package milepost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import milepost.exchange.RecordIntake;
import milepost.exchange.table.Decoding;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a roadmap with its history, or a table of milestones, into the database, all or nothing. */
@Command(
        name = "import",
        description = "Brings a roadmap with its history, or a table of milestones, into the database, all or nothing.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Runnable {
    static final String PROFILE = "milepost";
    private static final long MOST = 64L << 20;

    @Mixin
    private Settings settings = new Settings();

    @Mixin
    private SlipOption slips = new SlipOption();

    @Mixin
    private Output output = new Output();

    @Parameters(
            paramLabel = "FILE",
            description =
                    "A table of milestones as CSV or XLSX, or a roadmap as JSON (an export, or milepost-roadmap/1).")
    private Path file = Path.of("");

    @Option(
            names = "--roadmap",
            paramLabel = "KEY",
            description =
                    "Key of the roadmap. For a table it must be given; one that does not exist is made. Default: the one in "
                            + "the JSON file.")
    private @Nullable String roadmap;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "The day a table speaks of: its values are recorded on that day, so snapshots imported oldest first "
                            + "build a history. Of a JSON file, leaves out what it records after this day (UTC).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "What the headings of a table mean, saved before. Default: guessed.")
    private @Nullable String profile;

    @Option(names = "--dry-run", description = "Says what the import would come to and stores nothing.")
    private boolean dryRun;

    @Mixin
    private TableOptions table = new TableOptions();

    @Override
    public void run() {
        byte[] bytes = bytes();
        try (App app = settings.open(App.Policy.USUAL.with(slips.limit()))) {
            if (RecordIntake.is(bytes)) {
                history(app, Decoding.json(bytes));
            } else {
                table(app, bytes);
            }
        }
    }

    private void table(App app, byte[] bytes) {
        if (roadmap == null) {
            throw invalid("Say with --roadmap KEY which roadmap the table is for; one that does not exist is made.");
        }
        TableImport work = new TableImport(app, table, dryRun);
        TableImport.Done done = work.run(name(), bytes, table.wish(roadmap, asOf, named(app)));
        if (output.json()) {
            Output.print(done.json());
        } else {
            System.out.println(done.text());
        }
    }

    private Map<String, milepost.exchange.intake.heading.Meaning> named(App app) {
        return profile == null || profile.equals(PROFILE)
                ? Map.of()
                : app.profiles().get(profile);
    }

    private void history(App app, String text) {
        if (profile != null && !profile.equals(PROFILE)) {
            throw invalid("There is no import profile " + profile + "; known: " + PROFILE + ".");
        }
        RecordIntake.Taken taken = app.recordIntake().take(text, new RecordIntake.Wish(roadmap, asOf, dryRun));
        if (output.json()) {
            Output.print(taken.json());
            return;
        }
        System.out.println(taken.roadmap() + ": " + taken.changes() + " changes, "
                + taken.saved().after().milestones().size() + " milestones, "
                + taken.saved().flags().raised().size() + " flags raised" + (dryRun ? "; nothing was stored" : ""));
    }

    private String name() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private byte[] bytes() {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST) {
                throw new Problem(
                        Problem.Kind.TOO_LARGE,
                        "The file " + file + " has " + Files.size(file) / (1 << 20) + " MB; at most " + MOST / (1 << 20)
                                + " MB are read. Split it.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw invalid("The file " + file + " cannot be read.");
        }
    }

    private static Problem invalid(String sentence) {
        return new Problem(Problem.Kind.INVALID, sentence);
    }
}
