package milepost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import milepost.access.People;
import milepost.db.Database;
import milepost.flags.Flags;
import milepost.roadmap.Roadmaps;
import milepost.rules.Compilation;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import org.jspecify.annotations.Nullable;

/** Everything the commands work with, wired in one straight line and closed in reverse. */
final class App implements AutoCloseable {
    private final Database database;
    private final Ruleset ruleset;
    private final Flags flags;
    private final Roadmaps roadmaps;
    private final People people;
    private final InstantSource clock;

    App(String location, @Nullable Path rules, InstantSource clock) {
        this.clock = clock;
        this.ruleset = usable(rules);
        this.database = Database.open(location, clock);
        this.flags = new Flags(database);
        this.roadmaps = new Roadmaps(database, flags, this::ruleset);
        this.people = new People(database);
    }

    Ruleset ruleset() {
        return ruleset;
    }

    Flags flags() {
        return flags;
    }

    Roadmaps roadmaps() {
        return roadmaps;
    }

    People people() {
        return people;
    }

    InstantSource clock() {
        return clock;
    }

    @Override
    public void close() {
        database.close();
    }

    /** The rules of a folder, of the checkout the program runs in, or those packed into it. */
    static RuleFolder folder(@Nullable Path rules) {
        if (rules != null) {
            return RuleFolder.read(rules);
        }
        Path checkout = Path.of("rules");
        return Files.isDirectory(checkout.resolve("schedule")) ? RuleFolder.read(checkout) : RuleFolder.packed();
    }

    private static Ruleset usable(@Nullable Path rules) {
        Compilation compilation = Ruleset.compile(folder(rules).rules());
        Ruleset ruleset = compilation.ruleset();
        if (ruleset == null) {
            var first = compilation.problems().get(0);
            throw new CannotRun("The rules cannot be used: " + first.path() + ":" + first.line() + ":" + first.column()
                    + " " + first.message() + " Run \"rules check\" for all problems.");
        }
        return ruleset;
    }
}
