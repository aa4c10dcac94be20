package milepost.rules.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import milepost.Given;
import milepost.rules.Compilation;
import milepost.rules.Ruleset;
import milepost.rules.cases.CaseFiles;
import milepost.rules.cases.RuleCase;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of advice has a page, and the page tells the truth about it. */
class LintPagesTest {
    private static final Path PAGES = Path.of("src/main/resources/milepost/rules/lint");
    private static final String HEAD =
            "package milepost.rules;\nimport milepost.facts.*;\n\nglobal Findings findings;\n\n";
    private static final LintInput.Live LIVE = new LintInput.Live(
            List.of(new Given()
                    .milestone("REE-1", m -> m.due("2025-12-01").progress(60))
                    .snapshot()),
            LocalDate.parse("2025-11-10"));
    private static final List<String> CODES = List.of(
            BoundaryWithoutCase.CODE,
            ConstraintNeverTrue.CODE,
            ExistsAndNot.CODE,
            FieldNeverFilled.CODE,
            MessageWithoutValue.CODE,
            MissingMetadata.CODE,
            NeverMatches.CODE,
            RepeatedRule.SAME,
            RepeatedRule.SUBSUMED,
            ThresholdOutOfReach.CODE,
            "unknown-severity");

    static Stream<String> codes() {
        return CODES.stream();
    }

    @Test
    void there_is_a_page_for_each_code_and_no_other() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(CODES);
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void what_a_page_says_to_avoid_is_warned_of_and_what_it_prefers_is_not(String code) throws IOException {
        String page = Files.readString(PAGES.resolve(code + ".md"));
        int avoid = page.indexOf("\n## Avoid\n");
        int prefer = page.indexOf("\n## Prefer\n");
        int why = page.indexOf("\n## Why\n");
        assertThat(List.of(avoid, prefer, why)).isSorted().doesNotContain(-1);

        assertThat(codes(page.substring(avoid, prefer), code)).contains(code);
        assertThat(codes(page.substring(prefer, why), code)).doesNotContain(code);
    }

    private static List<String> codes(String part, String code) {
        List<RuleFile> rules = List.of(new RuleFile("guide/example.drl", HEAD + block(part, "drl")));
        Compilation compilation = Ruleset.compile(rules);
        List<RuleProblem> problems = new ArrayList<>(compilation.problems());
        if (compilation.ruleset() != null) {
            List<RuleFile> yaml = part.contains("```yaml")
                    ? List.of(new RuleFile("guide/example.cases.yaml", block(part, "yaml")))
                    : List.of();
            CaseFiles cases = CaseFiles.read(yaml, compilation.ruleset());
            assertThat(cases.problems()).isEmpty();
            List<RuleCase> examples = cases.cases();
            problems.addAll(RuleLint.of(new LintInput(compilation.ruleset().trees(), rules, examples, live(code))));
        } else {
            assertThat(problems).extracting(RuleProblem::code).containsOnly(code);
        }
        return problems.stream().map(RuleProblem::code).toList();
    }

    /** Advice about live facts needs some; the milestone of it has a progress of 60 and no stream. */
    private static LintInput.Live live(String code) {
        return List.of(FieldNeverFilled.CODE, ThresholdOutOfReach.CODE, ConstraintNeverTrue.CODE)
                        .contains(code)
                ? LIVE
                : LintInput.Live.none();
    }

    private static String block(String part, String language) {
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(part);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
