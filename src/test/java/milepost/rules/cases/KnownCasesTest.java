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

    @Test
    void results_that_are_kept_are_those_that_come_of_running_again() {
        Ruleset rules = Ruleset.compile(FOLDER.rules()).ruleset();
        List<RuleCase> cases = CaseFiles.read(FOLDER.cases(), rules).cases();
        KnownCases known = new KnownCases();
        List<CaseResult> first = known.run(rules, cases);

        assertThat(first).isEqualTo(RuleCases.run(rules, cases));
        assertThat(known.run(rules, cases)).isEqualTo(first);
    }

    @Test
    void after_an_edit_the_rule_is_tried_again_and_so_is_every_rule_that_reads_what_it_finds() {
        Ruleset rules = Ruleset.compile(FOLDER.rules()).ruleset();
        List<RuleCase> cases = CaseFiles.read(FOLDER.cases(), rules).cases();
        KnownCases known = new KnownCases();
        known.run(rules, cases);
        Ruleset edited = Ruleset.compile(FOLDER.rules().stream()
                        .map(file -> new RuleFile(
                                file.path(),
                                file.path().equals("schedule/deadline-missed.drl")
                                        ? file.content().replace("due.last < $today", "due.last <= $today")
                                        : file.content()))
                        .toList())
                .ruleset();

        List<CaseResult> results = known.run(edited, cases);

        assertThat(results).isEqualTo(RuleCases.run(edited, cases));
        assertThat(results)
                .filteredOn(result -> result.rule().equals("schedule/deadline-missed"))
                .anyMatch(result -> !result.ok());
    }
}
