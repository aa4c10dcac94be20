package milepost.rules.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.RuleFiles;
import milepost.rules.language.RuleProblem;
import org.junit.jupiter.api.Test;

class BenchTest {
    private static final String PATH = "schedule/deadline-missed.drl";

    @Test
    void advice_after_each_edit_is_what_a_bench_says_that_has_never_seen_the_rules() {
        RuleFiles shipped = LiveFolder.read(Path.of("rules"));
        String text = shipped.texts().get(PATH);
        RuleFiles without = shipped.with(PATH, text.replaceFirst("@why\\([^\\n]*\\n", "\n"));
        RuleFiles twice = shipped.with(
                "schedule/other.drl", text.replace("schedule/deadline-missed", "schedule/missed-once-more"));
        RuleFiles moved = shipped.with(PATH, "\n\n" + without.texts().get(PATH));
        Bench bench = new Bench();
        for (RuleFiles files : List.of(shipped, without, twice, shipped, moved, without)) {
            assertThat(advice(bench, files)).isEqualTo(advice(new Bench(), files));
        }
        assertThat(advice(bench, without)).extracting(RuleProblem::code).contains("missing-metadata");
        assertThat(advice(bench, twice)).extracting(RuleProblem::code).contains("same-conditions");
        assertThat(advice(bench, shipped)).extracting(RuleProblem::code).doesNotContain("same-conditions");
    }

    private static List<RuleProblem> advice(Bench bench, RuleFiles files) {
        return bench.report(Request.check(files.rules())).problems();
    }
}
