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
        version = "milepost 0.1.0",
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
            RulesCommand.class,
            ImportCommand.class,
            UserCommand.class,
            TokenCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            VerifyCommand.class,
            HelpCommand.class
        })
public final class Main {
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
                LocalDate.class, text -> read(text, LocalDate::parse, "is not a day; write it as 2026-12-31."));
        line.registerConverter(
                Instant.class,
                text -> read(text, Instant::parse, "is not an instant; write it as 2026-12-31T09:00:00Z."));
        return line;
    }

    private static <T> T read(String text, Function<String, T> reading, String otherwise) {
        try {
            return reading.apply(text);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("'" + text + "' " + otherwise);
        }
    }
}
