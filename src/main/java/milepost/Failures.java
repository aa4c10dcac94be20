package milepost;

import java.io.PrintWriter;
import milepost.db.DatabaseUnusable;
import milepost.facts.Problem;
import picocli.CommandLine;

/** Turns what went wrong in a command into plain sentences on stderr and an exit status. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
    private static final int BAD_INPUT = 2;
    private static final int CANNOT_RUN = 3;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        int status = tell(failure, err);
        err.flush();
        return status;
    }

    private static int tell(Exception failure, PrintWriter err) {
        if (failure instanceof Problem problem) {
            err.println(problem.getMessage());
            problem.fields().stream()
                    .filter(field -> !String.valueOf(problem.getMessage()).endsWith(field.message()))
                    .forEach(field -> err.println(field.field() + ": " + field.message()));
            return BAD_INPUT;
        }
        if (failure instanceof CannotRun || failure instanceof DatabaseUnusable) {
            err.println(failure.getMessage());
            return CANNOT_RUN;
        }
        err.println("Milepost failed. This is a fault of the program; please report it with what follows.");
        failure.printStackTrace(err);
        return CANNOT_RUN;
    }
}
