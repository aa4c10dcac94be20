package milepost.rules.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milepost.rules.Compilation;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.cases.CaseFiles;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleLintTest {
    private static final String TEXT = """
            package milepost.rules;
            import milepost.facts.*;
            global Findings findings;

            rule "test/rule"
                @severity( LOW )
            when
                AsOf( $today : date )
                $m : Milestone( %s )
            then
                findings.report( $m, "Status " + $m.status() );
            end
            """;

    @Test
    void the_shipped_rules_need_no_advice() {
        RuleFolder folder = RuleFolder.read(Path.of("rules"));
        Ruleset ruleset = Ruleset.compile(folder.rules()).ruleset();
        CaseFiles cases = CaseFiles.read(folder.cases(), ruleset);

        assertThat(RuleLint.of(new LintInput(ruleset.trees(), folder.rules(), cases.cases(), LintInput.Live.NONE)))
                .isEmpty();
    }

    @Test
    void each_quick_fix_removes_its_warning_and_all_of_them_leave_a_rule_that_compiles() {
        String text = TEXT.formatted("open, owner == null");
        List<RuleProblem> problems = lint(text);
        assertThat(problems).hasSize(4).allMatch(p -> p.fix() != null);
        for (int left = 3; left >= 0; left--) {
            text = fixed(text, lint(text).get(0));
            assertThat(lint(text)).hasSize(left);
        }
        assertThat(text).contains("@why(", "@remedy(", "@owner(", "@title( \"Rule\" )");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "progress > 5, progress < 6",
                "progress == 5, progress == 6",
                "5 > progress && 5 < progress",
                "status == Status.DONE, status == Status.BLOCKED",
                "status in ( Status.DONE, Status.PLANNED ), status == Status.BLOCKED",
                "open, !open",
                "owner == null, owner != null",
                "owner == null, owner == \"A\"",
                "progress == null, progress > 5",
                "due == null, due.last < $today",
                "due != null, due.last < $today, due.last >= $today"
            })
    void constraints_that_exclude_each_other_are_told(String constraints) {
        assertThat(codes(constraints)).contains(NeverMatches.CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "progress > 5, progress < 7",
                "progress >= 5, progress <= 5",
                "progress != null",
                "status != Status.DONE, status != Status.BLOCKED",
                "status in ( Status.DONE, Status.PLANNED ), status == Status.DONE",
                "progress == null || progress > 5",
                "due == null, start != null, start.last < $today",
                "due != null, due.last >= $today, due.last <= $today.plusDays( 60 )",
                "due != null, due.last <= $today, due.last >= $today"
            })
    void constraints_that_some_fact_meets_are_not(String constraints) {
        assertThat(codes(constraints)).doesNotContain(NeverMatches.CODE);
    }

    @Test
    void advice_stands_at_the_constraint_it_is_about() {
        assertThat(lint(TEXT.formatted("open, progress > 5, progress < 3")))
                .filteredOn(p -> p.code().equals(NeverMatches.CODE))
                .singleElement()
                .satisfies(p ->
                        assertThat(List.of(p.line(), p.column(), p.endColumn())).containsExactly(9, 41, 53));
    }

    private static List<String> codes(String constraints) {
        return lint(TEXT.formatted(constraints)).stream().map(RuleProblem::code).toList();
    }

    private static List<RuleProblem> lint(String text) {
        List<RuleFile> files = List.of(new RuleFile("test/rule.drl", text));
        Compilation compilation = Ruleset.compile(files);
        assertThat(compilation.problems()).isEmpty();
        return RuleLint.of(new LintInput(compilation.ruleset().trees(), files, List.of(), LintInput.Live.NONE));
    }

    private static String fixed(String text, RuleProblem problem) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        String line = lines.get(problem.line() - 1);
        lines.set(
                problem.line() - 1,
                line.substring(0, problem.column() - 1) + problem.fix() + line.substring(problem.endColumn() - 1));
        return String.join("\n", lines) + "\n";
    }
}
