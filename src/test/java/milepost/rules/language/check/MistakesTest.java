package milepost.rules.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import milepost.rules.language.RuleProblem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Honest mistakes: each is told at its place, all those of a file at once, with what was probably meant. */
class MistakesTest {

    /** The last lines of each file say what is expected: {@code //= 7:10-18 unknown-type -> Milestone}. */
    @TestFactory
    Stream<DynamicTest> every_mistake_is_told_at_its_place() {
        return RuleTexts.below(RuleTexts.RESOURCES.resolve("errors")).stream()
                .map(file -> DynamicTest.dynamicTest(file.path(), () -> {
                    List<String> expected = file.content()
                            .lines()
                            .filter(line -> line.startsWith("//= "))
                            .map(line -> line.substring(4))
                            .toList();
                    assertThat(expected).isNotEmpty();
                    assertThat(RuleTexts.parse(file.content()).problems())
                            .extracting(MistakesTest::shown)
                            .containsExactlyElementsOf(expected);
                }));
    }

    @Test
    void every_quick_fix_puts_its_own_mistake_right() {
        int fixes = 0;
        for (var file : RuleTexts.below(RuleTexts.RESOURCES.resolve("errors"))) {
            for (RuleProblem problem : RuleTexts.parse(file.content()).problems()) {
                if (problem.fix() != null) {
                    String fixed = problem.fix().applyTo(file.content());
                    assertThat(RuleTexts.parse(fixed).problems())
                            .as(file.path() + ": " + problem.fix().title())
                            .noneMatch(p -> p.message().equals(problem.message()) && p.line() == problem.line());
                    fixes++;
                }
            }
        }
        assertThat(fixes).isGreaterThan(20);
    }

    @Test
    void a_quick_fix_says_what_it_does() {
        String text = RuleTexts.when("    $m : Milstone( opne )");
        assertThat(RuleTexts.parse(text).problems())
                .extracting(p -> p.fix() == null ? "" : p.fix().title())
                .containsExactly("Replace Milstone by Milestone");
        assertThat(RuleTexts.parse("").problems())
                .extracting(p -> p.fix() == null ? "" : p.fix().title())
                .contains("Insert package milepost.rules;");
    }

    @Test
    void a_message_is_a_sentence_that_names_what_was_written() {
        for (var file : RuleTexts.below(RuleTexts.RESOURCES.resolve("errors"))) {
            assertThat(RuleTexts.parse(file.content()).problems())
                    .allSatisfy(p -> assertThat(p.message()).matches("(?s).{15,}[.?;]"))
                    .allSatisfy(p -> assertThat(p.path()).isEqualTo("test/rule.drl"));
        }
    }

    @Test
    void a_message_never_repeats_what_cannot_be_seen_nor_more_than_a_person_reads() {
        String text = RuleTexts.when("    $m : Mile\u202e" + "x".repeat(900) + "( \"\u001b[2J\" matches \"\u0007\" )");
        assertThat(RuleTexts.parse(text).problems())
                .isNotEmpty()
                .allSatisfy(
                        p -> assertThat(p.message()).hasSizeLessThan(700).doesNotContain("\u202e", "\u001b", "\u0007"));
    }

    private static String shown(RuleProblem problem) {
        return RuleTexts.place(problem)
                + (problem.fix() == null ? "" : " -> " + problem.fix().text().replace("\n", "⏎"));
    }
}
