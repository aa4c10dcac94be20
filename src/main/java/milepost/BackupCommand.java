package milepost;

import java.nio.file.Path;
import milepost.db.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the database to a file, also while the server runs. */
@Command(
        name = "backup",
        description = "Copies the database to a new file, also while the server runs (SQLite).",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Runnable {
    @Mixin
    private DatabasePlace database = new DatabasePlace();

    @Parameters(paramLabel = "FILE", description = "The file to make; it must not exist yet.")
    private Path file = Path.of("");

    @Override
    public void run() {
        Backup.write(database.location(), file);
        System.out.println("Copied to " + file + ".");
    }
}
