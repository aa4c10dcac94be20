package milepost.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import milepost.Given;
import milepost.facts.Finding;
import milepost.facts.Snapshot;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.api.Test;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Watches apache/incubator-kie #7115: {@code exists( A() and not B() )} stops firing in Drools 10.2.0 when a rule of another
 * package begins its own exists with the same element. This is why all our rules go into one package.
 */
class UpstreamSharingTest {

    /** When this fails the bug is fixed upstream, and the reason for one package is gone. */
    @Test
    void drools_still_loses_a_rule_when_another_package_shares_its_beginning() throws ReflectiveOperationException {
        assertThat(results("repro.b", "repro.b")).isOne();
        assertThat(results("repro.b", "repro.c")).isZero();
    }

    @Test
    void ours_reports_beside_a_rule_that_shares_its_beginning() {
        Snapshot roadmap = new Given().milestone("M1", m -> m).snapshot();
        Ruleset rules = Ruleset.compile(List.of(
                        new RuleFile(
                                "test/subject.drl",
                                rule("test/subject", "exists ( Milestone() and not Indicator( target > 0 ) )")),
                        new RuleFile(
                                "test/sibling.drl",
                                rule("test/sibling", "exists ( Milestone() and Observation( value > 0 ) )"))))
                .ruleset();

        Outcome.Complete outcome = (Outcome.Complete) rules.evaluate(roadmap, GeneratedRoadmap.TODAY);
        assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("test/subject");
    }

    /** How often the rule of the report upstream fires when its sibling stands in the second package. */
    private static int results(String subject, String sibling) throws ReflectiveOperationException {
        String types = "package repro.types;\ndeclare Seed end\ndeclare SharedFact end\ndeclare NegatedFact end\n"
                + "declare OtherFact end\ndeclare Result end\n";
        String head = ";\nimport repro.types.*;\n";
        KieSession session = PlainDrools.base(Map.of(
                        "types.drl", types,
                        "a.drl",
                                "package repro.a" + head
                                        + "rule \"produce\" when Seed() then insert( new SharedFact() ); end\n",
                        "b.drl",
                                "package " + subject + head
                                        + "rule \"subject\" when exists ( SharedFact() and not NegatedFact() ) then insert( new Result() ); end\n",
                        "c.drl",
                                "package " + sibling + head
                                        + "rule \"sibling\" when exists ( SharedFact() and OtherFact() ) then end\n"))
                .newKieSession();
        try {
            FactType seed = session.getKieBase().getFactType("repro.types", "Seed");
            FactType result = session.getKieBase().getFactType("repro.types", "Result");
            session.insert(seed.newInstance());
            session.fireAllRules();
            List<FactHandle> found = List.copyOf(session.getFactHandles(result.getFactClass()::isInstance));
            return found.size();
        } finally {
            session.dispose();
        }
    }

    private static String rule(String name, String condition) {
        return "package milepost.rules;\nimport milepost.facts.*;\nglobal Findings findings;\n\nrule \"" + name
                + "\"\n    @severity( LOW )\nwhen\n    $r : Roadmap( )\n    " + condition
                + "\nthen\n    findings.report( $r, \"x\" );\nend\n";
    }
}
