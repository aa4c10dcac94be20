package milepost.rules.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import milepost.Given;
import milepost.facts.Snapshot;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.cases.CaseResult;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftWorkerTest {
    private static final RuleFolder SHIPPED = RuleFolder.read(Path.of("rules"));
    private static DraftWorker drafts;
    private static DraftWorker misbehaving;

    @BeforeAll
    static void start() {
        drafts = DraftWorker.start();
        misbehaving = Misbehaving.worker(Duration.ofSeconds(4));
    }

    @AfterAll
    static void stop() {
        drafts.close();
        misbehaving.close();
    }

    @Test
    void a_draft_is_checked_as_in_the_program_itself() {
        RuleFile wrong =
                new RuleFile("plan/x.drl", "package milepost.rules;\nrule \"plan/x\" when Milstone( ) then end");

        DraftReport report = given(drafts.ask(Request.check(List.of(wrong))));

        assertThat(report.version()).isNull();
        assertThat(report.problems())
                .isEqualTo(Ruleset.compile(List.of(wrong)).problems())
                .extracting(RuleProblem::code)
                .contains("unknown-type");
    }

    @Test
    void children_are_started_also_after_temporary_files_were_cleared_away() throws IOException {
        try (DraftWorker worker = DraftWorker.start()) {
            assertThat(worker.ask(Request.check(SHIPPED.rules()))).isInstanceOf(Answer.Given.class);
            Path home = worker.home();
            Files.delete(home.resolve("lib/rules.jar"));
            for (int i = 0; i < DraftWorker.MOST_RUNS + 5; i++) {
                assertThat(worker.ask(Request.check(List.of())))
                        .as("request " + i)
                        .isInstanceOf(Answer.Given.class);
            }
            assertThat(worker.home()).isNotEqualTo(home);
        }
    }

    @Test
    void the_cases_of_a_draft_run_in_the_child() {
        DraftReport report = given(drafts.ask(Request.test(SHIPPED.rules(), SHIPPED.cases())));

        assertThat(report.problems()).isEmpty();
        assertThat(report.cases()).hasSizeGreaterThan(50).allMatch(CaseResult::ok);
        assertThat(report.coverage()).hasSize(SHIPPED.rules().size());
    }

    @Test
    void a_dry_run_finds_what_the_program_finds() {
        Snapshot first =
                new Given().milestone("REE-1", m -> m.due("2025-12-01")).snapshot();
        Snapshot second = new Given()
                .milestone("REE-7", m -> m.requires("processing-capacity"))
                .indicator("processing-capacity", "processing")
                .observation("processing-capacity", "2025-12-01", "120.50")
                .event("forum", "Forum", milepost.facts.TargetDate.parse("2025-Q3"))
                .report("REE-7", "2025-12-02")
                .snapshot();
        LocalDate day = LocalDate.parse("2026-11-23");

        DraftReport report = given(
                drafts.ask(Request.dryRun(SHIPPED.rules(), List.of(new Look(first, day), new Look(second, day)))));

        Ruleset here = Ruleset.compile(SHIPPED.rules()).ruleset();
        assertThat(report.version()).isEqualTo(here.version());
        assertThat(report.runs()).hasSize(2).allMatch(run -> run.failed() == null);
        assertThat(report.runs().get(0).findings())
                .isNotEmpty()
                .isEqualTo(((Outcome.Complete) here.evaluate(first, day)).findings());
        assertThat(report.runs().get(1).findings())
                .isEqualTo(((Outcome.Complete) here.evaluate(second, day)).findings());
    }

    @Test
    void a_draft_too_large_to_hand_over_is_refused_before_it_is() {
        RuleFile large = new RuleFile("plan/x.drl", "x".repeat(Frames.MOST_ASKED));
        assertThat(drafts.ask(Request.check(List.of(large)))).isEqualTo(Answer.Reason.SIZE.stopped());
    }

    @ParameterizedTest
    @CsvSource({"hang, TIME", "memory, MEMORY", "die, BROKEN", "noise, SIZE", "garbage, BROKEN"})
    void a_child_that_does_not_answer_is_replaced_and_the_next_draft_is_served(String wish, Answer.Reason reason) {
        assertThat(ask(wish)).isEqualTo(reason.stopped());
        assertThat(told("process")).matches("[0-9]+");
    }

    @Test
    void a_child_has_nothing_in_its_environment() {
        assertThat(System.getenv()).isNotEmpty();
        assertThat(told("environment")).isIn("[]", "[PWD]");
    }

    @Test
    void a_child_has_the_rules_on_its_class_path_and_nothing_else_of_the_program() {
        assertThat(told("milepost/rules/Ruleset.class")).isEqualTo("true");
        for (String foreign : List.of(
                "milepost/App.class",
                "milepost/db/Database.class",
                "milepost/rules/book/Rulebook.class",
                "org/sqlite/JDBC.class",
                "org/postgresql/Driver.class",
                "io/javalin/Javalin.class",
                "org/junit/jupiter/api/Test.class")) {
            assertThat(told(foreign)).as(foreign).isEqualTo("false");
        }
    }

    @Test
    void a_child_has_a_small_heap() {
        assertThat(Long.parseLong(told("memory-size"))).isLessThanOrEqualTo(128L << 20);
    }

    @Test
    void a_jailed_child_sees_no_files_no_network_and_no_other_process() {
        assumeThat(misbehaving.jail()).isEqualTo(Jail.FILES);

        assertThat(told("passwords")).isEqualTo("false");
        assertThat(told("shell")).isEqualTo("false");
        assertThat(told("writable")).isEqualTo("false");
        assertThat(told("network")).isEqualTo("false");
        assertThat(told("process")).isEqualTo("1");
    }

    private static Answer ask(String wish) {
        return misbehaving.ask(Request.check(List.of(new RuleFile(wish, ""))));
    }

    private static String told(String wish) {
        return given(ask(wish)).version();
    }

    private static DraftReport given(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given) answer).report();
    }
}
