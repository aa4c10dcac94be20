package milepost.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import milepost.Databases;
import milepost.db.Database;
import milepost.exchange.RoadmapFile;
import milepost.facts.Problem;
import milepost.facts.Severity;
import milepost.flags.FlagRef;
import milepost.flags.Flags;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Roadmaps;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Ruleset RULES = Objects.requireNonNull(
            Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset());
    private static final LocalDate TODAY = LocalDate.parse("2025-11-10");

    private final Databases.Clock clock = new Databases.Clock("2025-11-10T09:00:00Z");
    private Database database;
    private Flags flags;
    private Roadmaps roadmaps;
    private Forecasts forecasts;

    @BeforeEach
    void open() throws IOException {
        database = Databases.SQLITE.open(clock);
        flags = new Flags(database);
        roadmaps = new Roadmaps(database, flags, () -> RULES);
        forecasts = new Forecasts(roadmaps, flags, () -> RULES);
        RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
        roadmaps.importDated(example.roadmap(), example.changes());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_example_will_miss_its_two_dates_on_the_days_after_them() {
        Forecast forecast = forecasts.ahead("REE", TODAY, LocalDate.parse("2027-01-31"));

        assertThat(said(forecast))
                .contains(
                        "2025-12-02 RAISED schedule/deadline-missed REE-1",
                        "2025-12-02 CLEARED schedule/due-soon-no-progress REE-1",
                        "2025-12-02 RAISED plan/off-track REE",
                        "2027-01-01 RAISED schedule/deadline-missed REE-2")
                .noneMatch(e -> e.contains("2025-12-01 RAISED schedule/deadline-missed"));
        assertThat(forecast.events()).isSortedAccordingTo((a, b) -> a.date().compareTo(b.date()));
        assertThat(forecast.silence()).extracting(ForecastEvent::rule).allMatch(rule -> rule.startsWith("evidence/"));
        assertThat(forecast.complete()).isTrue();
    }

    @Test
    void what_was_foreseen_is_what_the_nightly_sweeps_do() {
        LocalDate until = LocalDate.parse("2025-12-20");
        Forecast forecast = forecasts.ahead("REE", TODAY, until);
        List<String> happened = new ArrayList<>();

        for (LocalDate day = TODAY.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            clock.set(day + "T09:00:00Z");
            List<Flag> before = flags.list(FlagQuery.active());
            roadmaps.sweep();
            List<Flag> after = flags.list(FlagQuery.active());
            LocalDate on = day;
            after.stream()
                    .filter(f -> before.stream().noneMatch(b -> b.id() == f.id()))
                    .forEach(f -> happened.add(on + " RAISED " + f.rule() + " " + f.subject()));
            before.stream()
                    .filter(f -> after.stream().noneMatch(a -> a.id() == f.id()))
                    .forEach(f -> happened.add(on + " CLEARED " + f.rule() + " " + f.subject()));
        }

        List<ForecastEvent> all = new ArrayList<>(forecast.events());
        all.addAll(forecast.silence());
        assertThat(all.stream().map(ForecastTest::said)).containsExactlyInAnyOrderElementsOf(happened);
        assertThat(happened).hasSizeGreaterThan(3);
    }

    @Test
    void an_accepted_flag_is_foreseen_to_return() {
        Flag flag = flags.list(FlagQuery.active().ofRule("plan/blocked")).get(0);
        flags.triaging()
                .act(
                        new Decider("mara", Severity.CRITICAL),
                        new FlagRef(flag.id(), null),
                        new Act.Decide(new Decision(Triage.ACCEPTED, "Talks go on", LocalDate.parse("2025-11-20"))),
                        TODAY);

        assertThat(said(forecasts.ahead("REE", TODAY, LocalDate.parse("2025-12-31"))))
                .contains("2025-11-21 RETURNED plan/blocked REE-8");
        assertThat(flags.flag(flag.id()).triage()).isEqualTo(Triage.ACCEPTED);
    }

    @Test
    void a_forecast_can_start_from_any_day() {
        assertThat(said(forecasts.from("REE", LocalDate.parse("2026-12-01"), LocalDate.parse("2027-01-05"))))
                .contains("2027-01-01 RAISED schedule/deadline-missed REE-2")
                .noneMatch(e -> e.contains("deadline-missed REE-1"));
    }

    @Test
    void an_end_that_is_no_end_is_refused_with_its_field() {
        for (String until : List.of("2025-11-10", "2025-01-01", "2029-12-31")) {
            assertThatThrownBy(() -> forecasts.ahead("REE", TODAY, LocalDate.parse(until)))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            p -> assertThat(p.fields())
                                    .extracting(Problem.FieldError::field)
                                    .containsExactly("until"));
        }
    }

    private static List<String> said(Forecast forecast) {
        return forecast.events().stream().map(ForecastTest::said).toList();
    }

    private static String said(ForecastEvent e) {
        return e.date() + " " + e.event() + " " + e.rule() + " " + e.subject();
    }
}
