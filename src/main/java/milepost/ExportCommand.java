package milepost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import milepost.exchange.out.Exports;
import milepost.exchange.out.Format;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a roadmap to a file or to standard output. */
@Command(
        name = "export",
        description = "Writes a roadmap to a file or to standard output.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Runnable {
    @Mixin
    private Settings settings = new Settings();

    @Option(names = "--roadmap", required = true, paramLabel = "KEY", description = "Key of the roadmap.")
    private String roadmap = "";

    @Option(
            names = "--format",
            required = true,
            description =
                    "csv: the milestones. xlsx: milestones, dependencies, participants, indicators, observations and flags. "
                            + "json: the whole record, for import elsewhere. ics: milestones and flags to come.")
    private Format format = Format.csv;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write. Default: standard output.")
    private @Nullable Path output;

    @Override
    public void run() {
        try (App app = settings.openExisting()) {
            Exports.Exported exported = app.exports().of(roadmap, format);
            if (output == null) {
                System.out.write(exported.content(), 0, exported.content().length);
                System.out.flush();
            } else {
                write(output, exported.content());
            }
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new CannotRun("The file " + file + " cannot be written; choose another with --output.");
        }
    }
}
