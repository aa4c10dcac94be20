package milepost;

import milepost.db.DatabaseUnusable;
import milepost.facts.Problem;
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
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof Problem || failure instanceof CannotRun || failure instanceof DatabaseUnusable) {
                command.getErr().println(failure.getMessage());
                command.getErr().flush();
                return failure instanceof Problem ? 2 : 3;
            }
            throw failure;
        });
        return line.execute(args);
    }
}
