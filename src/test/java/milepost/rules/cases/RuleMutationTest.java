package milepost.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleTree;
import org.junit.jupiter.api.Test;

/** The cases of the shipped rules are worth something only if a wrong rule makes one of them fail. */
class RuleMutationTest {
    private static final RuleFolder FOLDER = RuleFolder.read(Path.of("rules"));
    private static final Ruleset RULES = Ruleset.compile(FOLDER.rules()).ruleset();
    private static final List<RuleCase> CASES =
            CaseFiles.read(FOLDER.cases(), RULES).cases();

    private static final String NULL =
            "the comparison after it is false on null anyway; it stands there for tools in which null would fail";
    private static final String SAID = "the report says its severity itself, whatever the rule declares";

    /** Changes that make no difference on any facts, each with the reason. */
    private static final Map<String, String> EQUIVALENT = Map.ofEntries(
            Map.entry("capacity/below-target.drl:13 : Indicator( [target != null] -> 1 == 1", NULL),
            Map.entry("capacity/below-target.drl:15 ator == $key, [date != null] -> 1 == 1", NULL),
            Map.entry("dependency/predecessor-late.drl:14 .BLOCKED || ( [due != null] -> 1 == 1", NULL),
            Map.entry("dependency/successor-before-predecessor.drl:14 before, open, [due != null] -> 1 == 1", NULL),
            Map.entry("dependency/successor-before-predecessor.drl:15 $after, open, [due != null] -> 1 == 1", NULL),
            Map.entry("evidence/indicator-stale.drl:15 ator == $key, [date != null] -> 1 == 1", NULL),
            Map.entry("evidence/indicator-stale.drl:16 ator == $key, [date != null] -> 1 == 1", NULL),
            Map.entry("evidence/never-reported.drl:15 , $key : key, [start != null] -> 1 == 1", NULL),
            Map.entry("evidence/progress-without-start.drl:13 estone( open, [progress != null] -> 1 == 1", NULL),
            Map.entry("evidence/report-stale.drl:8 @severity( [MEDIUM] -> LOW", SAID),
            Map.entry("plan/due-only-to-the-year.drl:14 estone( open, [due != null] -> 1 == 1", NULL),
            Map.entry("plan/response-overdue.drl:15 nfidence.RED, [reviewOn != null] -> 1 == 1", NULL),
            Map.entry("plan/roadmap-response-overdue.drl:15 nfidence.RED, [reviewOn != null] -> 1 == 1", NULL),
            Map.entry("schedule/behind-straight-line.drl:14 estone( open, [start != null] -> 1 == 1", NULL),
            Map.entry("schedule/behind-straight-line.drl:14 tart != null, [due != null] -> 1 == 1", NULL),
            Map.entry("schedule/behind-straight-line.drl:15 [progress != null] -> 1 == 1", NULL),
            Map.entry("schedule/deadline-missed.drl:14 estone( open, [due != null] -> 1 == 1", NULL),
            Map.entry("schedule/due-soon-no-progress.drl:14 estone( open, [due != null] -> 1 == 1", NULL),
            Map.entry("schedule/forecast-after-due.drl:14 estone( open, [due != null] -> 1 == 1", NULL),
            Map.entry("schedule/forecast-after-due.drl:14 st >= $today, [forecast != null] -> 1 == 1", NULL),
            Map.entry("schedule/slipped.drl:13 estone( open, [due != null] -> 1 == 1", NULL),
            Map.entry("schedule/slipped.drl:13 due != null, [baseline != null] -> 1 == 1", NULL));

    @Test
    void every_wrong_version_of_a_shipped_rule_fails_a_case() {
        List<String> survivors = new ArrayList<>();
        int tried = 0;
        for (RuleTree tree : RULES.trees()) {
            for (Mutants.Mutant mutant : Mutants.of(file(tree), tree)) {
                Ruleset wrong = Ruleset.compile(with(tree, mutant.file())).ruleset();
                if (wrong == null) {
                    continue;
                }
                tried++;
                if (survives(tree, wrong)) {
                    survivors.add(mutant.change());
                }
            }
        }
        assertThat(tried).isGreaterThan(400);
        assertThat(survivors).containsExactlyInAnyOrderElementsOf(EQUIVALENT.keySet());
    }

    private static boolean survives(RuleTree tree, Ruleset wrong) {
        return CASES.stream()
                .filter(example -> example.rule().equals(tree.info().key()))
                .allMatch(example -> RuleCases.run(wrong, example).ok());
    }

    /** The wrong version alone, or among all rules when it reads what they report. */
    private static List<RuleFile> with(RuleTree tree, RuleFile wrong) {
        if (!tree.info().text().contains("Finding(")) {
            return List.of(wrong);
        }
        List<RuleFile> files = new ArrayList<>(FOLDER.rules());
        files.replaceAll(file -> file.path().equals(wrong.path()) ? wrong : file);
        return files;
    }

    private static RuleFile file(RuleTree tree) {
        return FOLDER.rules().stream()
                .filter(file -> file.path().equals(tree.info().path()))
                .findFirst()
                .orElseThrow();
    }
}
