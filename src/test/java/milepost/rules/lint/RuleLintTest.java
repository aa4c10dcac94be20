package milepost.rules.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import milepost.Given;
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

        assertThat(RuleLint.of(new LintInput(ruleset.trees(), folder.rules(), cases.cases(), LintInput.Live.none())))
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

    @Test
    void a_constraint_that_can_never_hold_beside_the_others_is_taken_out_with_its_comma() {
        String text = TEXT.formatted("open, owner == null, owner != null");
        assertThat(fixed(text, of(NeverMatches.CODE, text))).contains("Milestone( open, owner == null )");
        text = TEXT.formatted("owner == null, owner != null, open");
        assertThat(fixed(text, of(NeverMatches.CODE, text))).contains("Milestone( owner == null, open )");
        text = TEXT.formatted("owner == null && owner != null");
        assertThat(of(NeverMatches.CODE, text).fix()).isNull();
    }

    @Test
    void a_message_without_a_value_is_given_the_one_that_the_rule_asks_about() {
        String text = TEXT.formatted("open, owner == null").replace("\"Status \" + $m.status()", "\"Nobody\"");
        RuleProblem problem = of(MessageWithoutValue.CODE, text);
        assertThat(problem.fix().title()).isEqualTo("Add the value of key");
        assertThat(fixed(text, problem)).contains("report( $m, \"Nobody\" + \": key \" + $m.key() );");
        assertThat(lint(fixed(text, problem))).extracting(RuleProblem::code).doesNotContain(MessageWithoutValue.CODE);
    }

    @Test
    void a_not_inside_exists_is_written_after_it_only_where_that_means_the_same() {
        String tied = TEXT.formatted(
                "open )\n    exists( Dependency( $p : predecessor ) and not ProgressUpdate( milestone == $p )");
        assertThat(of(ExistsAndNot.CODE, tied).fix()).isNull();
        String free = TEXT.formatted(
                "open, $k : key )\n    exists( Dependency( predecessor == $k ) and not Event( title == $k )");
        assertThat(fixed(free, of(ExistsAndNot.CODE, free)))
                .contains("\n    exists Dependency( predecessor == $k )\n    not Event( title == $k )\n");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "progress == null || progress == 0",
                "evidence.size == 0",
                "owner != \"A\"",
                "progress == null, slips > 3",
                "slips >= 3",
                "slips < 3",
                "!( progress > 5 )"
            })
    void no_rule_that_may_report_on_what_is_recorded_is_said_to_be_unable_to(String constraints) {
        assertThat(live(TEXT.formatted(constraints)))
                .extracting(RuleProblem::code)
                .doesNotContain(FieldNeverFilled.CODE, ThresholdOutOfReach.CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "progress > 5",
                "progress == 0",
                "progress != null",
                "owner in ( \"A\", \"B\" )",
                "requires contains \"A\"",
                "owner matches \"A.*\"",
                "open && progress < 5"
            })
    void a_rule_that_needs_what_nobody_has_recorded_is_told_so(String constraints) {
        assertThat(live(TEXT.formatted(constraints)))
                .extracting(RuleProblem::code)
                .contains(FieldNeverFilled.CODE);
    }

    @Test
    void what_is_only_looked_for_in_vain_need_not_be_recorded() {
        String text = TEXT.formatted("open )\n    not Milestone( progress > 5");
        assertThat(live(text)).extracting(RuleProblem::code).doesNotContain(FieldNeverFilled.CODE);
    }

    @Test
    void a_rule_about_a_whole_roadmap_with_nothing_to_name_may_say_the_same_each_time() {
        String text = TEXT.formatted("open")
                .replaceAll("(?s)when.*then", "when\n    \\$m : Roadmap( )\n    exists Milestone( open )\nthen")
                .replace("\"Status \" + $m.status()", "\"Something is open\"");
        assertThat(lint(text)).extracting(RuleProblem::code).doesNotContain(MessageWithoutValue.CODE);
        assertThat(lint(text.replace("exists Milestone( open )", "Milestone( open, $k : key )")))
                .extracting(RuleProblem::code)
                .contains(MessageWithoutValue.CODE);
    }

    private static List<RuleProblem> live(String text) {
        List<RuleFile> files = List.of(new RuleFile("test/rule.drl", text));
        LintInput.Live live = new LintInput.Live(
                List.of(new Given()
                        .milestone("A-1", m -> m.due("2026-01-01").slips(1).owner(null))
                        .milestone("A-2", m -> m.slips(0).owner(null))
                        .snapshot()),
                LocalDate.parse("2025-11-10"));
        return RuleLint.of(new LintInput(Ruleset.compile(files).ruleset().trees(), files, List.of(), live));
    }

    @Test
    void advice_stands_at_the_constraint_it_is_about() {
        assertThat(lint(TEXT.formatted("open, progress > 5, progress < 3")))
                .filteredOn(p -> p.code().equals(NeverMatches.CODE))
                .singleElement()
                .satisfies(p ->
                        assertThat(List.of(p.line(), p.column(), p.endColumn())).containsExactly(9, 41, 53));
    }

    private static RuleProblem of(String code, String text) {
        return lint(text).stream()
                .filter(p -> p.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(String constraints) {
        return lint(TEXT.formatted(constraints)).stream().map(RuleProblem::code).toList();
    }

    private static List<RuleProblem> lint(String text) {
        List<RuleFile> files = List.of(new RuleFile("test/rule.drl", text));
        Compilation compilation = Ruleset.compile(files);
        assertThat(compilation.problems()).isEmpty();
        return RuleLint.of(new LintInput(compilation.ruleset().trees(), files, List.of(), LintInput.Live.none()));
    }

    private static String fixed(String text, RuleProblem problem) {
        return problem.fix().applyTo(text);
    }
}
