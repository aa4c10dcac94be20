package milepost.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import milepost.Databases;
import milepost.db.Database;
import milepost.exchange.RoadmapFile;
import milepost.facts.Snapshot;
import milepost.flags.Flags;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClearingTest {
    private static final Ruleset RULES = Objects.requireNonNull(
            Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset());

    /** Each suggestion is carried out for real on a database of its own state, and the flag must be gone and none come. */
    @ParameterizedTest
    @ValueSource(strings = {"2025-11-10", "2025-12-02", "2026-11-23"})
    void every_suggestion_carried_out_clears_its_flag_and_raises_none(String day) throws IOException {
        Databases.Clock clock = new Databases.Clock(day + "T09:00:00Z");
        try (Database database = Databases.SQLITE.open(clock)) {
            Flags flags = new Flags(database);
            Roadmaps roadmaps = new Roadmaps(database, flags, () -> RULES);
            RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
            roadmaps.importDated(example.roadmap(), example.changes());
            Snapshot ree = roadmaps.snapshot("REE");
            Clearing clearing = new Clearing(RULES, ree, LocalDate.parse(day), clock.instant());
            List<Flag> active = flags.list(FlagQuery.active());

            int tried = 0;
            for (Flag flag : active) {
                for (Suggestion suggestion : clearing.of(flag)) {
                    Saved dry = roadmaps.preview("REE", suggestion.edits());
                    assertThat(dry.flags().resolved())
                            .as(suggestion.text())
                            .extracting(Flag::id)
                            .contains(flag.id());
                    assertThat(dry.flags().raised()).as(suggestion.text()).isEmpty();
                    tried++;
                }
            }
            assertThat(tried).isGreaterThan(active.size() / 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "2025-12-02")
    void the_smallest_step_is_named(String day) throws IOException {
        Databases.Clock clock = new Databases.Clock(day + "T09:00:00Z");
        try (Database database = Databases.SQLITE.open(clock)) {
            Flags flags = new Flags(database);
            Roadmaps roadmaps = new Roadmaps(database, flags, () -> RULES);
            RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
            roadmaps.importDated(example.roadmap(), example.changes());
            Clearing clearing = new Clearing(RULES, roadmaps.snapshot("REE"), LocalDate.parse(day), clock.instant());

            assertThat(said(clearing, flags, "schedule/deadline-missed", "REE-1"))
                    .contains(
                            "Record REE-1 as done, with what proves it",
                            "Agree 2026-01-02 or later as the due date of REE-1, 32 days after 2025-12-01");
            assertThat(said(clearing, flags, "plan/no-owner", "REE-7")).contains("Name the owner of REE-7");
            assertThat(said(clearing, flags, "capacity/required-value-missing", "REE-7"))
                    .anyMatch(text -> text.startsWith("Record a value of "));
            assertThat(said(clearing, flags, "plan/no-due-date", "REE-3"))
                    .anyMatch(text -> text.startsWith("Set the due date of REE-3, 2026-01-02"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "2026-11-23")
    void a_year_is_cleared_by_its_month_and_an_old_report_by_a_new_one_only(String day) throws IOException {
        Databases.Clock clock = new Databases.Clock(day + "T09:00:00Z");
        try (Database database = Databases.SQLITE.open(clock)) {
            Flags flags = new Flags(database);
            Roadmaps roadmaps = new Roadmaps(database, flags, () -> RULES);
            RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
            roadmaps.importDated(example.roadmap(), example.changes());
            Clearing clearing = new Clearing(RULES, roadmaps.snapshot("REE"), LocalDate.parse(day), clock.instant());

            assertThat(said(clearing, flags, "plan/due-only-to-the-year", "REE-2"))
                    .contains("State the due date of REE-2 to the month or the day, such as 2026-12");
            assertThat(said(clearing, flags, "evidence/report-stale", "REE-2"))
                    .contains("Report how REE-2 stands")
                    .noneMatch(text -> text.contains("not begun"));
        }
    }

    private static List<String> said(Clearing clearing, Flags flags, String rule, String subject) {
        return flags.list(FlagQuery.active().ofRule(rule).about(subject)).stream()
                .flatMap(f -> clearing.of(f).stream())
                .map(Suggestion::text)
                .collect(Collectors.toList());
    }
}
