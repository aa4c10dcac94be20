package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import milepost.rules.RuleFolder;
import milepost.rules.book.RuleFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static String database;

    @BeforeAll
    static void load() {
        database = Ran.example();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-10, schedule/due-soon-no-progress REE-1, schedule/deadline-missed REE-1",
        "2025-11-10, capacity/required-value-missing REE-7, exposure/sanction REE-3",
        "2025-12-02, schedule/deadline-missed REE-1, schedule/deadline-missed REE-2",
        "2026-11-23, evidence/report-stale REE-2, schedule/deadline-missed REE-2",
        "2026-11-23, schedule/deadline-missed REE-1, exposure/export-control REE-3",
        "2027-01-01, schedule/deadline-missed REE-2, exposure/participant-targeted REE-3"
    })
    void the_four_days_find_what_the_sources_say(String day, String there, String notThere) {
        List<String> found = JSON.readTree(check("--roadmap", "REE", "--as-of", day, "--format", "json")
                        .out())
                .path("findings")
                .valueStream()
                .map(f -> f.path("rule").asString() + " " + f.path("subject").asString())
                .toList();
        assertThat(found).contains(there).doesNotContain(notThere);
    }

    @Test
    void the_text_says_how_late_it_is() {
        Ran ran = check("--as-of", "2026-11-23");

        assertThat(ran.out()).contains("REE as of 2026-11-23: ").contains("Due 2025-12-01, 357 days ago");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void json_of_one_roadmap_has_every_field_that_programs_rely_on() {
        JsonNode report = JSON.readTree(check("--roadmap", "REE", "--as-of", "2025-12-02", "--format", "json")
                .out());

        assertThat(report.path("roadmap").asString()).isEqualTo("REE");
        assertThat(report.path("asOf").asString()).isEqualTo("2025-12-02");
        assertThat(report.path("knownAt").asString()).matches("20[0-9-]+T[0-9:.]+Z");
        assertThat(report.path("ruleset").asString()).matches("[0-9a-f]{12}");
        assertThat(report.path("status").asString()).isEqualTo("COMPLETE");
        JsonNode missed = report.path("findings")
                .valueStream()
                .filter(f -> f.path("rule").asString().equals("schedule/deadline-missed"))
                .findFirst()
                .orElseThrow();
        assertThat(missed.path("severity").asString()).isEqualTo("CRITICAL");
        assertThat(missed.path("message").asString()).isEqualTo("Due 2025-12-01, 1 days ago");
        assertThat(missed.path("evidence").valueStream())
                .anyMatch(e -> e.path("fact").asString().equals("Milestone")
                        && e.path("key").asString().equals("REE-1")
                        && e.path("field").asString().startsWith("due")
                        && e.path("value").asString().equals("2025-12-01"));
    }

    @Test
    void json_of_all_roadmaps_is_a_list() {
        JsonNode reports =
                JSON.readTree(check("--as-of", "2025-12-02", "--format", "json").out());

        assertThat(reports.isArray()).isTrue();
        assertThat(reports.valueStream().map(r -> r.path("roadmap").asString())).containsExactly("REE");
    }

    @Test
    void what_was_not_yet_recorded_is_not_judged() {
        Ran then = check(
                "--roadmap", "REE", "--as-of", "2025-12-02", "--known-at", "2025-09-30T00:00:00Z", "--format", "json");
        JsonNode report = JSON.readTree(then.out());

        assertThat(report.path("knownAt").asString()).isEqualTo("2025-09-30T00:00:00Z");
        assertThat(report.path("findings")
                        .valueStream()
                        .map(f -> f.path("subject").asString()))
                .contains("REE-1")
                .doesNotContain("REE-7");
        assertThat(JSON.readTree(check("--known-at", "2020-01-01T00:00:00Z", "--format", "json")
                        .out()))
                .isEmpty();
        Ran before = check("--roadmap", "REE", "--known-at", "2020-01-01T00:00:00Z");
        assertThat(before.err().strip())
                .isEqualTo("Nothing was recorded of roadmap REE at 2020-01-01T00:00:00Z;"
                        + " its first change is of 2024-06-19T12:00:00Z.");
        assertThat(before.status()).isEqualTo(2);
    }

    @Test
    void the_past_is_judged_by_the_rules_of_then_unless_others_are_named() throws IOException {
        String known = Ran.example();
        Path rules = rules("Without an owner:");
        Ran.on(known, "rules", "publish", "rules", "-m", "The first");
        Instant then = Instant.now();
        Ran published = Ran.on(known, "rules", "publish", rules.toString(), "-m", "Shorter");
        assertThat(published.status()).as(published.err()).isZero();
        String[] past = {"check", "--roadmap", "REE", "--as-of", "2026-11-23", "--known-at", then.toString()};
        List<String> named = new ArrayList<>(List.of(past));
        named.addAll(List.of("--rules", rules.toString()));

        assertThat(Ran.on(known, past).out())
                .contains("judged by ruleset 1 (")
                .contains("Nobody is recorded as the owner of");
        assertThat(Ran.on(known, "check", "--as-of", "2026-11-23").out())
                .contains("judged by ruleset 2 (")
                .contains("Without an owner:");
        assertThat(Ran.on(known, named.toArray(String[]::new)).out())
                .contains("which was not published")
                .contains("Without an owner:");
        JsonNode report = JSON.readTree(
                Ran.on(known, "check", "--roadmap", "REE", "--known-at", "2025-09-30T20:00:00Z", "--format", "json")
                        .out());
        assertThat(report.path("asOf").asString()).isEqualTo("2025-09-30");
        assertThat(report.path("rulesetVersion").asLong()).isEqualTo(1);
        Ran future = Ran.on(known, "check", "--known-at", "2199-01-01T00:00:00Z");
        assertThat(future.status()).isEqualTo(2);
        assertThat(future.err()).contains("Nothing is known of 2199-01-01T00:00:00Z yet");
    }

    /** A copy of the shipped rules in which one message reads otherwise. */
    private static Path rules(String message) throws IOException {
        Path copy = Databases.temporaryFolder();
        for (var file : RuleFiles.of(RuleFolder.read(Path.of("rules"))).texts().entrySet()) {
            Path path = copy.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue().replace("Nobody is recorded as the owner of", message));
        }
        return copy;
    }

    @ParameterizedTest
    @CsvSource({"2025-12-02, critical, 1", "2025-11-10, CRITICAL, 0", "2025-11-10, high, 1", "2025-11-10, LOW, 1"})
    void the_exit_status_follows_the_severity_asked_for(String day, String severity, int status) {
        assertThat(check("--as-of", day, "--fail-on", severity).status()).isEqualTo(status);
    }

    @Test
    void a_roadmap_that_is_not_there_is_named() {
        Ran ran = check("--roadmap", "XYZ");

        assertThat(ran.err().strip()).isEqualTo("There is no roadmap XYZ.");
        assertThat(ran.status()).isEqualTo(2);
    }

    @Test
    void an_empty_database_is_no_all_clear() {
        String empty = Databases.temporaryFolder().resolve("milepost.db").toString();
        Ran.on(empty, "user", "add", "kim", "--role", "viewer");

        Ran ran = Ran.on(empty, "check");
        assertThat(ran.out().strip()).isEqualTo("There are no roadmaps to check.");
        assertThat(ran.status()).isZero();
    }

    private static Ran check(String... options) {
        List<String> all = new ArrayList<>(List.of("check"));
        all.addAll(List.of(options));
        return Ran.on(database, all.toArray(String[]::new));
    }
}
