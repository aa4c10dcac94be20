package milepost.rules.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import org.junit.jupiter.api.Test;

class FileCheckTest {
    private static final RuleFolder FOLDER = RuleFolder.read(Path.of("rules"));
    private static final List<RuleTree> BOOK =
            Ruleset.compile(FOLDER.rules()).ruleset().trees();
    private static final String PATH = "schedule/deadline-missed.drl";
    private static final String RULE = text(FOLDER.rules(), PATH);
    private static final String CASES = text(FOLDER.cases(), "schedule/deadline-missed.cases.yaml");

    @Test
    void shipped_rules_have_no_problems_each_beside_all_the_others() {
        for (RuleFile rule : FOLDER.rules()) {
            String path = rule.path().replace(".drl", ".cases.yaml");
            RuleFile cases = new RuleFile(path, text(FOLDER.cases(), path));
            assertThat(new FileCheck(rule, cases, BOOK).problems()).isEmpty();
        }
    }

    @Test
    void mistakes_of_the_rule_and_of_its_cases_are_told_together_with_what_was_meant() {
        List<RuleProblem> problems = check(RULE.replace("open", "opne"), CASES.replace("IN_PROGRESS", "IN_PROGRES"));

        assertThat(problems)
                .extracting(p -> p.path().replaceFirst(".*[.]", "") + " " + p.code() + " "
                        + (p.fix() == null ? "" : p.fix().title()))
                .startsWith("drl unknown-property Replace opne by open")
                .contains("yaml unknown-status Replace IN_PROGRES by IN_PROGRESS")
                .allMatch(p -> !p.contains("unknown-rule"));
    }

    @Test
    void a_key_that_another_file_has_is_told_and_so_is_a_rule_that_repeats_another() {
        String copy = RULE.replace("schedule/deadline-missed", "schedule/slipped");
        assertThat(check(copy, "")).extracting(RuleProblem::code).contains("duplicate-rule");
        String renamed = RULE.replace("schedule/deadline-missed", "schedule/late");
        assertThat(new FileCheck(new RuleFile("schedule/late.drl", renamed), new RuleFile("", ""), BOOK).problems())
                .extracting(RuleProblem::code)
                .contains("same-conditions");
    }

    @Test
    void advice_comes_while_typing_too() {
        assertThat(check(RULE.replaceFirst("@why.*\n", "\n"), CASES))
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("missing-metadata"));
    }

    private static List<RuleProblem> check(String rule, String cases) {
        return new FileCheck(new RuleFile(PATH, rule), new RuleFile("schedule/deadline-missed.cases.yaml", cases), BOOK)
                .problems();
    }

    private static String text(List<RuleFile> files, String path) {
        return files.stream()
                .filter(f -> f.path().equals(path))
                .map(RuleFile::content)
                .collect(Collectors.joining());
    }
}
