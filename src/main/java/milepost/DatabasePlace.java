package milepost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data are. */
final class DatabasePlace {
    @Option(
            names = "--db",
            paramLabel = "URL",
            defaultValue = "${env:MILEPOST_DB:-milepost.db}",
            description =
                    "Database: a file, jdbc:sqlite:... or jdbc:postgresql://... Also MILEPOST_DB. Default: milepost.db.")
    private String database = "milepost.db";

    /** For commands that make nothing: a mistyped name must not look like an empty database. */
    App openExisting() {
        return openExisting(null);
    }

    App openExisting(@Nullable Path rules) {
        String file = file();
        if (!file.startsWith("jdbc:") && !file.startsWith("file:") && Files.notExists(Path.of(file))) {
            throw new CannotRun("There is no database " + file + "; serve and import make one, --db chooses another.");
        }
        return open(rules, App.Policy.USUAL);
    }

    App open(@Nullable Path rules, App.Policy policy) {
        return new App(database, rules, policy, InstantSource.system());
    }

    /** The database as it was named. */
    String location() {
        return database;
    }

    /** The file of a SQLite database; of others their address. */
    String file() {
        return database.replaceFirst("^jdbc:sqlite:", "").replaceFirst("[?].*$", "");
    }
}
