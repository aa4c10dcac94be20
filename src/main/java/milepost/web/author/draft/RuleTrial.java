package milepost.web.author.draft;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import milepost.facts.Reach;
import milepost.facts.Snapshot;
import milepost.foresight.LiveCoverage;
import milepost.rules.Ruleset;
import milepost.rules.book.RuleFiles;
import milepost.rules.cases.CaseFiles;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.ConditionCoverage;
import milepost.rules.cases.RuleCase;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.lint.LintInput;
import milepost.rules.lint.RuleLint;
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
    private static final Pattern FINDS = Pattern.compile("\\bFinding\\s*\\(");

    /**
     * What is asked for.
     *
     * @param reach roadmaps that whoever asks sees; live facts of others are counted in the dry run only
     * @param dryRun whether live facts are tried too, not only cases
     */
    record Asked(Parts parts, Reach reach, boolean dryRun) {}

    static RuleTrial of(Asked asked, Typed typed, RuleFiles candidate) {
        Parts parts = asked.parts();
        boolean dryRun = asked.dryRun();
        long began = System.nanoTime();
        Trial trial = dryRun ? Trial.of(parts, candidate, asked.reach()) : Trial.ofCases(parts, candidate);
        Ruleset ruleset = trial.review().ruleset();
        RuleTrial tried = ruleset == null
                ? new RuleTrial(typed.key(), trial, List.of(), List.of(), List.of(), Instant.EPOCH, Duration.ZERO)
                : tried(asked, new Tried(typed.rulePath(), candidate, ruleset, trial));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new RuleTrial(
                typed.key(),
                trial,
                tried.advice(),
                tried.shown(),
                tried.live(),
                parts.clock().instant(),
                took);
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

    private record Tried(String path, RuleFiles candidate, Ruleset ruleset, Trial trial) {
        List<RuleTree> own() {
            return ruleset.trees().stream()
                    .filter(t -> t.info().path().equals(path))
                    .toList();
        }

        RuleFile file() {
            return new RuleFile(path, candidate.find(path).orElse(""));
        }

        /** The rules of this file only, which is far quicker; a rule that reads what others find needs them. */
        Ruleset alone() {
            Ruleset single = FINDS.matcher(file().content()).find()
                    ? null
                    : Ruleset.compile(List.of(file())).ruleset();
            return Objects.requireNonNullElse(single, ruleset);
        }
    }

    private static RuleTrial tried(Asked asked, Tried tried) {
        Parts parts = asked.parts();
        boolean live = asked.dryRun();
        List<RuleTree> own = tried.own();
        Set<String> keys = own.stream().map(t -> t.info().key()).collect(Collectors.toSet());
        List<RuleCase> cases = CaseFiles.read(tried.candidate().cases(), tried.ruleset()).cases().stream()
                .filter(c -> keys.contains(c.rule()))
                .toList();
        LocalDate today = parts.today(ZoneOffset.UTC);
        List<Snapshot> facts = live
                ? parts.roadmaps().keys(asked.reach()).stream()
                        .map(parts.roadmaps()::snapshot)
                        .toList()
                : List.of();
        List<RuleTree> others = new ArrayList<>(tried.ruleset().trees());
        others.removeAll(own);
        List<RuleProblem> advice =
                RuleLint.of(new LintInput(own, List.of(tried.file()), cases, new LintInput.Live(facts, today), others));
        Ruleset alone = tried.alone();
        List<ConditionCoverage> shown = ConditionCoverage.of(alone, cases).stream()
                .filter(c -> keys.contains(c.rule()))
                .toList();
        List<ConditionCoverage> seen = new ArrayList<>();
        if (live) {
            keys.forEach(key -> seen.addAll(LiveCoverage.of(alone, key, facts, today)));
        }
        return new RuleTrial("", tried.trial(), advice, shown, seen, Instant.EPOCH, Duration.ZERO);
    }
}
