package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import milepost.roadmap.fact.FactJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RulesTestCommandTest {
    @TempDir
    private Path folder;

    private String printed = "";

    @Test
    void the_shipped_rules_pass_with_every_constraint_shown() {
        assertThat(run("rules", "test", "rules", "--coverage")).isZero();
        assertThat(printed).contains(" cases passed, 0 failed").doesNotContain("was never");
    }

    @Test
    void a_failing_case_gives_one_and_stands_in_the_json() throws IOException {
        write("schedule/deadline-missed.drl", Files.readString(Path.of("rules/schedule/deadline-missed.drl")));
        write("schedule/deadline-missed.cases.yaml", cases("as-of: 2025-12-01"));

        assertThat(run("rules", "test", folder.toString(), "--format", "json")).isEqualTo(1);
        JsonNode json = FactJson.mapper().readTree(printed);
        assertThat(json.at("/passed").asInt()).isZero();
        assertThat(json.at("/failed").asInt()).isEqualTo(1);
        assertThat(json.at("/cases/0/rule").asString()).isEqualTo("schedule/deadline-missed");
        assertThat(json.at("/cases/0/name").asString()).isEqualTo("late");
        assertThat(json.at("/cases/0/ok").asBoolean()).isFalse();
        assertThat(json.at("/cases/0/detail").asString()).startsWith("expected A-1\ngot      nothing");
        assertThat(json.at("/coverage/0/cases").asInt()).isEqualTo(1);
        assertThat(json.at("/coverage/0/fired").asInt()).isZero();
    }

    @Test
    void a_rule_without_a_silent_case_is_named_and_fails_the_coverage() throws IOException {
        write("schedule/deadline-missed.drl", Files.readString(Path.of("rules/schedule/deadline-missed.drl")));
        write("schedule/deadline-missed.cases.yaml", cases("as-of: 2025-12-02"));

        assertThat(run("rules", "test", folder.toString())).isZero();
        assertThat(printed).contains("schedule/deadline-missed: has no case in which it is silent");
        assertThat(run("rules", "test", folder.toString(), "--coverage")).isEqualTo(1);
        assertThat(printed).contains("constraint 3 of 3 was never false in a case: due.last < $today");
    }

    @Test
    void cases_of_a_rule_that_is_not_there_are_a_mistake() throws IOException {
        write("plan/no-owner.drl", Files.readString(Path.of("rules/plan/no-owner.drl")));
        write("schedule/deadline-missed.cases.yaml", cases("as-of: 2025-12-02"));

        assertThat(run("rules", "test", folder.toString())).isEqualTo(1);
        assertThat(printed).contains("schedule/deadline-missed.cases.yaml:1:7-31 ERROR unknown-rule: There is no rule");
    }

    @Test
    void rules_that_do_not_compile_are_shown_like_a_check_shows_them() throws IOException {
        write("plan/broken.drl", "package milepost.rules;\nrule");

        assertThat(run("rules", "test", folder.toString())).isEqualTo(1);
        assertThat(printed).contains("plan/broken.drl:");
    }

    @Test
    void a_folder_that_is_not_there_or_has_no_rules_is_wrong_usage() {
        assertThat(run("rules", "test", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(run("rules", "test", folder.toString())).isEqualTo(2);
    }

    private static String cases(String day) {
        return "rule: schedule/deadline-missed\ncases:\n  - name: late\n    " + day
                + "\n    given: { milestones: [ { key: A-1, due: 2025-12-01 } ] }\n    expect: [ { subject: A-1 } ]\n";
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private int run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            return Main.run(arguments);
        } finally {
            System.setOut(before);
            printed = caught.toString(StandardCharsets.UTF_8);
        }
    }
}
