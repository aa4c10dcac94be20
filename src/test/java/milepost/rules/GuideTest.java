package milepost.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milepost.rules.cases.CaseFiles;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.ConditionCoverage;
import milepost.rules.cases.RuleCases;
import milepost.rules.cases.RuleCoverage;
import milepost.rules.language.Operator;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.api.Test;

/** The author's guide says what is true: its examples work and its vocabulary is the one rules are checked against. */
class GuideTest {
    private static final Path GUIDE = Path.of("rules", "README.md");
    private static final Pattern PART =
            Pattern.compile("(<!-- vocabulary: [^\\n]*-->\\n)(.*?)(<!-- end of vocabulary -->)", Pattern.DOTALL);

    @Test
    void the_vocabulary_of_the_guide_is_the_one_of_the_program() throws IOException {
        Matcher part = PART.matcher(Files.readString(GUIDE));
        assertThat(part.find()).isTrue();
        if (Boolean.getBoolean("guide.write")) {
            Files.writeString(
                    GUIDE,
                    part.replaceFirst(found -> Matcher.quoteReplacement(
                            found.group(1) + "\n" + VocabularyText.write() + "\n" + found.group(3))));
        } else {
            assertThat(part.group(2))
                    .as(
                            "The facts have changed; run ./mvnw -q test -Dtest=GuideTest -Dguide.write=true and look at the difference")
                    .isEqualTo("\n" + VocabularyText.write() + "\n");
        }
    }

    @Test
    void every_rule_of_the_guide_compiles_and_every_case_of_it_passes() throws IOException {
        Compilation compilation = Ruleset.compile(blocks("drl"));
        assertThat(compilation.problems()).isEmpty();
        CaseFiles files = CaseFiles.read(blocks("yaml"), compilation.ruleset());
        assertThat(files.problems()).isEmpty();

        List<CaseResult> results = RuleCases.run(compilation.ruleset(), files.cases());

        assertThat(results).hasSizeGreaterThan(5).filteredOn(r -> !r.ok()).isEmpty();
        assertThat(RuleCoverage.of(compilation.ruleset(), results)).hasSize(4).allMatch(RuleCoverage::bothKinds);
        assertThat(ConditionCoverage.of(compilation.ruleset(), files.cases())).isNotEmpty();
    }

    @Test
    void every_operator_and_every_accumulate_function_stands_in_the_guide() throws IOException {
        String guide = Files.readString(GUIDE);
        for (Operator operator : Operator.values()) {
            assertThat(guide).contains("`" + operator.text().replace("|", "\\|") + "`");
        }
        for (String function : List.of("count", "sum", "average", "min", "max", "collectList", "collectSet")) {
            assertThat(guide).contains("`" + function + "`");
        }
    }

    private static List<RuleFile> blocks(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE));
        List<RuleFile> files = new ArrayList<>();
        while (block.find()) {
            files.add(new RuleFile("guide/example-" + (files.size() + 1) + "." + language, block.group(1)));
        }
        return files;
    }
}
