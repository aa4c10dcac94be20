package milepost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line: every command of the program starts here. */
@Command(
        name = "milepost",
        description = "Tracks what roadmaps promised and says early, with reasons, what is going wrong.",
        mixinStandardHelpOptions = true,
        version = "milepost " + Main.VERSION,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:fine",
            "1:the check found something",
            "2:wrong usage or bad input",
            "3:cannot run: port taken, database locked ..."
        },
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            ForecastCommand.class,
            BacktestCommand.class,
            RulesCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            UserCommand.class,
            TokenCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            VerifyCommand.class,
            HelpCommand.class
        })
public final class Main {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    static final String VERSION = "0.1.0";

    private Main() {}

    public static void main(String[] args) {
        int status = run(args.length == 0 ? new String[] {"serve"} : args);
        if (status != CommandLine.ExitCode.OK) {
            System.exit(status);
        }
    }

    /** Runs a command and returns its exit status. */
    static int run(String... args) {
        return commands().execute(args);
    }

    /** All commands with how they fail. */
    static CommandLine commands() {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler(new Failures());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(
                LocalDate.class,
                text -> day(text, read(text, LocalDate::parse, "is not a day; write it as 2026-12-31.")));
        line.registerConverter(
                Instant.class,
                text -> instant(
                        text, read(text, Instant::parse, "is not an instant; write it as 2026-12-31T09:00:00Z.")));
        return line;
    }

    private static LocalDate day(String text, LocalDate day) {
        return demand(day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR, text, day);
    }

    private static Instant instant(String text, Instant instant) {
        boolean before = instant.isBefore(Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z"));
        boolean after = !instant.isBefore(Instant.parse(LAST_YEAR + 1 + "-01-01T00:00:00Z"));
        return demand(!before && !after, text, instant);
    }

    private static <T> T demand(boolean inRange, String text, T time) {
        if (!inRange) {
            throw new CommandLine.TypeConversionException(
                    "'" + text + "' is not in the years " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        }
        return time;
    }

    private static <T> T read(String text, Function<String, T> reading, String otherwise) {
        try {
            return reading.apply(text);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("'" + text + "' " + otherwise);
        }
    }
}
