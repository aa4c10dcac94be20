package milepost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import milepost.access.AcceptLimits;
import milepost.facts.Problem;
import milepost.flags.decision.TriagePolicy;
import milepost.roadmap.SlipLimit;
import milepost.roadmap.inbox.Cadence;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where data and rules are; each can also be given by an environment variable. */
final class Settings {
    @Option(
            names = "--db",
            paramLabel = "URL",
            defaultValue = "${env:MILEPOST_DB:-milepost.db}",
            description =
                    "Database: a file, jdbc:sqlite:... or jdbc:postgresql://... Also MILEPOST_DB. Default: milepost.db.")
    private String database = "milepost.db";

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            defaultValue = "${env:MILEPOST_RULES}",
            description =
                    "Folder of the rules. Also MILEPOST_RULES. Default: ./rules of a checkout, else the packed rules.")
    private @Nullable Path rules;

    @Option(
            names = "--two-persons",
            defaultValue = "${env:MILEPOST_TWO_PERSONS:-false}",
            description = "Rules are published by someone else than their writer. Also MILEPOST_TWO_PERSONS=true.")
    private boolean twoPersons;

    @Option(
            names = "--slip-limit",
            paramLabel = "DAYS",
            defaultValue = "${env:MILEPOST_SLIP_LIMIT:-30}",
            description =
                    "Moving a due date by more than DAYS, or to more than DAYS after the first promise, needs a reason. "
                            + "Also MILEPOST_SLIP_LIMIT. Default: 30.")
    private int slipLimit = SlipLimit.USUAL.days();

    @Option(
            names = "--accept-limit",
            paramLabel = "ROLE=SEVERITY",
            defaultValue = "${env:MILEPOST_ACCEPT_LIMIT:-}",
            description = "Worst severity that a role may accept, call false or lower, such as MANAGER=HIGH; more after"
                    + " commas. Also MILEPOST_ACCEPT_LIMIT. Default: no limit.")
    private String acceptLimit = "";

    @Option(
            names = "--accept-months",
            paramLabel = "MONTHS",
            defaultValue = "${env:MILEPOST_ACCEPT_MONTHS:-6}",
            description =
                    "How many months ahead a flag may be accepted, 1 to 60. Also MILEPOST_ACCEPT_MONTHS. Default: 6.")
    private int acceptMonths = 6;

    @Option(
            names = "--flood-limit",
            paramLabel = "FLAGS",
            defaultValue = "${env:MILEPOST_FLOOD_LIMIT:-50}",
            description = "How many flags one rule may raise at once before the list shows them as one."
                    + " Also MILEPOST_FLOOD_LIMIT. Default: 50.")
    private int flood = 50;

    @Option(
            names = "--report-days",
            paramLabel = "SEVERITY=DAYS",
            defaultValue = "${env:MILEPOST_REPORT_DAYS:-CRITICAL=7,HIGH=14,ELSE=30}",
            description = "After how many days a milestone is to be reported about again, by the worst of its flags."
                    + " Also MILEPOST_REPORT_DAYS. Default: CRITICAL=7,HIGH=14,ELSE=30.")
    private String reportDays = "CRITICAL=7,HIGH=14,ELSE=30";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /** For commands that make nothing: a mistyped name must not look like an empty database. */
    App openExisting() {
        String file = file();
        if (!file.startsWith("jdbc:") && !file.startsWith("file:") && Files.notExists(Path.of(file))) {
            throw new CannotRun("There is no database " + file + "; serve and import make one, --db chooses another.");
        }
        return open();
    }

    /** The database, if there is one and it can be used; for what only says more with it than without. */
    Optional<App> findExisting() {
        try {
            return Optional.of(openExisting());
        } catch (CannotRun none) {
            return Optional.empty();
        }
    }

    /** The database as it was named. */
    String location() {
        return database;
    }

    /** The file of a SQLite database; of others their address. */
    String file() {
        return database.replaceFirst("^jdbc:sqlite:", "").replaceFirst("[?].*$", "");
    }

    App open() {
        if (slipLimit < 0 || slipLimit > SlipLimit.LONGEST) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "--slip-limit must be a number of days from 0 to " + SlipLimit.LONGEST + ", not " + slipLimit
                            + ".");
        }
        return new App(database, rules, policy(), InstantSource.system());
    }

    private App.Policy policy() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (acceptMonths < 1 || acceptMonths > 60) {
            throw new ParameterException(command, "--accept-months takes a whole number from 1 to 60.");
        }
        if (flood < 1) {
            throw new ParameterException(command, "--flood-limit takes a whole number from 1.");
        }
        try {
            return new App.Policy(
                    twoPersons,
                    AcceptLimits.of(acceptLimit),
                    new TriagePolicy(acceptMonths, flood),
                    new SlipLimit(slipLimit),
                    cadence(command));
        } catch (Problem wrong) {
            throw new ParameterException(command, "--accept-limit: " + wrong.getMessage());
        }
    }

    private Cadence cadence(CommandLine command) {
        try {
            return Cadence.of(reportDays);
        } catch (Problem wrong) {
            throw new ParameterException(command, "--report-days: " + wrong.getMessage());
        }
    }
}
