package milepost.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Dependency;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Participant;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.facts.Roadmap;
import milepost.facts.Severity;
import milepost.facts.Source;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.flags.Flags;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.store.HistoryEntry;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoadmapsTest {
    private static final Ruleset RULES =
            Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset();
    private static final Roadmaps.Author OFFICER = new Roadmaps.Author("kim", "weekly review", null);
    private static final Recorded NEW = new Recorded(0, Instant.EPOCH, "");

    private final Databases.Clock clock = new Databases.Clock("2025-11-10T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void an_edit_clears_its_flag_and_the_event_names_the_edit(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            Roadmaps roadmaps = started(database, flags);
            clock.set("2025-12-02T09:00:00Z");
            assertThat(roadmaps.sweep()).isEqualTo(1);
            assertThat(roadmaps.sweep()).isZero();
            Flag late = flags.list(FlagQuery.active().ofRule("schedule/deadline-missed"))
                    .get(0);
            assertThat(late.message()).isEqualTo("Due 2025-12-01, 1 days ago");

            Saved done = roadmaps.save(OFFICER, "REE", List.of(milestone("REE-1", 1, Status.DONE, "2025-12-01")));

            assertThat(done.flags().resolved()).extracting(Flag::rule).contains("schedule/deadline-missed");
            assertThat(flags.events(late.id()))
                    .extracting(FlagEvent::event, e -> e.cause().kind())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(FlagEvent.Kind.RAISED, Cause.Kind.CLOCK),
                            org.assertj.core.groups.Tuple.tuple(FlagEvent.Kind.RESOLVED, Cause.Kind.EDIT));
            assertThat(flags.events(late.id()).get(1).cause().ref())
                    .isEqualTo(String.valueOf(done.change().id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_preview_says_the_same_as_the_save_and_stores_nothing(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            Roadmaps roadmaps = started(database, flags);
            List<Edit> edits = List.of(milestone("REE-1", 1, Status.BLOCKED, "2025-12-01"));

            Saved preview = roadmaps.preview("REE", edits);
            assertThat(roadmaps.snapshot("REE")
                            .findMilestone("REE-1")
                            .orElseThrow()
                            .status())
                    .isEqualTo(Status.PLANNED);
            Saved saved = roadmaps.save(OFFICER, "REE", edits);

            assertThat(preview.flags().raised()).extracting(Flag::rule).containsExactly("plan/blocked");
            assertThat(saved.flags().raised()).extracting(Flag::rule).containsExactly("plan/blocked");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_first_promise_is_kept_and_every_slip_counted(Databases kind) {
        try (Database database = kind.open(clock)) {
            Roadmaps roadmaps = started(database, new Flags(database));
            roadmaps.save(OFFICER, "REE", List.of(milestone("REE-1", 1, Status.PLANNED, "2025-12-15")));
            clock.set("2025-11-11T09:00:00Z");
            roadmaps.save(OFFICER, "REE", List.of(milestone("REE-1", 2, Status.PLANNED, "2026-02-01")));

            var now = roadmaps.snapshot("REE").findMilestone("REE-1").orElseThrow();
            assertThat(now.baseline()).hasToString("2025-12-01");
            assertThat(now.slips()).isEqualTo(2);
            assertThat(now.slipDays()).isEqualTo(62);
            var then = roadmaps.snapshot("REE", Instant.parse("2025-11-10T12:00:00Z"))
                    .findMilestone("REE-1")
                    .orElseThrow();
            assertThat(then.due()).hasToString("2025-12-15");
            assertThat(roadmaps.chronicle().history("REE", "REE-1", null, 10))
                    .extracting(HistoryEntry::version)
                    .containsExactly(3L, 2L, 1L);
            assertThat(roadmaps.chronicle()
                            .history("REE", "REE-1", null, 1)
                            .get(0)
                            .fields())
                    .contains(new HistoryEntry.FieldChange("due", "2025-12-15", "2026-02-01"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_history_of_a_milestone_tells_who_takes_part_and_what_it_waits_for(Databases kind) {
        try (Database database = kind.open(clock)) {
            Roadmaps roadmaps = started(database, new Flags(database));
            roadmaps.save(OFFICER, "REE", List.of(milestone("REE-5", 0, Status.PLANNED, "2026-06-01")));
            roadmaps.save(OFFICER, "REE", List.of(milestone("REE_5", 0, Status.PLANNED, "2026-06-01")));
            roadmaps.save(OFFICER, "REE", List.of(dependency("REE-1", "REE-5"), participant(0, "US")));
            roadmaps.save(OFFICER, "REE", List.of(participant(1, "KP")));
            roadmaps.save(
                    OFFICER,
                    "REE",
                    List.of(
                            new Edit.Removal(Dependency.class, "REE-1>REE-5", 1),
                            new Edit.Removal(Participant.class, "p1", 2)));

            assertThat(roadmaps.chronicle().history("REE", "REE-5", null, 10))
                    .extracting(HistoryEntry::version)
                    .containsExactly(1L, 1L, 1L, 1L);
            assertThat(told(roadmaps, "REE-5", 0))
                    .containsExactly("dependencies/REE-1: finish to start > null", "participants/p1: Bank, KP > null");
            assertThat(told(roadmaps, "REE-5", 1)).containsExactly("participants/p1: Bank, US > Bank, KP");
            assertThat(told(roadmaps, "REE-5", 2))
                    .containsExactly("dependencies/REE-1: null > finish to start", "participants/p1: null > Bank, US");
            assertThat(told(roadmaps, "REE-1", 0)).containsExactly("dependents/REE-5: finish to start > null");
            assertThat(roadmaps.chronicle().history("REE", "REE-1", null, 10)).hasSize(3);
            assertThat(roadmaps.chronicle().history("REE", "REE_5", null, 10)).hasSize(1);
            long second = roadmaps.chronicle()
                    .history("REE", "REE-5", null, 2)
                    .get(1)
                    .change()
                    .id();
            assertThat(roadmaps.chronicle().history("REE", "REE-5", second, 10)).hasSize(2);

            roadmaps.save(OFFICER, "REE", List.of(new Edit.Removal(Milestone.class, "REE-5", 1)));
            assertThat(roadmaps.chronicle()
                            .history("REE", "REE-5", null, 1)
                            .get(0)
                            .version())
                    .isZero();
        }
    }

    private static List<String> told(Roadmaps roadmaps, String milestone, int index) {
        return roadmaps.chronicle().history("REE", milestone, null, 10).get(index).fields().stream()
                .map(f -> f.field() + ": " + f.before() + " > " + f.after())
                .toList();
    }

    private static Edit participant(long version, String jurisdiction) {
        Recorded seen = new Recorded(version, Instant.EPOCH, "");
        return new Edit.Put(new Participant("p1", "REE-5", "Bank", jurisdiction, null, null, seen));
    }

    @ParameterizedTest
    @EnumSource
    void a_stale_version_is_refused_and_nothing_is_stored(Databases kind) {
        try (Database database = kind.open(clock)) {
            Roadmaps roadmaps = started(database, new Flags(database));
            roadmaps.save(OFFICER, "REE", List.of(milestone("REE-1", 1, Status.IN_PROGRESS, "2025-12-01")));

            assertThatThrownBy(() ->
                            roadmaps.save(OFFICER, "REE", List.of(milestone("REE-1", 1, Status.BLOCKED, "2025-12-01"))))
                    .hasMessageContaining("you edited version 1, it is now version 2")
                    .extracting(e -> ((Problem) e).kind())
                    .isEqualTo(Problem.Kind.CONFLICT);
            assertThat(roadmaps.snapshot("REE")
                            .findMilestone("REE-1")
                            .orElseThrow()
                            .status())
                    .isEqualTo(Status.IN_PROGRESS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_circle_of_dependencies_is_refused_with_its_path(Databases kind) {
        try (Database database = kind.open(clock)) {
            Roadmaps roadmaps = started(database, new Flags(database));
            roadmaps.save(
                    OFFICER,
                    "REE",
                    List.of(milestone("REE-5", 0, Status.PLANNED, "2026-06-01"), dependency("REE-1", "REE-5")));

            assertThatThrownBy(() -> roadmaps.save(OFFICER, "REE", List.of(dependency("REE-5", "REE-1"))))
                    .hasMessageContaining("REE-5 > REE-1 > REE-5");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_wrong_field_is_told_at_once(Databases kind) {
        try (Database database = kind.open(clock)) {
            Roadmaps roadmaps = started(database, new Flags(database));
            Edit wrong = new Edit.MilestoneRevision(
                    "REE-1",
                    1,
                    "",
                    null,
                    null,
                    "refining",
                    Status.PLANNED,
                    101,
                    TargetDate.parse("2026-01-01"),
                    TargetDate.parse("2025-12-01"),
                    null,
                    null,
                    null,
                    List.of("nothing"),
                    List.of(new Source("link", "ftp://x", null)),
                    null);

            assertThatThrownBy(() -> roadmaps.save(OFFICER, "REE", List.of(wrong)))
                    .extracting(e -> ((Problem) e)
                            .fields().stream().map(Problem.FieldError::field).toList())
                    .isEqualTo(List.of("title", "evidence/0/url", "progress", "due", "stage", "requires"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_number_short_to_write_and_long_to_print_is_refused(Databases kind) {
        try (Database database = kind.open(clock)) {
            Roadmaps roadmaps = started(database, new Flags(database));
            Edit endless =
                    new Edit.Put(new Indicator("cap", "Capacity", null, "t", new BigDecimal("1E+40"), null, null, NEW));

            assertThatThrownBy(() -> roadmaps.save(OFFICER, "REE", List.of(endless)))
                    .extracting(e -> ((Problem) e).fields().get(0).field())
                    .isEqualTo("target");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_number_is_kept_to_its_last_digit(Databases kind) {
        try (Database database = kind.open(clock)) {
            Roadmaps roadmaps = started(database, new Flags(database));
            BigDecimal long18 = new BigDecimal("123456789.123456789");
            roadmaps.save(
                    OFFICER,
                    "REE",
                    List.of(new Edit.Put(new Indicator("cap", "Capacity", null, "t", long18, null, null, NEW))));

            Roadmaps afresh = new Roadmaps(database, new Flags(database), () -> RULES);
            assertThat(afresh.snapshot("REE").findIndicator("cap").orElseThrow().target())
                    .isEqualTo(long18);
        }
    }

    @ParameterizedTest
    @EnumSource
    void flags_are_listed_worst_first_and_counted(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            Roadmaps roadmaps = started(database, flags);
            clock.set("2025-12-02T09:00:00Z");
            roadmaps.sweep();

            assertThat(flags.list(FlagQuery.active()).get(0).severity()).isEqualTo(Severity.CRITICAL);
            assertThat(flags.list(FlagQuery.active().matching("DUE 2025")))
                    .extracting(Flag::rule)
                    .containsExactly("schedule/deadline-missed");
            assertThat(roadmaps.list(milepost.facts.Reach.EVERYTHING).get(0).flags())
                    .containsEntry(Severity.CRITICAL, 1);
            assertThat(flags.tally()).anyMatch(t -> t.rule().equals("schedule/deadline-missed") && t.count() == 1);
        }
    }

    private static Roadmaps started(Database database, Flags flags) {
        Roadmaps roadmaps = new Roadmaps(database, flags, () -> RULES);
        Roadmap roadmap = new Roadmap(
                "REE",
                "Rare-earth roadmap",
                null,
                "RU",
                null,
                null,
                null,
                ZoneId.of("Europe/Moscow"),
                List.of("extraction", "processing"),
                NEW);
        roadmaps.save(
                OFFICER, "REE", List.of(new Edit.Put(roadmap), milestone("REE-1", 0, Status.PLANNED, "2025-12-01")));
        return roadmaps;
    }

    private static Edit dependency(String predecessor, String successor) {
        return new Edit.Put(new Dependency(predecessor, successor, 0, NEW));
    }

    private static Edit milestone(String key, long version, Status status, String due) {
        return new Edit.MilestoneRevision(
                key,
                version,
                "Roadmap for extraction",
                null,
                null,
                null,
                status,
                null,
                null,
                TargetDate.parse(due),
                null,
                null,
                "kim",
                List.of(),
                List.of(new Source("Decree", "https://example.org/decree", null)),
                null);
    }
}
