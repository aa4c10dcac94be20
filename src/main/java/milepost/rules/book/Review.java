package milepost.rules.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import milepost.facts.Problem;
import milepost.rules.Compilation;
import milepost.rules.Ruleset;
import milepost.rules.cases.CaseFiles;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.RuleCases;
import milepost.rules.cases.RuleCoverage;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.check.KnownFiles;
import milepost.rules.worker.DraftReport;
import milepost.rules.writing.FileName;
import org.jspecify.annotations.Nullable;

/**
 * What stands between rules and their publication.
 *
 * @param ruleset null when the rules have errors
 * @param problems of rule files and case files, ordered by path, line and column
 * @param cases results of all cases; empty when the rules have errors
 * @param unshown rules that changed, or whose cases did, without a case in which they report or without one in which they are silent
 */
public record Review(
        @Nullable Ruleset ruleset, List<RuleProblem> problems, List<CaseResult> cases, List<RuleCoverage> unshown) {
    private static final int NAMED = 20;

    public Review {
        problems = List.copyOf(problems);
        cases = List.copyOf(cases);
        unshown = List.copyOf(unshown);
    }

    /**
     * Compiles the rules and runs their cases.
     *
     * @param live the rules in use: a rule that is new, or differs from them itself or in its cases, must have both kinds of case
     */
    public static Review of(RuleFiles files, RuleFiles live) {
        Compilation compilation = Ruleset.compile(files.rules());
        Ruleset ruleset = compilation.ruleset();
        if (ruleset == null) {
            return new Review(null, compilation.problems(), List.of(), List.of());
        }
        CaseFiles read = CaseFiles.read(files.cases(), ruleset);
        List<CaseResult> results = RuleCases.run(ruleset, read.cases());
        List<RuleProblem> problems = new ArrayList<>(compilation.problems());
        problems.addAll(read.problems());
        return of(ruleset, problems, results, changed(files, live));
    }

    /**
     * The review of rules that were tried in another process; here they are only compiled, and only when they have no errors.
     *
     * @param live the rules in use: a rule that is new, or differs from them itself or in its cases, must have both kinds of case
     * @param known files that need not be read again
     */
    public static Review of(DraftReport report, RuleFiles files, RuleFiles live, KnownFiles known) {
        Ruleset ruleset = report.version() == null
                ? null
                : Ruleset.compile(files.rules(), known).ruleset();
        return ruleset == null
                ? new Review(null, report.problems(), List.of(), List.of())
                : of(ruleset, report.problems(), report.cases(), changed(files, live));
    }

    /** The review of the rules in use, as if all of them were new, by what came of their cases. */
    static Review inUse(Rulebook.Current live, Examples examples) {
        List<CaseResult> results = new ArrayList<>();
        examples.byRule()
                .values()
                .forEach(all -> all.forEach(e -> {
                    if (e.result() != null) {
                        results.add(e.result());
                    }
                }));
        results.sort(Comparator.comparing(CaseResult::path).thenComparingInt(CaseResult::line));
        return of(live.ruleset(), examples.problems(), results, rule -> true);
    }

    private static Predicate<String> changed(RuleFiles files, RuleFiles live) {
        Set<String> changed = files.differing(live).stream().map(RuleFile::stem).collect(Collectors.toSet());
        return path -> changed.contains(RuleFile.stem(path));
    }

    private static Review of(
            Ruleset ruleset, List<RuleProblem> problems, List<CaseResult> results, Predicate<String> isChanged) {
        Set<String> changed = new HashSet<>();
        List<RuleProblem> all = new ArrayList<>(problems);
        for (RuleInfo rule : ruleset.rules()) {
            if (isChanged.test(rule.path())) {
                changed.add(rule.key());
                FileName.findProblem(rule, RuleProblem.Level.ERROR).ifPresent(all::add);
            }
        }
        results.stream()
                .filter(result -> isChanged.test(result.path()))
                .flatMap(result -> FileName.findProblem(result, RuleProblem.Level.ERROR).stream())
                .distinct()
                .forEach(all::add);
        List<RuleCoverage> unshown = RuleCoverage.of(ruleset, results).stream()
                .filter(c -> changed.contains(c.rule()) && !c.bothKinds())
                .toList();
        return new Review(ruleset, all, results, unshown);
    }

    /** Cases whose rule did not report what they expect. */
    public List<CaseResult> failed() {
        return cases.stream().filter(c -> !c.ok()).toList();
    }

    /** Problems that must be gone before the rules can be published. */
    public List<RuleProblem> errors() {
        return problems.stream()
                .filter(p -> p.severity() == RuleProblem.Level.ERROR)
                .toList();
    }

    /**
     * What stands in the way of publication, at the places to look at: mistakes, cases that fail, rules without both kinds of case.
     * While files have mistakes nobody knows which cases there are.
     *
     * @param level how bad that is; WARNING for rules that are in use all the same
     */
    List<RuleProblem> obstacles(RuleProblem.Level level) {
        List<RuleProblem> all = new ArrayList<>();
        errors().forEach(p -> all.add(p.at(level)));
        failed().forEach(
                        c -> all.add(new RuleProblem(c.path(), c.line(), 1, 1, level, "case-fails", failing(c), null)));
        Map<String, RuleInfo> rules = ruleset == null
                ? Map.of()
                : ruleset.rules().stream().collect(Collectors.toMap(RuleInfo::key, rule -> rule));
        for (RuleCoverage rule : errors().isEmpty() ? unshown : List.<RuleCoverage>of()) {
            RuleInfo info = Objects.requireNonNull(rules.get(rule.rule()));
            all.add(new RuleProblem(info.path(), info.line(), 1, 1, level, "case-missing", missing(rule), null));
        }
        return all;
    }

    private static String failing(CaseResult result) {
        return "The case \"" + result.name() + "\" fails. " + result.detail();
    }

    /** Whether the rules can be published. */
    public boolean passes() {
        return reasons().isEmpty();
    }

    /** INVALID with everything that stands in the way. */
    public void require() {
        List<Problem.FieldError> reasons = reasons();
        if (!reasons.isEmpty()) {
            Problem.FieldError first = reasons.get(0);
            throw new Problem(
                    Problem.Kind.INVALID,
                    "The rules cannot be published yet. " + first.field() + ": " + first.message(),
                    reasons.stream().limit(NAMED).toList());
        }
    }

    private List<Problem.FieldError> reasons() {
        List<Problem.FieldError> reasons = new ArrayList<>();
        errors().forEach(p ->
                reasons.add(new Problem.FieldError(p.path() + ":" + p.line() + ":" + p.column(), p.message())));
        failed().forEach(c -> reasons.add(new Problem.FieldError(c.path() + ":" + c.line(), failing(c))));
        unshown().forEach(c -> reasons.add(new Problem.FieldError(c.rule(), missing(c))));
        return reasons;
    }

    /** What cases a rule lacks. */
    public static String missing(RuleCoverage rule) {
        if (rule.cases() == 0) {
            return "It has no cases. Write at least one in which it reports and one in which it must be silent.";
        }
        return rule.fired() == 0 ? "It has no case in which it reports." : "It has no case in which it must be silent.";
    }
}
