package milepost.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RuleCasesTest {
    private static final RuleFolder FOLDER = RuleFolder.read(Path.of("rules"));
    private static final Ruleset RULES = Ruleset.compile(FOLDER.rules()).ruleset();
    private static final CaseFiles FILES = CaseFiles.read(FOLDER.cases(), RULES);

    @TestFactory
    Stream<DynamicTest> every_shipped_case_holds() {
        return FILES.cases().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.rule() + ": " + example.name(),
                        () -> assertThat(RuleCases.run(RULES, example).detail()).isNull()));
    }

    @Test
    void a_new_rule_that_finds_something_critical_everywhere_breaks_no_case_of_another_rule() {
        List<RuleFile> rules = new ArrayList<>(FOLDER.rules());
        rules.add(new RuleFile("plan/alarm.drl", """
                package milepost.rules;
                import milepost.facts.*;
                global Findings findings;
                rule "plan/alarm"
                    @severity( CRITICAL )
                when
                    $r : Roadmap( )
                then
                    findings.report( $r, "Alarm for " + $r.key() );
                end
                """));
        Ruleset all = Ruleset.compile(rules).ruleset();

        assertThat(RuleCases.run(all, CaseFiles.read(FOLDER.cases(), all).cases()))
                .hasSizeGreaterThan(150)
                .filteredOn(result -> !result.ok())
                .isEmpty();
    }

    @Test
    void no_shipped_case_file_has_a_mistake() {
        assertThat(FILES.problems()).isEmpty();
    }

    @Test
    void every_shipped_rule_has_a_case_that_reports_and_one_that_is_silent() {
        assertThat(RuleCoverage.of(RULES, RuleCases.run(RULES, FILES.cases())))
                .hasSameSizeAs(RULES.rules())
                .allMatch(RuleCoverage::bothKinds);
    }

    @Test
    void every_constraint_of_a_shipped_rule_is_true_in_a_case_and_false_in_one() {
        assertThat(ConditionCoverage.of(RULES, FILES.cases()))
                .hasSizeGreaterThan(100)
                .filteredOn(condition -> !condition.shown())
                .isEmpty();
    }

    @Test
    void the_cases_come_with_the_program() {
        assertThat(RuleFolder.packed().cases()).isEqualTo(FOLDER.cases());
    }
}
