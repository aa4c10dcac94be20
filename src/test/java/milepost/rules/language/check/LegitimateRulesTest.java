package milepost.rules.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What an author of rules writes in good faith: accepted, or refused for a stated reason. */
class LegitimateRulesTest {

    @TestFactory
    Stream<DynamicTest> every_legitimate_rule_is_accepted() {
        return RuleTexts.below(RuleTexts.RESOURCES.resolve("legit")).stream()
                .map(file -> DynamicTest.dynamicTest(file.path(), () -> {
                    ParsedRules parsed = RuleParser.parse(List.of(file));
                    assertThat(parsed.problems()).isEmpty();
                    assertThat(parsed.rules()).hasSize(1);
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_shipped_rule_is_accepted() {
        return RuleTexts.below(Path.of("rules")).stream()
                .map(file -> DynamicTest.dynamicTest(file.path(), () -> {
                    ParsedRules parsed = RuleParser.parse(List.of(file));
                    assertThat(parsed.problems()).isEmpty();
                    assertThat(parsed.rules())
                            .singleElement()
                            .satisfies(r ->
                                    assertThat(file.path()).isEqualTo(r.info().key() + ".drl"));
                }));
    }

    @Test
    void all_files_together_give_all_rules() {
        List<RuleFile> files = RuleTexts.below(RuleTexts.RESOURCES.resolve("legit"));
        assertThat(RuleParser.parse(files).rules()).hasSameSizeAs(files);
    }

    @TestFactory
    Stream<DynamicTest> what_the_language_leaves_out_is_refused_by_name() {
        Map<String, List<String>> expected = Map.of(
                "enabled.drl", List.of("6:41-48 enabled"),
                "helper-function.drl", List.of("9:21-25 foreign-class"),
                "insert-logical.drl", List.of("11:5-18 working-memory"),
                "map-attribute.drl", List.of("9:31-32 index"),
                "salience.drl", List.of("6:42-50 salience", "6:55-62 no-loop"));
        List<RuleFile> files = RuleTexts.below(RuleTexts.RESOURCES.resolve("refused"));
        assertThat(files).extracting(RuleFile::path).containsExactlyInAnyOrderElementsOf(expected.keySet());
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.path(),
                        () -> assertThat(RuleTexts.places(file.content())).isEqualTo(expected.get(file.path()))));
    }
}
