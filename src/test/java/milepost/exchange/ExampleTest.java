package milepost.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Milestone;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.flags.Flags;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Roadmaps;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleTest {
    private static final Ruleset RULES =
            Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset();

    @Test
    void the_example_is_found_to_be_what_the_sources_say() throws IOException {
        Databases.Clock clock = new Databases.Clock("2025-11-10T09:00:00Z");
        try (Database database = Databases.SQLITE.open(clock)) {
            Flags flags = new Flags(database);
            Roadmaps roadmaps = imported(database, flags);
            Snapshot ree = roadmaps.snapshot("REE");

            assertThat(found(ree, "2025-11-10"))
                    .contains(
                            "schedule/due-soon-no-progress REE-1",
                            "plan/no-owner REE-7",
                            "plan/no-due-date REE-7",
                            "capacity/required-value-missing REE-7",
                            "capacity/nothing-after-it REE-5",
                            "exposure/sanction REE-8",
                            "exposure/sanction REE-9",
                            "exposure/tariff REE-9",
                            "exposure/sanction REE-10",
                            "plan/blocked REE-8",
                            "plan/no-due-date REE-3",
                            "plan/no-due-date REE-10")
                    .doesNotContain("schedule/deadline-missed REE-1");
            assertThat(found(ree, "2025-12-02")).contains("schedule/deadline-missed REE-1", "plan/off-track REE");
            assertThat(found(ree, "2026-11-23"))
                    .contains("schedule/deadline-missed REE-1", "evidence/report-stale REE-2");
            assertThat(found(ree, "2027-01-01")).contains("schedule/deadline-missed REE-2");
            for (String day : List.of("2025-11-10", "2025-12-02", "2026-11-23", "2027-01-01")) {
                assertThat(found(ree, day)).noneMatch(f -> f.startsWith("exposure/") && f.endsWith(" REE-3"));
            }
            assertThat(flags.list(FlagQuery.active())).hasSameSizeAs(found(ree, "2025-11-10"));
        }
    }

    @Test
    void the_first_promise_of_the_roadmap_is_kept_beside_its_slip() throws IOException {
        try (Database database = Databases.SQLITE.open(new Databases.Clock("2025-11-10T09:00:00Z"))) {
            Roadmaps roadmaps = imported(database, new Flags(database));

            Milestone now = roadmaps.snapshot("REE").findMilestone("REE-1").orElseThrow();
            assertThat(now.baseline()).hasToString("2025-11-30");
            assertThat(now.due()).hasToString("2025-12-01");
            assertThat(now.slips()).isEqualTo(1);
            Snapshot then = roadmaps.snapshot("REE", Instant.parse("2025-09-30T00:00:00Z"));
            assertThat(then.findMilestone("REE-1").orElseThrow().due()).hasToString("2025-11-30");
            assertThat(then.findMilestone("REE-7")).isEmpty();
        }
    }

    @Test
    void a_wrong_field_is_named_with_its_place() {
        assertThatThrownBy(() -> RoadmapFile.read("""
                        {"format": "milepost-roadmap/1", "roadmap": "X", "changes": [{"at": "2025-01-01T00:00:00Z", "mile": []}]}
                        """)).hasMessageContaining("changes/0/mile");
        assertThatThrownBy(() -> RoadmapFile.read("{\"format\": \"milepost-roadmap/1\", \"colour\": 1}"))
                .hasMessageContaining("colour: There is no field");
        assertThatThrownBy(() -> RoadmapFile.read("{\"format\": \"milepost-roadmap/1\", \"changes\": []}"))
                .hasMessageContaining("roadmap: Give the key");
        assertThatThrownBy(() -> RoadmapFile.read("{}")).hasMessageContaining("milepost-roadmap/1");
        assertThatThrownBy(() -> RoadmapFile.read("{")).hasMessageContaining("This is not JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+99999999",
                "-1E+99999999",
                "1E+99999999999",
                "1e-99999999999",
                "1234567890123456789012",
                "10.5"
            })
    void a_number_nobody_can_mean_is_refused_by_its_place(String number) {
        String milestone = "{\"key\": \"A\", \"title\": \"A\", \"progress\": " + number + "}";

        assertThatThrownBy(() -> RoadmapFile.read(file("milestones", milestone)))
                .extracting(e -> ((Problem) e).fields().get(0).field())
                .isEqualTo("changes/0/milestones/0/progress");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+99999999", "-1E+99999999", "1E-99999999", "1E+99999999999", "1234567890123456789"})
    void a_value_beyond_measure_is_refused_and_nothing_is_imported(String number) {
        String roadmap = "{\"key\": \"X\", \"title\": \"X\", \"home\": \"RU\", \"zone\": \"UTC\", \"stages\": []}";
        String indicator = "{\"key\": \"I\", \"title\": \"I\", \"unit\": \"t\", \"target\": " + number + "}";
        try (Database database = Databases.SQLITE.open(new Databases.Clock("2025-11-10T09:00:00Z"))) {
            Roadmaps roadmaps = new Roadmaps(database, new Flags(database), () -> RULES);

            assertThatThrownBy(() -> roadmaps.importDated(
                            "X",
                            RoadmapFile.read(file("roadmaps", roadmap + "], \"indicators\": [" + indicator))
                                    .changes()))
                    .extracting(e -> ((Problem) e).fields().get(0).field())
                    .asString()
                    .endsWith("target");
            assertThat(roadmaps.keys(milepost.facts.Reach.EVERYTHING)).isEmpty();
        }
    }

    private static String file(String list, String facts) {
        return "{\"format\": \"milepost-roadmap/1\", \"roadmap\": \"X\", \"changes\": [{\"at\": \"2025-01-01T00:00:00Z\", \""
                + list + "\": [" + facts + "]}]}";
    }

    private static Roadmaps imported(Database database, Flags flags) throws IOException {
        Roadmaps roadmaps = new Roadmaps(database, flags, () -> RULES);
        RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
        roadmaps.importDated(example.roadmap(), example.changes());
        return roadmaps;
    }

    private static List<String> found(Snapshot snapshot, String day) {
        Outcome.Complete complete = (Outcome.Complete) RULES.evaluate(snapshot, LocalDate.parse(day));
        assertThat(complete.setAside()).isEmpty();
        return complete.findings().stream()
                .map(f -> f.rule() + " " + f.subject())
                .toList();
    }
}
