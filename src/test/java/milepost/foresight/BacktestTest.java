package milepost.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.facts.Roadmap;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.flags.Flags;
import milepost.roadmap.DatedEdits;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BacktestTest {
    private static final Ruleset RULES = Ruleset.compile(List.of(
                    rule("risk/blocked", "+2", "status == Status.BLOCKED"),
                    rule("risk/far", "-1", "due != null, due.last > $today.plusMonths( 30 )")))
            .ruleset();
    private static final Roadmaps.Author IMPORT = new Roadmaps.Author("import", null, null);

    private final Databases.Clock clock = new Databases.Clock("2020-01-01T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void rules_are_held_against_what_the_next_state_of_the_record_showed(Databases kind) {
        try (Database database = kind.open(clock)) {
            Roadmaps roadmaps = history(database);

            Backtest backtest = Backtests.run(roadmaps, RULES, "P", new Backtests.Asked(null, null, "slip>6mo"));

            assertThat(backtest.days())
                    .containsExactly(
                            new Backtest.Day(LocalDate.parse("2015-09-30"), 3, 2, 1, 0),
                            new Backtest.Day(LocalDate.parse("2016-09-30"), 3, 2, 1, 0));
            assertThat(backtest.rows()).isEqualTo(6);
            assertThat(backtest.positives()).isEqualTo(2);
            assertThat(backtest.unknown()).isEqualTo(2);
            Backtest.OfRule blocked = backtest.rules().get(0);
            assertThat(blocked.rule()).isEqualTo("risk/blocked");
            assertThat(blocked.reported()).isEqualTo(2);
            assertThat(blocked.right()).isEqualTo(2);
            assertThat(blocked.precision()).isEqualTo(1.0);
            assertThat(blocked.recall()).isEqualTo(1.0);
            assertThat(blocked.leadDays()).isEqualTo((366 + 731) / 2.0);
            assertThat(backtest.points().auc()).isEqualTo(1.0);
            assertThat(backtest.baseline().auc()).isEqualTo(0.75);
        }
    }

    /** Cut the data after a day, and all that was said before is said again. */
    @ParameterizedTest
    @EnumSource
    void nothing_that_came_later_changes_what_was_said(Databases kind) {
        try (Database database = kind.open(clock)) {
            Roadmaps roadmaps = history(database);
            Backtest whole = Backtests.run(roadmaps, RULES, "P", new Backtests.Asked(null, null, "slip>6mo"));

            Backtest cut = Backtests.run(
                    roadmaps, RULES, "P", new Backtests.Asked(null, LocalDate.parse("2016-12-31"), "slip>6mo"));

            assertThat(cut.days()).isEqualTo(whole.days().subList(0, 1));
            assertThatThrownBy(() -> Backtests.run(roadmaps, RULES, "P", new Backtests.Asked(null, null, "luck")))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("slip>6mo");
            assertThatThrownBy(() -> Backtests.run(roadmaps, RULES, "X", new Backtests.Asked(null, null, "slip>6mo")))
                    .isInstanceOf(Problem.class);
        }
    }

    /** Three states: A is blocked and slips twice, B is on time, C is far away, D has no date. */
    private static Roadmaps history(Database database) {
        Roadmaps roadmaps = new Roadmaps(database, new Flags(database), () -> RULES);
        List<DatedEdits> steps = new ArrayList<>();
        steps.add(state("2015-09-30", 0, "2016-06-30", "2017-03-31", "2019-12-31"));
        steps.add(state("2016-09-30", 1, "2017-06-30", "2017-03-31", "2019-12-31"));
        steps.add(state("2017-09-30", 2, "2018-06-30", "2017-03-31", "2020-03-31"));
        roadmaps.importDated("P", steps);
        return roadmaps;
    }

    private static DatedEdits state(String day, int version, String a, String b, String c) {
        List<Edit> edits = new ArrayList<>();
        if (version == 0) {
            edits.add(new Edit.Put(new Roadmap(
                    "P",
                    "Projects",
                    null,
                    "GB",
                    null,
                    null,
                    null,
                    ZoneId.of("UTC"),
                    List.of(),
                    new Recorded(0, Instant.EPOCH, ""))));
            edits.add(milestone("D", 0, Status.IN_PROGRESS, null));
        }
        edits.add(milestone("A", version, Status.BLOCKED, a));
        edits.add(milestone("B", version, Status.IN_PROGRESS, b));
        edits.add(milestone("C", version, Status.IN_PROGRESS, c));
        return new DatedEdits(Instant.parse(day + "T10:00:00Z"), IMPORT, edits);
    }

    private static Edit milestone(String key, int version, Status status, String due) {
        return new Edit.MilestoneRevision(
                key,
                version,
                "Project " + key + " in state " + version,
                null,
                null,
                null,
                status,
                null,
                null,
                due == null ? null : TargetDate.day(LocalDate.parse(due)),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null);
    }

    private static RuleFile rule(String key, String points, String test) {
        return new RuleFile(key + ".drl", """
                package milepost.rules;
                import milepost.facts.*;
                global Findings findings;
                rule "%s" @severity( LOW ) @points( %s )
                when
                    AsOf( $today : date )
                    $m : Milestone( open, %s )
                then
                    findings.report( $m, "Due " + $m.due() + " seen from " + $today );
                end
                """.formatted(key, points, test));
    }
}
