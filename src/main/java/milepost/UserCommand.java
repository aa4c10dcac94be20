package milepost;

import milepost.access.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after people. */
@Command(name = "user", description = "Looks after people.", mixinStandardHelpOptions = true)
final class UserCommand implements Runnable {
    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec = picocli.CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: user add, user list, user disable or user link.");
    }

    @Command(
            name = "add",
            description = "Adds a person and prints a link that signs in once.",
            mixinStandardHelpOptions = true)
    void add(
            @Mixin DatabasePlace database,
            @Mixin SiteAddress site,
            @Parameters(paramLabel = "NAME", description = "Name to sign in with.") String name,
            @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}") Role role,
            @Option(names = "--display", paramLabel = "TEXT", description = "Name as shown.") @Nullable String display) {
        try (App app = database.open(null, App.Policy.USUAL)) {
            app.people().add(name, display == null ? name : display, role);
            System.out.println(site.signInLink(app.people().link(name)));
        }
    }

    @Command(name = "list", description = "Lists people and their roles.", mixinStandardHelpOptions = true)
    void list(@Mixin DatabasePlace database) {
        try (App app = database.openExisting()) {
            app.people()
                    .list()
                    .forEach(p -> System.out.printf(
                            "%-20s %-8s %s%s%n",
                            p.name(), p.role(), p.displayName(), p.disabled() ? " (disabled)" : ""));
        }
    }

    @Command(name = "disable", description = "Ends a person's access at once.", mixinStandardHelpOptions = true)
    void disable(
            @Mixin DatabasePlace database,
            @Parameters(paramLabel = "NAME", description = "Name to sign in with.") String name) {
        try (App app = database.openExisting()) {
            app.people().disable(name);
        }
    }

    @Command(
            name = "link",
            description = "Prints a new link that signs in once, within a day.",
            mixinStandardHelpOptions = true)
    void link(
            @Mixin DatabasePlace database,
            @Mixin SiteAddress site,
            @Parameters(paramLabel = "NAME", description = "Name to sign in with.") String name) {
        try (App app = database.openExisting()) {
            System.out.println(site.signInLink(app.people().link(name)));
        }
    }
}
