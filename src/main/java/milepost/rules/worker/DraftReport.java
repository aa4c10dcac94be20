package milepost.rules.worker;

import java.util.List;
import milepost.facts.Finding;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.ConditionCoverage;
import milepost.rules.cases.RuleCoverage;
import milepost.rules.engine.report.Outcome;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import milepost.rules.writing.CaseMaker;
import org.jspecify.annotations.Nullable;

/**
 * What became of a draft. After an error there are problems only.
 *
 * @param version of the ruleset the draft makes; null when a problem is an error, and where only advice was asked for
 * @param problems of rules and of cases, ordered by path, line and column
 * @param rules ordered by key
 * @param cases results of the cases, in the order of files and lines
 * @param coverage how well the cases show each rule
 * @param shown what the cases and the facts show of the rule that was asked about
 * @param runs one for each snapshot, in the same order
 */
public record DraftReport(
        @Nullable String version,
        List<RuleProblem> problems,
        List<RuleInfo> rules,
        List<CaseResult> cases,
        List<RuleCoverage> coverage,
        Shown shown,
        List<Run> runs) {

    /**
     * What there is about one rule.
     *
     * @param conditions how well its cases show each of its constraints
     * @param live the same for the facts; empty where there were none
     * @param made the case that was made; null where none was asked for
     */
    public record Shown(
            List<ConditionCoverage> conditions, List<ConditionCoverage> live, CaseMaker.@Nullable Made made) {
        /** Nobody asked about one rule. */
        public static final Shown NONE = new Shown(List.of(), List.of(), null);
    }

    /** Rules with errors, of which nothing else is known; or problems alone. */
    static DraftReport problems(@Nullable String version, List<RuleProblem> problems, List<RuleInfo> rules) {
        return new DraftReport(version, problems, rules, List.of(), List.of(), Shown.NONE, List.of());
    }

    /**
     * One evaluation.
     *
     * @param failed why no rule could be evaluated, null when they were
     */
    public record Run(
            String roadmap,
            List<Finding> findings,
            List<RuleFailure> setAside,
            @Nullable String failed) {

        /** As the evaluation told it. */
        public Outcome outcome() {
            return failed == null ? new Outcome.Complete(findings, setAside) : new Outcome.Failed(failed);
        }
    }
}
