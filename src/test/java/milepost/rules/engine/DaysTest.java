package milepost.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import milepost.facts.Snapshot;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.api.Test;

/** One session in which the day moves finds what fresh sessions find. */
class DaysTest {
    private static final List<RuleFile> SHIPPED =
            RuleFolder.read(Path.of("rules")).rules();

    @Test
    void every_day_of_two_years_is_as_a_fresh_session_has_it() {
        Ruleset rules = ruleset(SHIPPED);
        for (long seed = 0; seed < 6; seed++) {
            Snapshot roadmap = GeneratedRoadmap.small(seed);
            try (Days days = rules.days(roadmap)) {
                for (int day = -365; day < 365; day++) {
                    same(rules, roadmap, days, GeneratedRoadmap.TODAY.plusDays(day));
                }
                assertThat(days.inOneSession()).isTrue();
            }
        }
    }

    @Test
    void days_may_come_in_any_order() {
        List<RuleFile> files = new ArrayList<>(SHIPPED);
        files.addAll(RuleFolder.read(Path.of("src/test/resources/milepost/rules/legit"))
                .rules());
        Ruleset rules = ruleset(files);
        for (long seed = 0; seed < 40; seed++) {
            Snapshot roadmap = GeneratedRoadmap.small(seed);
            try (Days days = rules.days(roadmap)) {
                for (int step : new int[] {0, 1, 90, 30, -200, -199, 400, 0}) {
                    same(rules, roadmap, days, GeneratedRoadmap.TODAY.plusDays(step));
                }
                assertThat(days.inOneSession()).isTrue();
            }
        }
    }

    @Test
    void a_rule_that_fails_on_some_days_is_set_aside_on_those_days_alone() {
        Ruleset rules = ruleset(List.of(
                new RuleFile(
                        "test/bad.drl",
                        rule("test/bad", "AsOf( $today : date ) $m : Milestone( 10 / ( $today.dayOfMonth - 5 ) > 1 )")),
                new RuleFile("test/good.drl", rule("test/good", "$m : Milestone( owner == null )"))));
        Snapshot roadmap = GeneratedRoadmap.of(1, 20);
        try (Days days = rules.days(roadmap)) {
            for (int day = 1; day < 10; day++) {
                LocalDate date = LocalDate.of(2026, 6, day);
                Outcome.Complete outcome = (Outcome.Complete) days.on(date);
                assertThat(outcome).isEqualTo(rules.evaluate(roadmap, date));
                assertThat(outcome.setAside()).hasSize(day == 5 ? 1 : 0);
            }
        }
    }

    private static void same(Ruleset rules, Snapshot roadmap, Days days, LocalDate day) {
        assertThat(days.on(day)).as(day.toString()).isEqualTo(rules.evaluate(roadmap, day));
    }

    private static Ruleset ruleset(List<RuleFile> files) {
        return Objects.requireNonNull(Ruleset.compile(files).ruleset());
    }

    private static String rule(String name, String conditions) {
        return "package milepost.rules;\nimport milepost.facts.*;\nglobal Findings findings;\n\nrule \"" + name
                + "\"\n    @severity( LOW )\nwhen\n    " + conditions
                + "\nthen\n    findings.report( $m, \"x\" );\nend\n";
    }
}
