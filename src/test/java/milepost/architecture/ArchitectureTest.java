package milepost.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the program to its design; each rule is also shown to bite on a class planted against it. */
class ArchitectureTest {
    private static final String PLANTED = "milepost.architecture.planted";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("milepost", "gg.jte.generated");
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    /** Words of the complaints that each rule must make about the planted classes, in the order of the rules. */
    private static final List<List<String>> BITES = List.of(
            List.of("flags.KnowsRules", "stray.OutsideEveryLayer"),
            List.of("rules.language.KnowsEngine"),
            List.of("facts.ImpureFact"),
            List.of("flags.KnowsDrools"),
            List.of("flags.KnowsJavalin"),
            List.of("roadmap.RunsSql"),
            List.of("AsksTheClock.day", "AsksTheClock.source", "AsksTheClock.milliseconds", "AsksTheClock.later"),
            List.of("web.officer.UsesManagersPage"),
            List.of("exchange.Here", "roadmap.There"),
            List.of("facts.util.Anything"),
            List.of("flags.FlagManager", "flags.IFlag", "flags.AbstractFlag", "flags.FlagServiceLocator"),
            List.of("stray.OutsideEveryLayer"));

    static Stream<Held> rules() {
        return Held.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_program_keeps_its_design(Held held) {
        EvaluationResult result = held.on().apply("milepost").evaluate(PROGRAM);
        assertThat(result.getFailureReport().getDetails()).as(held.name()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_of_the_design_bites(Held held) {
        String report = String.join(
                "\n",
                held.on().apply(PLANTED).evaluate(VIOLATIONS).getFailureReport().getDetails());
        assertThat(report)
                .contains(BITES.get(Held.all().stream().map(Held::name).toList().indexOf(held.name())));
    }

    @Test
    void all_layers_were_looked_at() {
        assertThat(PROGRAM.size()).isGreaterThan(200);
        for (String layer : List.of("facts", "db", "access", "rules", "flags", "news", "roadmap", "exchange", "web")) {
            assertThat(PROGRAM.containPackage("milepost." + layer)).as(layer).isTrue();
        }
    }
}
