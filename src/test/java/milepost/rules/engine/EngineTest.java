package milepost.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import milepost.Given;
import milepost.facts.Evidence;
import milepost.facts.Finding;
import milepost.facts.Restriction;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.Status;
import milepost.rules.engine.report.Outcome;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleTree;
import milepost.rules.language.check.RuleParser;
import org.junit.jupiter.api.Test;

/** What each construct of the language means when it runs, where Drools itself cannot be asked. */
class EngineTest {
    private static final Snapshot CHAIN = new Given()
            .milestone("M1", m -> m.progress(10))
            .milestone("M2", m -> m.progress(20).status(Status.IN_PROGRESS))
            .milestone("M3", m -> m.progress(30))
            .milestone("M4", m -> m.owner(null))
            .dependency("M1", "M2")
            .dependency("M1", "M3")
            .dependency("M2", "M4")
            .snapshot();

    @Test
    void an_accumulate_over_two_patterns_takes_values_from_either() {
        assertThat(messages(
                        "$m : Milestone( $key : key ) accumulate( Dependency( predecessor == $key, $to : successor ) and Milestone( key == $to, $p : progress );"
                                + " $n : count(), $sum : sum( $p ), $all : collectList( $to ); $n > 0 )",
                        "$n + \", \" + $sum + \", \" + $all"))
                .containsExactly("M1: 2, 50, M2, M3", "M2: 1, 0, M4");
    }

    @Test
    void a_list_is_in_the_order_of_the_snapshot_however_the_facts_were_joined() {
        String keys =
                "accumulate( Participant( $sector : sector, $of : milestone ) and Milestone( key == $of, $k : key )"
                        + " and Restriction( sector == $sector, $r : key ); $all : collectList( $r ), $n : count(); $n > 1 )";
        List<RuleTree> rules = RuleParser.parse(List.of(rule("test/list", "$m : Roadmap( ) " + keys, "\"\" + $all")))
                .rules();
        for (long seed = 0; seed < 60; seed++) {
            Snapshot roadmap = GeneratedRoadmap.small(seed);
            List<String> expected = roadmap.participants().stream()
                    .filter(p -> roadmap.findMilestone(p.milestone()).isPresent())
                    .flatMap(p -> roadmap.restrictions().stream()
                            .filter(r -> Objects.equals(r.sector(), p.sector()))
                            .map(Restriction::key))
                    .toList();
            Outcome.Complete outcome = (Outcome.Complete) new Engine(rules).evaluate(roadmap, GeneratedRoadmap.TODAY);
            assertThat(outcome.findings())
                    .as("seed " + seed)
                    .extracting(Finding::message)
                    .containsExactlyElementsOf(expected.size() > 1 ? List.of(String.join(", ", expected)) : List.of());
        }
    }

    @Test
    void an_absence_inside_an_accumulate_does_not_shift_the_values() {
        String last = "Dependency( predecessor == $key, $to : successor ) and not Dependency( predecessor == $to )";
        assertThat(messages(
                        "$m : Milestone( $key : key ) accumulate( " + last
                                + "; $all : collectList( $to ), $n : count(); $n > 0 )",
                        "\"\" + $all"))
                .containsExactly("M1: M3", "M2: M4");
        assertThat(messages(
                        "$m : Milestone( $key : key ) accumulate( " + last
                                + " and $x : Milestone( key == $to, $k : key ); $all : collectList( $to ), $same : collectList( $k ), $facts : collectList( $x ), $n : count(); $n > 0 )",
                        "$all + \" \" + $same + \" \" + $facts"))
                .containsExactly("M1: M3 M3 M3", "M2: M4 M4 M4");
    }

    @Test
    void tests_may_compare_two_results_of_one_accumulate() {
        assertThat(messages(
                        "$m : Milestone( key == \"M1\" ) accumulate( Milestone( $p : progress ); $low : min( $p ), $high : max( $p ); $low < $high )",
                        "$low + \" to \" + $high"))
                .containsExactly("M1: 10 to 30");
    }

    @Test
    void a_test_may_join_seven_earlier_facts() {
        assertThat(messages(
                        "$m : Milestone( key == \"M1\" ) $b : Milestone( key == \"M2\" ) $c : Milestone( key == \"M3\" ) $d : Milestone( key == \"M4\" )"
                                + " $e : Dependency( predecessor == \"M2\" ) $f : Dependency( successor == \"M3\" ) $r : Roadmap( )"
                                + " Dependency( predecessor == $m.key, successor == \"M2\", $m.slips + $b.slips + $c.slips + $d.slips + $e.lagDays + $f.lagDays + lagDays == 0 && $r.home == \"RU\" )",
                        "\"joined\""))
                .containsExactly("M1: joined");
    }

    @Test
    void an_equality_that_reads_its_own_fact_on_both_sides_is_no_index() {
        assertThat(messages(
                        "$m : Milestone( key == \"M1\", $p : progress ) Milestone( key == \"M3\", progress == $p + progress - 10 )",
                        "\"own\""))
                .containsExactly("M1: own");
    }

    @Test
    void a_forall_over_nothing_holds() {
        String forall =
                "$m : Milestone( key == \"M1\" ) forall( $x : Milestone( stage == \"nowhere\" ) Milestone( this == $x, progress > 50 ) )";
        assertThat(messages(forall, "\"all\"")).containsExactly("M1: all");
        assertThat(messages(forall.replace("stage == \"nowhere\"", "key == \"M2\""), "\"all\""))
                .isEmpty();
    }

    @Test
    void null_is_in_no_order_and_equal_only_to_null() {
        assertThat(messages("$m : Milestone( progress < 15 )", "\"x\"")).containsExactly("M1: x");
        assertThat(messages("$m : Milestone( progress >= 0 )", "\"x\"")).hasSize(3);
        assertThat(messages("$m : Milestone( progress == null )", "\"x\"")).containsExactly("M4: x");
        assertThat(messages("$m : Milestone( progress != 10 )", "\"x\"")).containsExactly("M2: x", "M3: x", "M4: x");
    }

    @Test
    void a_rule_that_throws_is_set_aside_and_the_others_are_evaluated() {
        Outcome.Complete outcome = evaluate(
                rule("test/bad", "$m : Milestone( 10 / slips > 1 )", "\"x\""),
                rule("test/good", "$m : Milestone( owner == null )", "\"y\""));
        assertThat(outcome.setAside()).extracting(RuleFailure::rule).containsExactly("test/bad");
        assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("test/good");
    }

    @Test
    void a_shared_test_is_blamed_on_all_that_share_it_and_on_no_other() {
        Outcome.Complete outcome = evaluate(
                rule("test/one", "$m : Milestone( 10 / slips > 1 )", "\"x\""),
                rule("test/two", "$m : Milestone( 10 / slips > 1, owner == null )", "\"x\""),
                rule("test/careful", "$m : Milestone( slips > 0, 10 / slips > 1 )", "\"x\""));
        assertThat(outcome.setAside()).extracting(RuleFailure::rule).containsExactly("test/one", "test/two");
    }

    @Test
    void texts_that_look_alike_in_writing_are_not_one_test() {
        Outcome.Complete outcome = evaluate(
                rule("test/one", "$m : Milestone( key == \"M1\" )", "\"x\""),
                rule("test/two", "$m : Milestone( key == \"M2\" )", "\"x\""),
                rule("test/three", "$m : Milestone( key != \"M1\", owner == null )", "\"x\""));
        assertThat(outcome.findings())
                .extracting(f -> f.rule() + " " + f.subject())
                .containsExactly("test/one M1", "test/three M4", "test/two M2");
    }

    @Test
    void evidence_is_each_matched_fact_with_the_fields_that_were_read() {
        Finding finding = evaluate(rule(
                        "test/evidence",
                        "Dependency( predecessor == \"M2\", $to : successor ) $m : Milestone( key == $to, owner == null )",
                        "$m.title()"))
                .findings()
                .get(0);
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        assertThat(finding.evidence())
                .containsExactly(
                        new Evidence("Dependency", "M2>M4", "predecessor", "M2"),
                        new Evidence("Dependency", "M2>M4", "successor", "M4"),
                        new Evidence("Milestone", "M4", "key", "M4"),
                        new Evidence("Milestone", "M4", "owner", null),
                        new Evidence("Milestone", "M4", "title", "Milestone M4"));
    }

    @Test
    void rules_that_read_findings_see_all_that_the_others_found() {
        Outcome.Complete outcome = evaluate(
                rule(
                        "test/a",
                        "$m : Milestone( key == \"M1\" ) accumulate( Finding( ); $n : count(); $n > 0 )",
                        "\"\" + $n"),
                rule("test/b", "$m : Milestone( owner != null )", "\"x\""));
        assertThat(outcome.findings())
                .filteredOn(f -> f.rule().equals("test/a"))
                .extracting(Finding::message)
                .containsExactly("3");
    }

    private static List<String> messages(String conditions, String message) {
        Outcome.Complete outcome = evaluate(rule("test/rule", conditions, message));
        assertThat(outcome.setAside()).isEmpty();
        return outcome.findings().stream()
                .map(f -> f.subject() + ": " + f.message())
                .toList();
    }

    private static Outcome.Complete evaluate(RuleFile... files) {
        var parsed = RuleParser.parse(List.of(files));
        assertThat(parsed.problems()).isEmpty();
        return (Outcome.Complete) new Engine(parsed.rules()).evaluate(CHAIN, GeneratedRoadmap.TODAY);
    }

    private static RuleFile rule(String name, String conditions, String message) {
        return new RuleFile(
                name + ".drl",
                "package milepost.rules;\nimport milepost.facts.*;\nglobal Findings findings;\n\nrule \"" + name
                        + "\"\n    @severity( LOW )\nwhen\n    " + conditions + "\nthen\n    findings.report( $m, "
                        + message
                        + " );\nend\n");
    }
}
