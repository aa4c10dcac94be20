package milepost.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.api.Test;

class KnownCasesTest {
    private static final RuleFolder FOLDER = RuleFolder.read(Path.of("rules"));
    private static final String EDITED = "schedule/deadline-missed";

    private final KnownCases known = new KnownCases();

    @Test
    void results_that_are_kept_are_those_that_come_of_running_again() {
        List<CaseResult> first = run(FOLDER.rules(), FOLDER.cases());

        assertThat(known.look(FOLDER.rules(), FOLDER.cases()).unknown()).isEmpty();
        assertThat(run(FOLDER.rules(), FOLDER.cases())).isEqualTo(first).isEqualTo(evaluatedWhole(FOLDER.rules()));
    }

    @Test
    void after_an_edit_the_rule_is_tried_again_and_so_is_every_rule_that_reads_what_it_finds() {
        run(FOLDER.rules(), FOLDER.cases());
        List<RuleFile> edited = edited(FOLDER.rules(), "due.last < $today", "due.last <= $today");

        assertThat(known.look(edited, FOLDER.cases()).unknown())
                .extracting(RuleFile::path)
                .containsExactly("plan/off-track.cases.yaml", EDITED + ".cases.yaml");
        assertThat(run(edited, FOLDER.cases()))
                .isEqualTo(evaluatedWhole(edited))
                .filteredOn(result -> result.rule().equals(EDITED))
                .anyMatch(result -> !result.ok());
    }

    @Test
    void a_case_is_run_again_when_its_own_text_changed() {
        run(FOLDER.rules(), FOLDER.cases());

        assertThat(known.look(FOLDER.rules(), edited(FOLDER.cases(), "one day late", "a day late"))
                        .unknown())
                .extracting(RuleFile::path)
                .containsExactly(EDITED + ".cases.yaml");
    }

    @Test
    void of_many_edits_one_after_the_other_the_oldest_are_forgotten() {
        int files = FOLDER.cases().size();
        run(FOLDER.rules(), edited(FOLDER.cases(), "one day late", "the first edit"));
        for (int i = 0; i < 4 * files; i++) {
            run(FOLDER.rules(), edited(FOLDER.cases(), "one day late", "edit " + i));
        }

        assertThat(known.look(FOLDER.rules(), edited(FOLDER.cases(), "one day late", "edit " + (4 * files - 1)))
                        .unknown())
                .isEmpty();
        assertThat(known.look(FOLDER.rules(), edited(FOLDER.cases(), "one day late", "the first edit"))
                        .unknown())
                .extracting(RuleFile::path)
                .containsExactly(EDITED + ".cases.yaml");
    }

    @Test
    void a_file_of_cases_with_a_mistake_or_of_a_rule_in_another_file_is_never_taken_for_known() {
        RuleFile mistaken = new RuleFile("plan/no-owner.cases.yaml", "rule: plan/no-owner\ncases: [ { name: a } ]\n");
        RuleFile elsewhere =
                new RuleFile("plan/elsewhere.cases.yaml", FOLDER.cases().get(0).content());

        run(FOLDER.rules(), List.of(mistaken, elsewhere));

        assertThat(known.look(FOLDER.rules(), List.of(mistaken, elsewhere)).unknown())
                .containsExactly(mistaken, elsewhere);
    }

    private List<CaseResult> run(List<RuleFile> rules, List<RuleFile> cases) {
        Ruleset ruleset = Ruleset.compile(rules).ruleset();
        KnownCases.Looked looked = known.look(rules, cases);
        CaseFiles read = CaseFiles.read(looked.unknown(), ruleset);
        return looked.with(ruleset.rules(), read.problems(), RuleCases.run(ruleset, read.cases()));
    }

    private static List<CaseResult> evaluatedWhole(List<RuleFile> rules) {
        Ruleset ruleset = Ruleset.compile(rules).ruleset();
        return CaseFiles.read(FOLDER.cases(), ruleset).cases().stream()
                .map(example -> RuleCases.run(ruleset, example))
                .toList();
    }

    private static List<RuleFile> edited(List<RuleFile> files, String before, String after) {
        return files.stream()
                .map(file -> file.path().startsWith(EDITED)
                        ? new RuleFile(file.path(), file.content().replace(before, after))
                        : file)
                .toList();
    }
}
