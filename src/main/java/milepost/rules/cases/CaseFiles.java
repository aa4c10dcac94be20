package milepost.rules.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;

/**
 * What became of case files.
 *
 * @param cases those without a mistake, in the order of files and lines
 * @param problems ordered by path, line and column
 */
public record CaseFiles(List<RuleCase> cases, List<RuleProblem> problems) {
    public CaseFiles {
        cases = List.copyOf(cases);
        problems = List.copyOf(problems);
    }

    /** Reads case files; a case must belong to a rule of this ruleset. */
    public static CaseFiles read(List<RuleFile> files, Ruleset ruleset) {
        return read(files, ruleset.rules());
    }

    /** Reads case files; a case must belong to one of these rules. */
    public static CaseFiles read(List<RuleFile> files, List<RuleInfo> rules) {
        List<RuleCase> cases = new ArrayList<>();
        List<RuleProblem> problems = new ArrayList<>();
        files.stream().sorted(Comparator.comparing(RuleFile::path)).forEach(file -> {
            Mistakes mistakes = new Mistakes(file.path());
            cases.addAll(new CaseReader(file, rules, mistakes).read());
            problems.addAll(mistakes.sorted());
        });
        return new CaseFiles(cases, problems);
    }
}
