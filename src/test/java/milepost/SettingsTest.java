package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Each setting is a flag, else a variable of the environment, else a default; {@code --help} names all three. */
class SettingsTest {
    private static final Pattern VARIABLE = Pattern.compile("MILEPOST_[A-Z_]+");

    private final Path folder = Databases.temporaryFolder();

    /** A command that runs in a process of its own, for only such a one has an environment of its own. */
    private record Child(int status, String out) {
        static Child run(Path folder, Map<String, String> variables, String... arguments) throws Exception {
            Process process = start(folder, variables, arguments);
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return new Child(process.exitValue(), out);
        }

        static Process start(Path folder, Map<String, String> variables, String... arguments) throws IOException {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            List<String> command = new ArrayList<>(List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "milepost.Main"));
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("MILEPOST_"));
            builder.environment().putAll(variables);
            return builder.start();
        }
    }

    @Test
    void the_settings_are_these() {
        assertThat(settings())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("MILEPOST_DB", "milepost.db"),
                        Map.entry("MILEPOST_RULES", ""),
                        Map.entry("MILEPOST_TWO_PERSONS", "false"),
                        Map.entry("MILEPOST_PORT", "7070"),
                        Map.entry("MILEPOST_HOST", "127.0.0.1"),
                        Map.entry("MILEPOST_LOG", "text"),
                        Map.entry("MILEPOST_TRUSTED_PROXIES", ""),
                        Map.entry("MILEPOST_SLIP_LIMIT", "30"),
                        Map.entry("MILEPOST_NO_EXAMPLE", "false"),
                        Map.entry("MILEPOST_ALLOW_PRIVATE_WEBHOOKS", "false"),
                        Map.entry("MILEPOST_OIDC_ISSUER", ""),
                        Map.entry("MILEPOST_OIDC_CLIENT", ""),
                        Map.entry("MILEPOST_OIDC_SECRET", ""),
                        Map.entry("MILEPOST_OIDC_GROUPS", "groups"),
                        Map.entry("MILEPOST_OIDC_ROLES", ""),
                        Map.entry("MILEPOST_SMTP_URL", ""),
                        Map.entry("MILEPOST_SMTP_USER", ""),
                        Map.entry("MILEPOST_SMTP_PASSWORD", ""),
                        Map.entry("MILEPOST_SMTP_FROM", ""),
                        Map.entry("MILEPOST_SMTP_PLAIN", "false"),
                        Map.entry("MILEPOST_ADDRESS", "http://127.0.0.1:7070"),
                        Map.entry("MILEPOST_ACCEPT_LIMIT", ""),
                        Map.entry("MILEPOST_ACCEPT_MONTHS", "6"),
                        Map.entry("MILEPOST_FLOOD_LIMIT", "50"),
                        Map.entry("MILEPOST_REPORT_DAYS", "CRITICAL=7,HIGH=14,ELSE=30")));
    }

    @Test
    void the_help_of_a_command_names_flag_variable_and_default_of_each() {
        for (OptionSpec option : options(Main.commands()).toList()) {
            String said = String.join(" ", option.description());
            Matcher variable = VARIABLE.matcher(written(option));
            boolean setting = variable.find();
            assertThat(said.contains("MILEPOST_")).as(option.longestName()).isEqualTo(setting);
            if (setting) {
                String expected = "MILEPOST_"
                        + option.longestName().substring(2).toUpperCase().replace('-', '_');
                assertThat(variable.group()).isEqualTo(expected);
                assertThat(said).contains("Also " + expected);
                boolean flag = option.type() == boolean.class;
                assertThat(said).contains(flag ? expected + "=true." : "Default: ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MILEPOST_PORT, many, serve, --port",
        "MILEPOST_LOG, xml, serve, --log",
        "MILEPOST_TWO_PERSONS, perhaps, serve, --two-persons",
        "MILEPOST_SLIP_LIMIT, soon, serve, --slip-limit",
        "MILEPOST_SLIP_LIMIT, -1, serve, --slip-limit",
        "MILEPOST_REPORT_DAYS, CRITICAL=often, serve, --report-days",
        "MILEPOST_OIDC_ISSUER, http://idp.example, serve, --oidc-issuer",
        "MILEPOST_NO_EXAMPLE, perhaps, serve, --no-example"
    })
    void a_variable_that_makes_no_sense_is_refused_by_the_name_of_its_flag(
            String variable, String value, String command, String flag) throws Exception {
        Child child = Child.run(folder, Map.of(variable, value), command);

        assertThat(child.status()).as(child.out()).isEqualTo(2);
        assertThat(child.out()).contains(flag).contains(value).doesNotContain("Exception");
    }

    @Test
    void without_flag_and_variable_the_database_stands_in_the_folder_of_the_start() throws Exception {
        Child child = Child.run(folder, Map.of(), "check");

        assertThat(child.status()).isEqualTo(3);
        assertThat(child.out()).contains("There is no database milepost.db;");
    }

    @Test
    void a_variable_counts_where_there_is_no_flag_and_a_flag_before_a_variable() throws Exception {
        String here = folder.resolve("here.db").toString();
        Map<String, String> variables = Map.of("MILEPOST_DB", here, "MILEPOST_RULES", "no/such/rules");

        Child child = Child.run(folder, variables, "check");
        assertThat(child.status()).isEqualTo(3);
        assertThat(child.out()).contains("There is no database " + here);
        child = Child.run(folder, variables, "check", "--db", "there.db");
        assertThat(child.out()).contains("There is no database there.db");
        Files.createFile(folder.resolve("here.db"));
        child = Child.run(folder, variables, "check");
        assertThat(child.status()).isEqualTo(3);
        assertThat(child.out()).contains("There is no folder no/such/rules with rules");
        String rules = Path.of("rules").toAbsolutePath().toString();
        assertThat(Child.run(folder, variables, "check", "--rules", rules).status())
                .isZero();
    }

    @Test
    void the_address_of_a_link_is_that_of_the_variable() throws Exception {
        Map<String, String> variables = Map.of(
                "MILEPOST_DB", folder.resolve("people.db").toString(), "MILEPOST_ADDRESS", "https://plans.test/");
        Child.run(folder, variables, "user", "add", "kim", "--role", "officer", "--db", made());
        variables = new TreeMap<>(variables);
        variables.put("MILEPOST_DB", made());

        assertThat(Child.run(folder, variables, "user", "link", "kim").out())
                .contains("https://plans.test/sign-in/link/");
        assertThat(Child.run(folder, variables, "user", "link", "kim", "--address", "http://other.test")
                        .out())
                .contains("http://other.test/sign-in/link/");
    }

    @Test
    void the_server_listens_where_the_variables_say_and_leaves_the_database_empty() throws Exception {
        int port = free();
        Map<String, String> variables = Map.of(
                "MILEPOST_DB", folder.resolve("served.db").toString(),
                "MILEPOST_PORT", String.valueOf(port),
                "MILEPOST_HOST", "127.0.0.2",
                "MILEPOST_NO_EXAMPLE", "true",
                "MILEPOST_TWO_PERSONS", "true");

        assertThat(greeting(variables, "serve")).isEqualTo("Milepost is at http://127.0.0.2:" + port);
        assertThat(Child.run(folder, variables, "check").out().strip()).isEqualTo("There are no roadmaps to check.");
        int other = free();
        assertThat(greeting(variables, "serve", "--host", "127.0.0.1", "--port", String.valueOf(other)))
                .isEqualTo("Milepost is at http://127.0.0.1:" + other);
    }

    private String greeting(Map<String, String> variables, String... arguments) throws Exception {
        Process server = Child.start(folder, variables, arguments);
        try {
            return server.inputReader()
                    .lines()
                    .filter(line -> line.startsWith("Milepost is at "))
                    .findFirst()
                    .orElse("");
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private String made() {
        String database = folder.resolve("people.db").toString();
        if (Files.notExists(Path.of(database))) {
            Ran.on(database, "import", "db/example/rare-earth.json");
        }
        return database;
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Each variable with what counts when it is not set. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        options(Main.commands()).forEach(option -> {
            Matcher setting = Pattern.compile("[$][{]env:(MILEPOST_[A-Z_]+)(?::-(.*))?[}]")
                    .matcher(written(option));
            if (setting.matches()) {
                settings.put(setting.group(1), setting.group(2) == null ? "" : setting.group(2));
            }
        });
        return settings;
    }

    /** The default as it is written down, with the name of the variable. */
    private static String written(OptionSpec option) {
        Option annotation = option.userObject() instanceof Field field ? field.getAnnotation(Option.class) : null;
        return annotation == null ? "" : annotation.defaultValue();
    }

    private static Stream<OptionSpec> options(CommandLine line) {
        return Stream.concat(
                line.getCommandSpec().options().stream(),
                line.getSubcommands().values().stream().flatMap(SettingsTest::options));
    }
}
