package milepost.rules.lint;

import java.time.LocalDate;
import java.util.List;
import milepost.facts.Snapshot;
import milepost.rules.cases.LiveCoverage;
import milepost.rules.cases.RuleCase;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleTree;

/**
 * All that advice is drawn from.
 *
 * @param rules the checked trees of the files
 * @param cases empty where nothing is known of them; then nothing is said about boundaries
 * @param live what is recorded now; empty where nobody asks what live facts look like
 * @param beside rules that they are only compared with
 */
public record LintInput(
        List<RuleTree> rules, List<RuleFile> files, List<RuleCase> cases, Live live, List<RuleTree> beside) {
    public LintInput {
        rules = List.copyOf(rules);
        files = List.copyOf(files);
        cases = List.copyOf(cases);
        beside = List.copyOf(beside);
    }

    /** All rules at once, beside no others. */
    public LintInput(List<RuleTree> rules, List<RuleFile> files, List<RuleCase> cases, Live live) {
        this(rules, files, cases, live, List.of());
    }

    /** The text of a file; empty when it was not given. */
    String text(String path) {
        return files.stream()
                .filter(f -> f.path().equals(path))
                .map(RuleFile::content)
                .findFirst()
                .orElse("");
    }

    /**
     * Live roadmaps on one day.
     *
     * @param day what is dated later has not happened yet
     * @param kept what was found of rules on these facts before
     */
    public record Live(List<Snapshot> snapshots, LocalDate day, LiveCoverage kept) {

        public Live {
            snapshots = List.copyOf(snapshots);
        }

        public Live(List<Snapshot> snapshots, LocalDate day) {
            this(snapshots, day, new LiveCoverage());
        }

        /** No live facts. */
        public static Live none() {
            return new Live(List.of(), LocalDate.EPOCH);
        }
    }
}
