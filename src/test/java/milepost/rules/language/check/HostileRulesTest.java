package milepost.rules.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rule files that try what they should not: refused at the very part that tries it, accepted without that part. */
class HostileRulesTest {

    @TestFactory
    Stream<DynamicTest> a_hostile_part_is_refused_where_it_stands() {
        return HostileFile.all().stream()
                .filter(file -> !file.isAccepted())
                .map(file -> DynamicTest.dynamicTest(file.name(), () -> {
                    List<RuleProblem> problems = problems(file.hostile());
                    assertThat(problems).isNotEmpty();
                    assertThat(problems.get(0).code()).isEqualTo(file.code());
                    assertThat(problems.get(0)).matches(file::isHostileAt, "is at the hostile part");
                }));
    }

    @TestFactory
    Stream<DynamicTest> only_the_hostile_part_stands_in_the_way() {
        return HostileFile.all().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.name(), () -> assertThat(problems(file.twin())).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> what_only_costs_too_much_is_left_to_the_bounds_of_the_run() {
        return HostileFile.all().stream()
                .filter(HostileFile::isAccepted)
                .map(file -> DynamicTest.dynamicTest(
                        file.name(), () -> assertThat(problems(file.hostile())).isEmpty()));
    }

    @Test
    void there_are_hostile_files_of_every_kind() {
        assertThat(HostileFile.all()).hasSizeGreaterThan(280);
        assertThat(HostileFile.all()).filteredOn(HostileFile::isAccepted).hasSizeGreaterThan(10);
    }

    private static List<RuleProblem> problems(RuleFile file) {
        return RuleParser.parse(List.of(file)).problems();
    }
}
