package milepost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import milepost.access.Accounts;
import milepost.access.Role;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after tokens for programs. */
@Command(name = "token", description = "Looks after tokens for programs.", mixinStandardHelpOptions = true)
final class TokenCommand implements Runnable {
    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec = picocli.CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: token create or token revoke.");
    }

    @Command(name = "create", description = "Creates a token and prints it once.", mixinStandardHelpOptions = true)
    void create(
            @Mixin DatabasePlace database,
            @Option(names = "--user", required = true, paramLabel = "NAME", description = "Whose token it is.")
                    String user,
            @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}") Role role,
            @Option(names = "--name", required = true, paramLabel = "TEXT", description = "What it is called.")
                    String name,
            @Option(
                            names = "--roadmap",
                            paramLabel = "KEY",
                            description =
                                    "The only roadmap it reaches; may be repeated. Default: all that the person sees.")
                    @Nullable Set<String> roadmaps,
            @Option(names = "--expires", paramLabel = "DATE", description = "Default: in a year.") @Nullable LocalDate expires) {
        Instant end = expires == null
                ? null
                : expires.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        try (App app = database.openExisting()) {
            Set<String> only = roadmaps == null ? Set.of() : roadmaps;
            only.stream().filter(key -> !app.roadmaps().exists(key)).findFirst().ifPresent(key -> {
                throw Problem.of("roadmap", "There is no roadmap " + key + ".");
            });
            System.out.println(app.people().token(user, new Accounts.Wish(role, name, end, only)));
        }
    }

    @Command(name = "revoke", description = "Ends a token at once.", mixinStandardHelpOptions = true)
    void revoke(
            @Mixin DatabasePlace database,
            @Parameters(paramLabel = "TEXT", description = "What the token is called.") String name) {
        try (App app = database.openExisting()) {
            app.people().revokeToken(name);
        }
    }
}
