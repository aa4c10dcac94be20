package milepost;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import milepost.db.Backup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a copy of the database back; the server must not be running. */
@Command(
        name = "restore",
        description = "Makes the database what a copy holds (SQLite). Stop the server first.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Runnable {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Mixin
    private DatabasePlace database = new DatabasePlace();

    @Parameters(paramLabel = "FILE", description = "A file that backup made.")
    private Path file = Path.of("");

    @Option(
            names = "--replace",
            description = "Takes the place of a database that is there; that one is kept beside it.")
    private boolean replace;

    @Override
    public void run() {
        Path keep = replace ? Path.of(database.file() + ".replaced-" + STAMP.format(Instant.now())) : null;
        boolean there = keep != null && java.nio.file.Files.exists(Path.of(database.file()));
        Backup.restore(file, database.location(), keep);
        System.out.println("Restored " + database.file() + " from " + file + "." + kept(there ? keep : null));
    }

    private static String kept(@Nullable Path keep) {
        return keep == null ? "" : " The former database is kept as " + keep + ".";
    }
}
