package milepost.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.Databases;
import milepost.Databases.Clock;
import milepost.db.Database;
import milepost.exchange.intake.heading.Mapping;
import milepost.exchange.intake.heading.Meaning;
import milepost.exchange.intake.heading.Profiles;
import milepost.exchange.intake.plan.Plan;
import milepost.exchange.intake.plan.PlannedRow;
import milepost.exchange.intake.plan.Tally;
import milepost.exchange.work.Stage;
import milepost.exchange.work.Tracker;
import milepost.facts.Attribute;
import milepost.facts.Milestone;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import milepost.facts.ValueKind;
import milepost.flags.Flags;
import milepost.roadmap.Imports;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables come into a roadmap as one change, with every cell taken for what it says. */
class IntakeTest {
    private static final Path FILES = Path.of("src/test/resources/milepost/exchange");
    private static final Roadmaps.Author AUTHOR = new Roadmaps.Author("maria", "Snapshot", null);

    private static final Ruleset RULES =
            Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset();

    private final Clock clock = new Clock("2031-12-05T09:00:00Z");
    private Roadmaps roadmaps;
    private Intake intake;

    private void open(Databases databases) {
        Database database = databases.open(clock);
        Flags flags = new Flags(database);
        roadmaps = new Roadmaps(database, flags, () -> RULES);
        intake = new Intake(roadmaps, new Imports(database, roadmaps));
    }

    @ParameterizedTest
    @ValueSource(strings = {"transposed-cp1252.csv", "semicolon-utf8-bom.csv", "tabs-utf16.csv"})
    void the_same_table_comes_in_alike_however_it_is_laid_out(String file) throws IOException {
        open(Databases.SQLITE);
        Wish wish = Wish.of("FIC", LocalDate.parse("2031-09-30"));

        Plan plan = intake.plan(file, Files.readAllBytes(FILES.resolve(file)), wish);
        Saved saved = intake.carryOut(plan, wish, AUTHOR);

        assertThat(plan.tallies().stream().map(Tally::line))
                .contains(
                        "rating: 2 rated, 1 withheld, 1 other",
                        "start date: 3 date, 0 range, 0 withheld, 1 not given, 0 blank",
                        "end date: 1 date, 1 range, 1 withheld, 0 not given, 1 blank",
                        "whole-life cost: 1 value, 1 range, 1 withheld, 0 not given, 1 blank");
        assertThat(plan.troubles().stream().filter(t -> t.message().contains("1/012/2030")))
                .singleElement()
                .satisfies(t -> assertThat(t.heading()).startsWith("Start Date"));
        assertThat(saved.after().milestones()).hasSize(4);
        Milestone harbour = milestone(saved.after(), "Harbour dredging");
        assertThat(harbour.due()).hasToString("2032-12-31");
        assertThat(harbour.stream()).isEqualTo("Ports");
        Attribute cost = attribute(saved.after(), harbour, "whole-life cost");
        assertThat(cost.number()).isEqualByComparingTo("3400");
        assertThat(cost.unit()).isEqualTo("£m");
        assertThat(attribute(saved.after(), milestone(saved.after(), "NORTHERN BRIDGE"), "end date")
                        .kind())
                .isEqualTo(ValueKind.WITHHELD);
        assertThat(milestone(saved.after(), "Archive move").due()).isEqualTo(TargetDate.parse("2034"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_import_counts_what_it_stores_and_the_flags_it_writes_and_can_be_stopped_at_each(Databases databases) {
        open(databases);
        Wish wish = Wish.of("FIC", null);
        byte[] file = "Title,Due\nHarbour,2025-12-31\nBridge,2026-12-31\n".getBytes(StandardCharsets.UTF_8);
        for (Stage at : List.of(Stage.COMPARING, Stage.STORING, Stage.EVALUATING, Stage.FLAGGING)) {
            Heard stopping = new Heard(at);
            assertThatThrownBy(() -> intake.carryOut(intake.plan("f", file, wish, stopping), wish, AUTHOR, stopping))
                    .hasMessage("stop");
            assertThat(roadmaps.exists("FIC")).as("stopped at " + at).isFalse();
        }
        Heard heard = new Heard(null);
        Saved saved = intake.carryOut(intake.plan("f", file, wish, heard), wish, AUTHOR, heard);

        assertThat(heard.totals).containsEntry(Stage.COMPARING, 2).containsEntry(Stage.STORING, 3);
        assertThat(heard.done).containsEntry(Stage.COMPARING, 2).containsEntry(Stage.STORING, 2);
        assertThat(saved.flags().raised()).isNotEmpty();
        assertThat(heard.totals.get(Stage.FLAGGING))
                .isGreaterThanOrEqualTo(saved.flags().raised().size());
    }

    /** Remembers what it was told, and ends the work at a stage once the first step of it is told. */
    private static final class Heard implements Tracker {
        private final Map<Stage, Integer> totals = new EnumMap<>(Stage.class);
        private final Map<Stage, Integer> done = new EnumMap<>(Stage.class);
        private final @Nullable Stage last;
        private Stage now = Stage.READING;

        Heard(@Nullable Stage last) {
            this.last = last;
        }

        @Override
        public void begin(Stage stage, int total) {
            now = stage;
            totals.put(stage, total);
            if (stage == last && total == 0) {
                throw new IllegalStateException("stop");
            }
        }

        @Override
        public void done(int count) {
            done.put(now, count);
            if (now == last) {
                throw new IllegalStateException("stop");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void yearly_snapshots_oldest_first_become_a_history(Databases databases) {
        open(databases);
        take("FIC", "2029-09-30", "Project,End date,Rating\nHarbour,31/12/2031,Amber\n");
        take("FIC", "2030-09-30", "Project,End date,Rating\nHARBOUR ,30/06/2032,Amber/Red\nBridge,2035,Green\n");
        Saved last = take("FIC", null, "Project,End date\nHarbour,30/06/2032\n");

        Attribute end = attribute(last.after(), milestone(last.after(), "Harbour"), "end date");
        assertThat(end.movedDays()).isEqualTo(182);
        assertThat(end.formerOn()).isEqualTo("2029-09-30");
        assertThat(attribute(last.after(), milestone(last.after(), "Harbour"), "rating")
                        .grown())
                .isEqualByComparingTo("1");
        Snapshot before = roadmaps.snapshot("FIC", Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(before.milestones()).singleElement().satisfies(m -> {
            assertThat(m.due()).hasToString("2031-12-31");
            assertThat(m.recorded().at()).isEqualTo("2029-09-30T12:00:00Z");
        });
        Milestone harbour = milestone(last.after(), "Harbour");
        assertThat(harbour.slips()).isEqualTo(1);
        assertThat(harbour.baseline()).hasToString("2031-12-31");
        assertThat(last.change()).as("nothing is new in the third file").isNull();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_snapshot_older_than_the_newest_change_is_refused_and_so_is_one_to_come(Databases databases) {
        open(databases);
        take("FIC", "2030-09-30", "Project,End date\nHarbour,2031\n");

        assertThatThrownBy(() -> take("FIC", "2029-09-30", "Project,End date\nHarbour,2030\n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("was changed on 2030-09-30, after 2029-09-30")
                .matches(p -> ((Problem) p).kind() == Problem.Kind.CONFLICT);
        assertThatThrownBy(() -> take("FIC", "2032-01-01", "Project,End date\nHarbour,2030\n"))
                .hasMessageContaining("still to come");
        take("FIC", "2030-09-30", "Project,End date\nBridge,2033\n");
        assertThat(roadmaps.snapshot("FIC").milestones()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void flags_that_an_import_raises_name_it_as_their_cause(Databases databases) {
        open(databases);

        Saved saved = take("FIC", null, "Project,End date,Status\nHarbour,2030,in progress\n");

        assertThat(saved.flags().raised()).isNotEmpty();
        String key = milestone(saved.after(), "Harbour").key();
        assertThat(roadmaps.chronicle().history("FIC", key, null, 5).get(0).flags())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.cause().kind()).hasToString("IMPORT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Key,Title,End date\nFIC-1,Harbour new,2033\nFIC-9,Pier,2034\n",
                "Title,End date,Key\nHarbour new,2033,fic-1\nPier,2034,FIC-9\n"
            })
    void a_key_is_matched_before_a_name_and_a_preview_says_all_that_changes(String text) {
        open(Databases.SQLITE);
        take("FIC", null, "Title,End date,ID\nHarbour,2031,H-77\n");

        Wish wish = Wish.of("FIC", null);
        Plan plan = intake.plan("t.csv", text.getBytes(StandardCharsets.UTF_8), wish);

        assertThat(plan.lines())
                .extracting(PlannedRow::action)
                .containsExactly(PlannedRow.Action.CHANGE, PlannedRow.Action.ADD);
        assertThat(plan.lines().get(0).differences())
                .extracting(d -> d.field() + ": " + d.before() + " > " + d.after())
                .containsExactly("title: Harbour > Harbour new", "due: 2031 > 2033");
        assertThat(roadmaps.snapshot("FIC").milestones()).hasSize(1);
        Plan byId = intake.plan("t.csv", "Name,ID\nQuite another,h-77\n".getBytes(StandardCharsets.UTF_8), wish);
        assertThat(byId.lines().get(0).by()).isEqualTo("ID");
        Plan like =
                intake.plan("t.csv", "Name,Due\nThe Harbour programme,2031\n".getBytes(StandardCharsets.UTF_8), wish);
        assertThat(like.lines().get(0).like()).isEqualTo(new PlannedRow.Like("FIC-1", "Harbour"));
        Plan said = intake.plan(
                "t.csv",
                "Name,Due\nThe Harbour programme,2031\n".getBytes(StandardCharsets.UTF_8),
                wish.same(Map.of(1, "FIC-1")));
        assertThat(said.lines().get(0).by()).isEqualTo("PERSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Key,Title\nA 1,Harbour\n",
                "Key,Title\nA-1,Harbour\nA-1,Bridge\n",
                "Key,Due\nA-1,2031\n",
            })
    void what_cannot_be_stored_stops_the_whole_import_with_its_place(String text) {
        open(Databases.SQLITE);

        assertThatThrownBy(() -> take("FIC", null, text))
                .isInstanceOf(Problem.class)
                .satisfies(p -> assertThat(((Problem) p).fields())
                        .first()
                        .satisfies(f -> assertThat(f.field()).startsWith("row ")));
        assertThat(roadmaps.keys(milepost.facts.Reach.EVERYTHING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Due,Due\n2031,2032\n", "Nothing,Known\n1,2\n", "Title\n", "Title,Status\n"})
    void a_table_that_names_no_milestones_is_refused(String text) {
        open(Databases.SQLITE);

        assertThatThrownBy(() -> take("FIC", null, text)).isInstanceOf(Problem.class);
        assertThat(roadmaps.keys(milepost.facts.Reach.EVERYTHING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Title,Due,Due\nHarbour,2031,2032\n", "Due,Title,due\n2031,Harbour,2032\n"})
    void of_two_columns_with_one_heading_the_first_counts_and_the_second_is_a_value(String text) {
        open(Databases.SQLITE);

        Saved saved = take("FIC", null, text);

        Milestone harbour = milestone(saved.after(), "Harbour");
        assertThat(harbour.due()).hasToString("2031");
        assertThat(attribute(saved.after(), harbour, "due").text()).isEqualTo("2032");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_profile_keeps_what_headings_mean(Databases databases) {
        Database database = databases.open(clock);
        Profiles profiles = new Profiles(database);
        Map<String, Meaning> told = new java.util.HashMap<>();
        Meaning.addTold("Fin=due", told);
        Meaning.addTold("Prix=amount:price:€", told);
        byte[] text = "Title,Fin,Prix\nHarbour,2031,5\n".getBytes(StandardCharsets.UTF_8);
        List<milepost.exchange.table.Table> sheets = milepost.exchange.table.Tables.read("t.csv", text);

        profiles.save("french", Mapping.of(sheets, told), "maria");

        assertThat(Mapping.of(sheets, profiles.get("french")).columns().stream()
                        .map(c -> c.meaning().target() + " " + c.meaning().name() + " "
                                + c.meaning().unit()))
                .containsExactly("TITLE null null", "DUE null null", "AMOUNT price €");
        assertThat(profiles.names()).containsExactly("french");
        assertThatThrownBy(() -> profiles.get("dutch")).hasMessageContaining("known: french");
        assertThatThrownBy(() -> profiles.save("../x", Mapping.of(sheets, told), "maria"))
                .isInstanceOf(Problem.class);
    }

    private Saved take(String roadmap, String asOf, String text) {
        Wish wish = Wish.of(roadmap, asOf == null ? null : LocalDate.parse(asOf));
        Plan plan = intake.plan("t.csv", text.getBytes(StandardCharsets.UTF_8), wish);
        Saved dry = intake.preview(plan, wish, AUTHOR);
        Saved real = intake.carryOut(plan, wish, AUTHOR);
        assertThat(keys(dry)).isEqualTo(keys(real));
        return real;
    }

    private static List<String> keys(Saved saved) {
        return saved.after().milestones().stream().map(Milestone::key).collect(Collectors.toList());
    }

    private static Milestone milestone(Snapshot snapshot, String title) {
        return snapshot.milestones().stream()
                .filter(m -> m.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Attribute attribute(Snapshot snapshot, Milestone milestone, String name) {
        return snapshot.attributes().stream()
                .filter(a -> a.milestone().equals(milestone.key()) && a.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
