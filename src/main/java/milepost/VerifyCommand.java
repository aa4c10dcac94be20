package milepost;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import milepost.roadmap.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Proves that what is stored holds together. */
@Command(
        name = "verify",
        description = "Proves that the database, its history and every flag hold together; stores nothing. "
                + "Exit status 1 when something does not.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private DatabasePlace database = new DatabasePlace();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (App app = database.openExisting()) {
            List<Verification.Check> checks = app.verification().run();
            boolean holds = checks.stream().allMatch(check -> check.problems().isEmpty());
            if (output.json()) {
                Output.print(Map.of("ok", holds, "checks", checks));
            } else {
                checks.forEach(VerifyCommand::print);
            }
            return holds ? 0 : 1;
        }
    }

    private static void print(Verification.Check check) {
        System.out.println((check.problems().isEmpty() ? "holds  " : "wrong  ") + check.name());
        check.problems().forEach(problem -> System.out.println("         " + problem));
    }
}
