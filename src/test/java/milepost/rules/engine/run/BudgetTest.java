package milepost.rules.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import milepost.Given;
import milepost.facts.Evidence;
import milepost.facts.Finding;
import milepost.facts.Snapshot;
import milepost.rules.engine.Engine;
import milepost.rules.engine.GeneratedRoadmap;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleTree;
import milepost.rules.language.check.RuleParser;
import org.junit.jupiter.api.Test;

/** A rule that asks for too much is set aside alone, and says why. */
class BudgetTest {
    private static final Budget WIDE = new Budget(1L << 60, 1L << 60, Duration.ofDays(1), 1L << 60, 1 << 30, 16);
    private static final RuleTree MODEST = rule("test/modest", "$m : Milestone( owner == null )", "\"No owner\"");
    /** Two facts of every type that nothing ties; what is over only shows in the last test. */
    private static final RuleTree SQUARE =
            rule("test/square", "$m : Milestone( $a : slips ) Milestone( slips + $a > 1000 )", "\"x\"");

    @Test
    void a_cross_product_is_refused_before_it_runs_and_named() {
        RuleTree cross = rule("test/cross", "$m : Milestone( ) Milestone( )", "\"x\"");
        Budget budget = new Budget(10_000, 1L << 60, Duration.ofDays(1), 1L << 60, 1 << 30, 16);

        Outcome.Complete outcome = evaluate(budget, milestones(101), cross, MODEST);
        assertThat(outcome.setAside())
                .containsExactly(new RuleFailure(
                        "test/cross",
                        "Over its budget: Milestone (101) x Milestone (101) can make more than 10,000 combinations;"
                                + " tie the facts to one another with == on keys, or ask for fewer of them."));
        assertThat(outcome.findings())
                .extracting(Finding::rule)
                .containsOnly("test/modest")
                .hasSize(101);
        assertThat(evaluate(budget, milestones(100), cross, MODEST).setAside()).isEmpty();
    }

    @Test
    void an_absence_that_hangs_on_one_fact_is_tried_once_for_it_and_not_for_all_that_follow() {
        String absence = "not ( Milestone( status == $s, $k : key ) and Dependency( predecessor == $k ) )";
        RuleTree last = rule(
                "test/last",
                "Roadmap( $s : title ) $m : Milestone( owner == null ) " + absence.replace("status", "title"),
                "\"x\"");
        RuleTree tied = rule("test/tied", "$m : Milestone( $s : status ) " + absence, "\"x\"");
        Budget budget = new Budget(10_000, 1L << 60, Duration.ofDays(1), 1L << 60, 1 << 30, 16);

        Outcome.Complete outcome = evaluate(budget, milestones(200), last, tied);
        assertThat(outcome.setAside()).extracting(RuleFailure::rule).containsExactly("test/tied");
        assertThat(outcome.findings())
                .extracting(Finding::rule)
                .containsOnly("test/last")
                .hasSize(200);
        assertThat(outcome.findings().get(0).evidence())
                .extracting(Evidence::fact)
                .containsExactly("Roadmap", "Milestone", "Milestone", "Dependency");
    }

    @Test
    void facts_that_do_not_pass_their_own_tests_do_not_count() {
        RuleTree narrow = rule("test/narrow", "$m : Milestone( key == \"M1\" ) Milestone( owner == null )", "\"x\"");
        Budget budget = new Budget(300, 1L << 60, Duration.ofDays(1), 1L << 60, 1 << 30, 16);

        assertThat(evaluate(budget, milestones(200), narrow).setAside()).isEmpty();
    }

    @Test
    void a_key_of_few_values_counts_as_the_square_it_is() {
        RuleTree low = rule("test/low", "$m : Milestone( $s : status ) Milestone( status == $s )", "\"x\"");
        RuleTree key = rule("test/key", "$m : Milestone( $k : key ) Milestone( key == $k )", "\"x\"");
        Budget budget = new Budget(10_000, 1L << 60, Duration.ofDays(1), 1L << 60, 1 << 30, 16);

        assertThat(evaluate(budget, milestones(200), low, key).setAside())
                .extracting(RuleFailure::rule)
                .containsExactly("test/low");
    }

    @Test
    void a_late_test_is_counted_step_by_step() {
        Budget budget = new Budget(1L << 60, 8_000, Duration.ofDays(1), 1L << 60, 1 << 30, 16);

        Outcome.Complete outcome = evaluate(budget, milestones(200), SQUARE, MODEST);
        assertThat(outcome.setAside())
                .containsExactly(new RuleFailure(
                        "test/square", "Over its budget: it tried more than 8,000 combinations of facts."));
        assertThat(outcome.findings()).hasSize(200);
        assertThat(evaluate(budget, milestones(60), SQUARE).setAside()).isEmpty();
    }

    @Test
    void time_runs_out_for_the_rule_that_makes_the_most_steps() {
        Budget budget = new Budget(1L << 60, 1L << 60, Duration.ZERO, 1L << 60, 1 << 30, 16);

        assertThat(evaluate(budget, milestones(100), SQUARE, MODEST).setAside())
                .containsExactly(
                        new RuleFailure("test/square", "Over its budget: the evaluation took longer than 0 seconds."));
    }

    @Test
    void the_third_run_that_is_lost_to_time_is_the_last() {
        Budget budget = new Budget(1L << 60, 1L << 60, Duration.ZERO, 1L << 60, 1 << 30, 16);
        List<RuleTree> squares = IntStream.range(0, 3)
                .mapToObj(i -> rule(
                        "test/square-" + i,
                        "$m : Milestone( $a : slips ) Milestone( slips + $a > " + (1000 + i) + " )",
                        "\"x\""))
                .toList();

        assertThat(new Engine(squares.subList(0, 2), null, budget).evaluate(milestones(100), GeneratedRoadmap.TODAY))
                .isInstanceOf(Outcome.Complete.class);
        assertThat(new Engine(squares, null, budget).evaluate(milestones(100), GeneratedRoadmap.TODAY))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_run_has_half_of_the_time_that_is_left_so_that_all_runs_have_no_more_than_one_budget() {
        Budget budget = new Budget(1L << 60, 1L << 60, Duration.ofSeconds(2), 1L << 60, 1 << 30, 16);

        assertThat(budget.halfOf(Duration.ofSeconds(2)).time()).isEqualTo(Duration.ofSeconds(1));
        assertThat(budget.halfOf(Duration.ofSeconds(-1)).time()).isEqualTo(Duration.ZERO);
        assertThat(evaluate(
                                new Budget(1L << 60, 1L << 60, Duration.ofMillis(200), 1L << 60, 1 << 30, 16),
                                milestones(4_000),
                                SQUARE)
                        .setAside())
                .containsExactly(new RuleFailure(
                        "test/square", "Over its budget: the evaluation took longer than 100 milliseconds."));
    }

    @Test
    void a_save_does_not_pay_again_for_a_rule_over_its_budget_until_the_day_or_the_facts_are_others() {
        Budget budget = new Budget(1L << 60, 36_500, Duration.ofDays(1), 1L << 60, 1 << 30, 16);
        Engine engine = new Engine(List.of(SQUARE, MODEST), null, budget);
        Snapshot much = milestones(200);
        Snapshot less = milestones(185);
        LocalDate day = GeneratedRoadmap.TODAY;
        assertThat(setAside(engine.evaluate(less, day)))
                .as("tried, it would do")
                .isEmpty();

        assertThat(engine.evaluateAgain(much, day)).isEqualTo(engine.evaluate(much, day));
        for (int save = 0; save < 8; save++) {
            assertThat(setAside(engine.evaluateAgain(less, day)))
                    .as("save " + save)
                    .containsExactly("test/square");
        }
        assertThat(setAside(engine.evaluateAgain(less, day))).as("tried again").isEmpty();

        assertThat(setAside(engine.evaluateAgain(much, day))).containsExactly("test/square");
        assertThat(setAside(engine.evaluateAgain(less, day.plusDays(1))))
                .as("another day")
                .isEmpty();

        assertThat(setAside(engine.evaluateAgain(much, day))).containsExactly("test/square");
        assertThat(setAside(engine.evaluateAgain(milestones(150), day)))
                .as("a quarter has gone")
                .isEmpty();
    }

    private static List<String> setAside(Outcome outcome) {
        return ((Outcome.Complete) outcome)
                .setAside().stream().map(RuleFailure::rule).toList();
    }

    @Test
    void memory_runs_out_for_the_rule_that_makes_the_most_steps() {
        Budget budget = new Budget(1L << 60, 1L << 60, Duration.ofDays(1), 1_000, 1 << 30, 16);

        assertThat(evaluate(budget, milestones(100), SQUARE).setAside())
                .containsExactly(
                        new RuleFailure("test/square", "Over its budget: the evaluation used more than 1,000 bytes."));
    }

    @Test
    void a_rule_that_floods_with_reports_loses_them_all() {
        Budget budget = new Budget(1L << 60, 1L << 60, Duration.ofDays(1), 1L << 60, 50, 16);
        RuleTree few = rule("test/few", "$m : Milestone( key == \"M1\" )", "\"x\"");

        Outcome.Complete outcome = evaluate(budget, milestones(51), MODEST, few);
        assertThat(outcome.setAside()).extracting(RuleFailure::rule).containsExactly("test/modest");
        assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("test/few");
        assertThat(evaluate(budget, milestones(50), MODEST).findings()).hasSize(50);
    }

    @Test
    void a_text_that_grows_without_end_is_an_error_of_its_rule() {
        StringBuilder doubling = new StringBuilder("    String a0 = \"0123456789\" + $m.title();\n");
        for (int i = 1; i < 8; i++) {
            doubling.append("    String a" + i + " = a" + (i - 1) + " + a" + (i - 1) + ";\n");
        }
        RuleTree text = tree("test/text", "$m : Milestone( key == \"M1\" )", doubling + report("a6"));
        assertThat(evaluate(WIDE, titled("x".repeat(100)), text)
                        .findings()
                        .get(0)
                        .message())
                .hasSize(2_000);
        assertThat(evaluate(WIDE, titled("x".repeat(500)), text).setAside())
                .containsExactly(new RuleFailure(
                        "test/text", "IllegalStateException: over its budget: a text of more than 32,000 characters"));
    }

    @Test
    void nothing_is_set_aside_within_the_budget() {
        assertThat(evaluate(WIDE, milestones(100), SQUARE, MODEST).setAside()).isEmpty();
    }

    @Test
    void when_too_many_rules_fail_the_evaluation_has_failed() {
        RuleTree one = rule("test/one", "$m : Milestone( 10 / slips > 1 )", "\"x\"");
        RuleTree two = rule("test/two", "$m : Milestone( 20 / slips > 1 )", "\"x\"");
        Budget budget = new Budget(1L << 60, 1L << 60, Duration.ofDays(1), 1L << 60, 50, 1);

        assertThat(new Engine(List.of(one, two), null, budget).evaluate(milestones(2), GeneratedRoadmap.TODAY))
                .isInstanceOf(Outcome.Failed.class);
    }

    private static Outcome.Complete evaluate(Budget budget, Snapshot roadmap, RuleTree... rules) {
        return (Outcome.Complete) new Engine(List.of(rules), null, budget).evaluate(roadmap, GeneratedRoadmap.TODAY);
    }

    private static Snapshot titled(String title) {
        return new Given().milestone("M1", m -> m.title(title)).snapshot();
    }

    private static Snapshot milestones(int count) {
        Given given = new Given();
        for (int i = 0; i < count; i++) {
            given.milestone("M" + i, m -> m.owner(null));
        }
        return given.snapshot();
    }

    private static RuleTree rule(String name, String conditions, String message) {
        return tree(name, conditions, report(message));
    }

    private static String report(String message) {
        return "    findings.report( $m, " + message + " );";
    }

    private static RuleTree tree(String name, String conditions, String consequence) {
        String text = "package milepost.rules;\nimport milepost.facts.*;\nglobal Findings findings;\n\nrule \"" + name
                + "\"\n    @severity( LOW )\nwhen\n    " + conditions + "\nthen\n" + consequence + "\nend\n";
        var parsed = RuleParser.parse(List.of(new RuleFile(name + ".drl", text)));
        assertThat(parsed.problems()).isEmpty();
        return parsed.rules().get(0);
    }
}
