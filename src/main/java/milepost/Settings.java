package milepost;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where data and rules are; each can also be given by an environment variable. */
final class Settings {
    @Mixin
    private DatabasePlace database = new DatabasePlace();

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            defaultValue = "${env:MILEPOST_RULES}",
            description =
                    "Folder of the rules. Also MILEPOST_RULES. Default: ./rules of a checkout, else the packed rules.")
    private @Nullable Path rules;

    /** For commands that make nothing: a mistyped name must not look like an empty database. */
    App openExisting() {
        return database.openExisting(rules);
    }

    /** The database, if there is one and it can be used; for what only says more with it than without. */
    Optional<App> findExisting() {
        try {
            return Optional.of(openExisting());
        } catch (CannotRun none) {
            return Optional.empty();
        }
    }

    App open(App.Policy policy) {
        return database.open(rules, policy);
    }
}
