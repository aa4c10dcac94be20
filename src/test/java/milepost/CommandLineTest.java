package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
    static Stream<String> commands() {
        return names("", Main.commands());
    }

    private static Stream<String> names(String above, CommandLine line) {
        return line.getSubcommands().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("help"))
                .flatMap(entry -> Stream.concat(
                        Stream.of((above + " " + entry.getKey()).strip()),
                        names(above + " " + entry.getKey(), entry.getValue())));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_helps(String command) {
        Ran help = Ran.command((command + " --help").split(" "));

        assertThat(help.status()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).startsWith("Usage: milepost " + command);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user add, user list, user disable, user link, token create, token revoke, backup, restore, verify, export \
            | --rules, --two-persons, --slip-limit, --accept-limit, --accept-months, --flood-limit, --report-days
            check, forecast, backtest, rules check, rules diff, import | --two-persons, --accept-limit, --flood-limit, --report-days
            rules publish | --slip-limit, --accept-limit, --flood-limit, --report-days
            """)
    void the_help_of_a_command_has_only_what_concerns_it(String commands, String others) {
        for (String command : commands.split(", ")) {
            String help = Ran.command((command + " --help").split(" ")).out();
            assertThat(help).as(command).contains("--db").doesNotContain(others.split(", "));
        }
        assertThat(Ran.command("serve", "--help").out())
                .contains(
                        "--rules", "--two-persons", "--slip-limit", "--accept-limit", "--flood-limit", "--report-days");
        assertThat(Ran.command("import", "--help").out()).contains("--slip-limit", "--rules");
        assertThat(Ran.command("rules", "publish", "--help").out()).contains("--two-persons");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_says_a_word_about_each_option(String command) {
        CommandLine line = Main.commands();
        for (String name : command.split(" ")) {
            line = line.getSubcommands().get(name);
        }

        assertThat(line.getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(line.getCommandSpec().args())
                .allSatisfy(arg ->
                        assertThat(arg.description()).as(arg.paramLabel()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_refuses_what_it_does_not_know(String command) {
        Ran ran = Ran.command((command + " --no-such-option").split(" "));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).containsPattern("no-such-option|Missing required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "serve --port 99999",
                "serve --port -1",
                "check --as-of 2025-13-01",
                "check --known-at yesterday",
                "check --as-of 1899-12-31",
                "check --as-of 2201-01-01",
                "check --known-at 1899-12-31T00:00:00Z",
                "check --known-at +1000000000-12-31T00:00:00Z",
                "check --fail-on bad",
                "check --format xml",
                "serve --port many",
                "user",
                "token",
                "rules",
                "rules check no/such/folder",
                "user add kim",
                "token create --user kim"
            })
    void wrong_usage_has_exit_status_2(String line) {
        Ran ran = Ran.command(line.split(" "));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).isNotBlank();
        assertThat(ran.err()).doesNotContain("Exception");
    }

    @Test
    void a_wrong_day_is_told_with_a_right_one() {
        assertThat(Ran.command("check", "--as-of", "2025-13-01").err())
                .startsWith("Invalid value for option '--as-of': '2025-13-01' is not a day; write it as 2026-12-31.");
    }

    @Test
    void the_version_is_told() {
        assertThat(Ran.command("--version").out().strip()).matches("milepost [0-9.]+");
    }

    @Test
    void rules_check_says_all_is_well_for_people_and_for_programs() {
        assertThat(Ran.command("rules", "check", "rules").status()).isZero();
        JsonNode json = new JsonMapper()
                .readTree(Ran.command("rules", "check", "rules", "--format", "json")
                        .out());

        assertThat(json.path("problems")).isEmpty();
        assertThat(json.path("rules").valueStream())
                .hasSizeGreaterThanOrEqualTo(20)
                .allMatch(rule ->
                        rule.path("path").asString().equals(rule.path("key").asString() + ".drl"))
                .allMatch(rule -> rule.has("title") && rule.has("severity"));
    }

    @Test
    void rules_check_looks_at_live_facts_where_there_is_a_database() throws IOException {
        Path folder = Databases.temporaryFolder();
        Files.createDirectories(folder.resolve("plan"));
        Files.writeString(folder.resolve("plan/x.drl"), """
                package milepost.rules;
                import milepost.facts.*;
                global Findings findings;
                rule "plan/x" @severity( LOW )
                when
                    $m : Milestone( open, key == "REE-01", forecast != null, slips > 300 )
                then
                    findings.report( $m, "Slipped " + $m.slips() + " times" );
                end
                """);
        String database = folder.resolve("x.db").toString();
        String[] check = {"rules", "check", folder.toString(), "--db", database};
        List<String> advice = List.of("field-never-filled", "threshold-out-of-reach", "constraint-never-true");

        assertThat(Ran.command(check).out()).doesNotContain(advice);
        Ran.command("import", "db/example/rare-earth.json", "--roadmap", "REE", "--db", database);

        Ran ran = Ran.command(check);
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains(advice)
                .contains("plan/x.drl:6:27-42 INFO constraint-never-true: Constraint 2 of 4 was never true")
                .contains("1 rules, 0 problems, ");
        assertThat(Ran.command("rules", "check", "--strict", "--db", database).status())
                .as("what the record of today happens to hold is no fault of the shipped rules")
                .isZero();
    }

    @Test
    void rules_check_tells_every_problem_at_its_place() throws IOException {
        Path folder = Databases.temporaryFolder();
        Path rule = Files.createDirectories(folder.resolve("schedule")).resolve("deadline-missed.drl");
        String text = Files.readString(Path.of("rules/schedule/deadline-missed.drl"));
        Files.writeString(rule, text.replace("open", "opne").replace("due.last", "due.lsat"));

        Ran ran = Ran.command("rules", "check", folder.toString(), "--format", "json");
        List<JsonNode> problems = new JsonMapper()
                .readTree(ran.out())
                .path("problems")
                .valueStream()
                .toList();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(problems).hasSizeGreaterThanOrEqualTo(2);
        int line = text.substring(0, text.indexOf("open")).split("\n", -1).length;
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.path("path").asString()).isEqualTo("schedule/deadline-missed.drl");
            assertThat(problem.path("line").asInt()).isEqualTo(line);
            assertThat(problem.path("endColumn").asInt()
                            - problem.path("column").asInt())
                    .isEqualTo(4);
            assertThat(problem.path("severity").asString()).isEqualTo("ERROR");
            assertThat(problem.path("code").asString()).isNotBlank();
            assertThat(problem.path("message").asString()).contains("open");
        });
        assertThat(Ran.command("rules", "check", folder.toString()).out())
                .contains("schedule/deadline-missed.drl:" + line + ":");
    }
}
