package milepost.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.api.Test;

class RuleCasesDetailTest {
    private static final RuleFolder FOLDER = RuleFolder.read(Path.of("rules"));
    private static final Ruleset RULES = Ruleset.compile(FOLDER.rules()).ruleset();

    @Test
    void a_wrong_message_is_shown_beside_the_right_one_with_the_values_it_comes_from() {
        CaseResult result =
                run("2025-12-03", "{ subject: A-1, severity: CRITICAL, message: \"Due 2025-12-01, 1 days ago\" }");

        assertThat(result.ok()).isFalse();
        assertThat(result.fired()).isTrue();
        assertThat(result.detail().lines())
                .containsExactly(
                        "expected A-1 CRITICAL \"Due 2025-12-01, 1 days ago\"",
                        "got      A-1 CRITICAL \"Due 2025-12-01, 2 days ago\"",
                        "because  AsOf date = 2025-12-03, Milestone A-1 open = true, Milestone A-1 due = 2025-12-01");
    }

    @Test
    void a_finding_that_fails_to_come_is_shown_with_the_facts_the_rule_looks_at() {
        assertThat(run("2025-12-01", "{ subject: A-1 }").detail().lines())
                .containsExactly(
                        "expected A-1",
                        "got      nothing",
                        "given    AsOf date = 2025-12-01",
                        "given    Milestone key = A-1, due = 2025-12-01, open = true");
    }

    @Test
    void a_finding_that_nobody_expected_fails_a_case() {
        assertThat(run("2025-12-02", "").detail().lines())
                .startsWith("expected nothing", "got      A-1 CRITICAL \"Due 2025-12-01, 1 days ago\"");
    }

    @Test
    void severity_and_message_are_compared_only_when_they_are_written() {
        assertThat(run("2025-12-02", "{ subject: A-1 }").ok()).isTrue();
        assertThat(run("2025-12-02", "{ subject: A-1, severity: HIGH }").ok()).isFalse();
    }

    @Test
    void a_rule_that_fails_does_not_pass_as_silent() {
        RuleFile broken = new RuleFile("plan/broken.drl", """
                package milepost.rules;
                import milepost.facts.*;

                global Findings findings;

                rule "plan/broken"
                    @severity( LOW )
                when
                    $m : Milestone( 1 / slips > 5 )
                then
                    findings.report( $m, "never" );
                end
                """);
        Ruleset ruleset = Ruleset.compile(List.of(broken)).ruleset();
        RuleFile cases = new RuleFile(
                "plan/broken.cases.yaml",
                "rule: plan/broken\ncases: [ { name: a, as-of: 2026-01-01, given: { milestones: [ { key: A-1 } ] }, expect: [] } ]");

        CaseResult result = RuleCases.run(
                ruleset, CaseFiles.read(List.of(cases), ruleset).cases().get(0));

        assertThat(result.ok()).isFalse();
        assertThat(result.detail()).startsWith("the rule failed: ArithmeticException");
    }

    @Test
    void a_constraint_that_no_case_makes_true_is_named() {
        List<RuleCase> cases = read("2025-12-01", "");

        assertThat(ConditionCoverage.of(RULES, cases))
                .filteredOn(c -> c.rule().equals("schedule/deadline-missed"))
                .extracting(ConditionCoverage::gap)
                .containsExactly(
                        "constraint 1 of 3 was never false in a case: open",
                        "constraint 2 of 3 was never false in a case: due != null",
                        "constraint 3 of 3 was never true in a case: due.last < $today");
    }

    private static CaseResult run(String day, String expected) {
        return RuleCases.run(RULES, read(day, expected).get(0));
    }

    private static List<RuleCase> read(String day, String expected) {
        String text = "rule: schedule/deadline-missed\ncases: [ { name: a, as-of: " + day
                + ", given: { milestones: [ { key: A-1, due: 2025-12-01 } ] }, expect: [ " + expected + " ] } ]";
        CaseFiles files = CaseFiles.read(List.of(new RuleFile("schedule/deadline-missed.cases.yaml", text)), RULES);
        assertThat(files.problems()).isEmpty();
        return files.cases();
    }
}
