package milepost.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import milepost.Given;
import milepost.facts.Snapshot;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import org.junit.jupiter.api.Test;

class RuleTimesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private final Snapshot facts =
            new Given().milestone("REE-1", m -> m.due("2025-12-01")).snapshot();

    @Test
    void every_rule_has_its_turn_and_its_mean() {
        Ruleset rules =
                Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset();
        AtomicLong clock = new AtomicLong();
        RuleTimes times = new RuleTimes(() -> clock.addAndGet(1_000));

        for (int i = 0; i < rules.rules().size(); i++) {
            assertThat(times.find(rules.rules().get(i))).isEmpty();
            times.sample(rules, facts, TODAY, 1);
            assertThat(times.find(rules.rules().get(i)).orElseThrow().samples()).isOne();
        }
        times.sample(rules, facts, TODAY, 1);

        RuleInfo first = rules.rules().get(0);
        assertThat(times.find(first).orElseThrow().samples()).isEqualTo(2);
        assertThat(times.find(first).orElseThrow().average()).isEqualTo(Duration.ZERO);
    }

    @Test
    void what_a_rule_adds_is_what_its_evaluation_takes_beyond_an_empty_one() {
        Ruleset rules = Ruleset.compile(List.of(rule("LOW"))).ruleset();
        long[] ticks = {0, 10, 10, 20, 20, 30, 100, 175, 200, 250, 300, 390};
        AtomicLong at = new AtomicLong();
        RuleTimes times = new RuleTimes(() -> ticks[(int) at.getAndIncrement()]);

        times.sample(rules, facts, TODAY, 9);

        assertThat(times.find(rules.rules().get(0)).orElseThrow().average()).isEqualTo(Duration.ofNanos(40));
    }

    @Test
    void a_rule_that_changes_begins_anew_and_one_that_goes_is_forgotten() {
        RuleTimes times = new RuleTimes(System::nanoTime);
        Ruleset before = Ruleset.compile(List.of(rule("LOW"))).ruleset();
        Ruleset after = Ruleset.compile(List.of(rule("HIGH"))).ruleset();
        times.sample(before, facts, TODAY, 1);
        times.sample(before, facts, TODAY, 1);

        assertThat(times.find(after.rules().get(0))).isEmpty();
        times.sample(after, facts, TODAY, 1);
        assertThat(times.find(after.rules().get(0)).orElseThrow().samples()).isOne();
        assertThat(times.find(before.rules().get(0))).isEmpty();
    }

    private static RuleFile rule(String severity) {
        return new RuleFile("plan/x.drl", """
                package milepost.rules;
                import milepost.facts.*;
                global Findings findings;
                rule "plan/x" @severity( %s )
                when
                    $m : Milestone( open )
                then
                    findings.report( $m, "x" );
                end
                """.formatted(severity));
    }
}
