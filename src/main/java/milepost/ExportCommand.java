package milepost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import milepost.exchange.out.Exports;
import milepost.exchange.out.Format;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a roadmap to a file or to standard output. */
@Command(
        name = "export",
        description =
                "Writes a roadmap to a file or to standard output: as it stands, or as it stood at --known-at or at "
                        + "the end of the day --as-of.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Runnable {
    @Mixin
    private DatabasePlace database = new DatabasePlace();

    @Option(names = "--roadmap", required = true, paramLabel = "KEY", description = "Key of the roadmap.")
    private String roadmap = "";

    @Option(
            names = "--format",
            required = true,
            description =
                    "csv: the milestones. xlsx: milestones, dependencies, participants, indicators, observations and flags. "
                            + "json: the whole record, for import elsewhere. ics: milestones and flags to come.")
    private Format format = Format.csv;

    @Mixin
    private TwoTimes times = new TwoTimes();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write. Default: standard output.")
    private @Nullable Path output;

    @Override
    public void run() {
        try (App app = database.openExisting()) {
            Exports.Exported exported = exported(app);
            if (output == null) {
                System.out.write(exported.content(), 0, exported.content().length);
                System.out.flush();
            } else {
                write(output, exported.content());
            }
        }
    }

    private Exports.Exported exported(App app) {
        ZoneId zone = TwoTimes.snapshot(app, roadmap, null).roadmap().zone();
        Instant until = times.until(zone, app.clock().instant());
        return until == null
                ? app.exports().of(roadmap, format)
                : app.exports().of(app.archive().then(roadmap, until), format);
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new CannotRun("The file " + file + " cannot be written; choose another with --output.");
        }
    }
}
