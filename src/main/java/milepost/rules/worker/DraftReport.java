package milepost.rules.worker;

import java.util.List;
import milepost.facts.Finding;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.ConditionCoverage;
import milepost.rules.cases.RuleCoverage;
import milepost.rules.engine.Outcome;
import milepost.rules.engine.RuleFailure;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import org.jspecify.annotations.Nullable;

/**
 * What became of a draft. After an error there are problems only.
 *
 * @param version of the ruleset the draft makes, null when a problem is an error
 * @param problems of rules and of cases, ordered by path, line and column
 * @param rules ordered by key
 * @param cases results of the cases, in the order of files and lines
 * @param coverage how well the cases show each rule
 * @param conditions how well they show each constraint
 * @param runs one for each snapshot, in the same order
 */
public record DraftReport(
        @Nullable String version,
        List<RuleProblem> problems,
        List<RuleInfo> rules,
        List<CaseResult> cases,
        List<RuleCoverage> coverage,
        List<ConditionCoverage> conditions,
        List<Run> runs) {

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
