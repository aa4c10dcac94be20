package milepost.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.facts.Snapshot;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.flags.life.FlagState;
import milepost.flags.life.Reconciliation;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.engine.GeneratedRoadmap;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import org.junit.jupiter.api.Test;

/** A forecast says what fresh evaluations and the whole reconciliation of every day would say. */
class DayByDayTest {
    private static final LocalDate TODAY = GeneratedRoadmap.TODAY;

    @Test
    void a_forecast_is_what_a_fresh_evaluation_of_every_day_comes_to() {
        Ruleset rules = ruleset(
                rule(
                        "test/held",
                        "@hold( 7d )",
                        "AsOf( $today : date ) $m : Milestone( open, due != null, due.last < $today )",
                        "findings.report( $m, $m.due().last().isBefore( $today.minusDays( 20 ) ) ? Severity.HIGH : Severity.LOW, \"x\" );"));
        for (long seed = 0; seed < 18; seed++) {
            Snapshot roadmap = GeneratedRoadmap.small(seed);
            Forecast forecast = new DayByDay(roadmap, rules, List.of()).play(TODAY, TODAY.plusDays(200));
            assertThat(Stream.concat(forecast.events().stream(), forecast.silence().stream()))
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(slowly(roadmap, rules, 200));
            assertThat(forecast.complete()).isTrue();
            assertThat(forecast.reached()).isEqualTo(TODAY.plusDays(200));
        }
    }

    @Test
    void a_rule_that_fails_on_a_day_changes_no_flag_on_that_day() {
        Ruleset rules = ruleset(rule(
                "test/bad",
                "",
                "AsOf( $today : date ) $m : Milestone( open, due != null, due.last < $today, 10 / ( $today.dayOfMonth - 5 ) > -99 )",
                "findings.report( $m, \"x\" );"));
        for (long seed = 3; seed < 9; seed++) {
            Snapshot roadmap = GeneratedRoadmap.small(seed);
            Forecast forecast = new DayByDay(roadmap, rules, List.of()).play(TODAY, TODAY.plusDays(60));
            assertThat(Stream.concat(forecast.events().stream(), forecast.silence().stream()))
                    .containsExactlyInAnyOrderElementsOf(slowly(roadmap, rules, 60));
        }
    }

    @Test
    void a_forecast_that_takes_too_long_says_how_far_it_has_come() {
        Forecast forecast = new DayByDay(GeneratedRoadmap.of(7, 40), ruleset(), List.of(), Duration.ZERO)
                .play(TODAY, TODAY.plusDays(10));
        assertThat(forecast.complete()).isFalse();
        assertThat(forecast.until()).isEqualTo(TODAY.plusDays(10));
        assertThat(forecast.reached()).isEqualTo(TODAY);
    }

    /** Every day evaluated afresh, every flag reconciled. */
    private static List<ForecastEvent> slowly(Snapshot roadmap, Ruleset rules, int days) {
        Map<String, Flag> flags = new LinkedHashMap<>();
        List<ForecastEvent> events = new ArrayList<>();
        Map<String, Integer> holds =
                rules.rules().stream().collect(Collectors.toMap(RuleInfo::key, RuleInfo::holdDays));
        for (int i = 0; i <= days; i++) {
            LocalDate day = TODAY.plusDays(i);
            Outcome.Complete outcome = (Outcome.Complete) rules.evaluate(roadmap, day);
            Instant now = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            Reconciliation.Input input = new Reconciliation.Input(
                    roadmap.roadmap().key(),
                    outcome.findings(),
                    outcome.setAside().stream().map(f -> f.rule()).collect(Collectors.toSet()),
                    holds,
                    Set.of(),
                    day,
                    now,
                    rules.version(),
                    new Cause(Cause.Kind.CLOCK, day.toString()));
            for (Reconciliation.Step step : Reconciliation.merge(List.copyOf(flags.values()), input)) {
                Flag flag = step.flag();
                Flag before = flags.put(flag.rule() + flag.kind() + flag.subject(), flag);
                String kind = kind(step.event(), before);
                if (i > 0 && kind != null) {
                    events.add(new ForecastEvent(
                            day,
                            ForecastEvent.Kind.valueOf(kind),
                            flag.rule(),
                            flag.kind(),
                            flag.subject(),
                            flag.severity(),
                            flag.message()));
                }
            }
        }
        return events;
    }

    private static String kind(FlagEvent.Kind event, Flag before) {
        if (event == FlagEvent.Kind.RAISED || event == FlagEvent.Kind.ESCALATED) {
            return event.name();
        }
        if (event == FlagEvent.Kind.REOPENED) {
            return "RETURNED";
        }
        boolean clears = event == FlagEvent.Kind.RESOLVED && before.state() == FlagState.ACTIVE;
        return clears ? "CLEARED" : null;
    }

    private static Ruleset ruleset(RuleFile... more) {
        List<RuleFile> files = new ArrayList<>(RuleFolder.read(Path.of("rules")).rules());
        files.addAll(List.of(more));
        return Objects.requireNonNull(Ruleset.compile(files).ruleset());
    }

    private static RuleFile rule(String name, String metadata, String conditions, String consequence) {
        return new RuleFile(
                name + ".drl",
                "package milepost.rules;\nimport milepost.facts.*;\nglobal Findings findings;\n\nrule \"" + name
                        + "\"\n    @severity( LOW )\n    " + metadata + "\nwhen\n    " + conditions + "\nthen\n    "
                        + consequence + "\nend\n");
    }
}
