package milepost.web.author.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import milepost.facts.Reach;
import milepost.rules.book.RuleFiles;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.ConditionCoverage;
import milepost.rules.language.RuleProblem;
import milepost.rules.worker.DraftReport;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;

/**
 * What one rule of a draft was found to do when it was tried.
 *
 * @param advice about the rule, its cases and the live facts beside it
 * @param shown what its cases show of each of its constraints; empty when it was not tried
 * @param live the same for live facts; empty when only the cases were run
 * @param at when it was tried
 * @param took how long that was
 */
public record RuleTrial(
        String key,
        Trial trial,
        List<RuleProblem> advice,
        List<ConditionCoverage> shown,
        List<ConditionCoverage> live,
        Instant at,
        Duration took) {

    /**
     * What is asked for.
     *
     * @param reach roadmaps that whoever asks sees; live facts of others are counted in the dry run only
     * @param dryRun whether live facts are tried too, not only cases
     */
    record Asked(Parts parts, Reach reach, boolean dryRun) {
        private List<String> roadmaps() {
            return dryRun ? parts.roadmaps().keys(reach) : List.of();
        }
    }

    static RuleTrial of(Asked asked, Typed typed, RuleFiles candidate) {
        Parts parts = asked.parts();
        long began = System.nanoTime();
        Trial trial = asked.dryRun() ? Trial.of(parts, candidate, asked.reach()) : Trial.ofCases(parts, candidate);
        DraftReport told = trial.review().ruleset() == null
                ? null
                : parts.workbench().publishing().trial().advise(candidate, typed.rulePath(), asked.roadmaps());
        DraftReport.Shown shown = told == null ? DraftReport.Shown.NONE : told.shown();
        return new RuleTrial(
                typed.key(),
                trial,
                told == null ? List.of() : told.problems(),
                shown.conditions(),
                shown.live(),
                parts.clock().instant(),
                Duration.ofNanos(System.nanoTime() - began));
    }

    /** Results of the cases of this rule. */
    public List<CaseResult> cases() {
        return trial.review().cases().stream().filter(c -> c.rule().equals(key)).toList();
    }

    /** Cases of other rules that fail. */
    public List<CaseResult> broken() {
        return trial.review().failed().stream()
                .filter(c -> !c.rule().equals(key))
                .toList();
    }

    /** What live facts show of a constraint; null where nobody asked. */
    public @Nullable ConditionCoverage live(ConditionCoverage of) {
        return live.stream()
                .filter(c -> c.rule().equals(of.rule()) && c.number() == of.number())
                .findFirst()
                .orElse(null);
    }
}
