package milepost.flags.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milepost.facts.Finding;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import org.jspecify.annotations.Nullable;

/** Merges what the rules found now with the flags there are; pure, knows no rule and no database. */
public final class Reconciliation {

    /**
     * What one evaluation found.
     *
     * @param failed rules that were set aside: their flags stand as they are
     * @param holds days a finding of a rule must last before its flag is active; every rule of the ruleset is present
     * @param hashes what stands for the text of each rule: when it differs, the rule has changed
     * @param shadows rules in shadow: what they find is kept for authors only
     */
    public record Input(
            String roadmap,
            List<Finding> findings,
            Set<String> failed,
            Map<String, Integer> holds,
            Map<String, String> hashes,
            Set<String> shadows,
            LocalDate day,
            Instant now,
            String ruleset,
            Cause cause) {

        /** The same where the texts of the rules do not matter. */
        public Input(
                String roadmap,
                List<Finding> findings,
                Set<String> failed,
                Map<String, Integer> holds,
                Set<String> shadows,
                LocalDate day,
                Instant now,
                String ruleset,
                Cause cause) {
            this(roadmap, findings, failed, holds, Map.of(), shadows, day, now, ruleset, cause);
        }
    }

    /**
     * A flag as it is to be; an id of 0 is a flag that does not exist yet.
     *
     * @param event its transition, if there is one
     * @param cause why: what caused the evaluation, or that an acceptance expired
     */
    public record Step(Flag flag, FlagEvent.@Nullable Kind event, Cause cause) {}

    private final Input input;

    private Reconciliation(Input input) {
        this.input = input;
    }

    /** The flags that change, in the order of the findings, then those that resolve. */
    public static List<Step> merge(List<Flag> existing, Input input) {
        return merge(FlagList.of(existing), input);
    }

    public static List<Step> merge(FlagList existing, Input input) {
        return new Reconciliation(input).merge(existing);
    }

    private List<Step> merge(FlagList existing) {
        List<Flag> flags = existing.flags();
        boolean[] found = new boolean[flags.size()];
        @Nullable Finding[] same = new Finding[flags.size()];
        List<Step> steps = new ArrayList<>();
        Walk walk = existing.walk(input.findings());
        for (Finding finding : input.findings()) {
            int place = walk.next();
            if (place < 0 || found[place]) {
                steps.add(raised(finding));
                continue;
            }
            found[place] = true;
            if (existing.says(place, finding, input)) {
                same[place] = finding;
                continue;
            }
            Flag flag = flags.get(place);
            Flag updated = flag.found(finding, input.ruleset(), input.hashes().get(finding.rule()));
            Step step = found(flag, updated, finding);
            if (step != null) {
                steps.add(step);
            } else if (updated == flag) {
                same[place] = finding;
            }
        }
        existing.remember(same, input, walk);
        for (int i = 0; i < found.length; i++) {
            if (!found[i]
                    && !existing.isOver(i)
                    && !input.failed().contains(flags.get(i).rule())) {
                steps.add(resolved(flags.get(i)));
            }
        }
        return steps;
    }

    private Step raised(Finding finding) {
        FlagState state = firstState(finding);
        Flag flag = new Flag(
                0,
                input.roadmap(),
                finding.rule(),
                finding.kind(),
                finding.subject(),
                finding.severity(),
                state,
                Triage.UNTRIAGED,
                finding.message(),
                finding.evidence(),
                input.day(),
                input.now(),
                null,
                input.ruleset(),
                null,
                null,
                false,
                null,
                finding.severity(),
                null,
                null,
                1,
                input.hashes().get(finding.rule()));
        return begun(flag, FlagEvent.Kind.RAISED);
    }

    /** A flag at the beginning of a life: seen by everyone, with its cause, or by authors only. */
    private Step begun(Flag flag, FlagEvent.Kind active) {
        if (input.shadows().contains(flag.rule())) {
            return step(flag.shaded(true), FlagEvent.Kind.SHADOWED);
        }
        Flag seen = flag.shaded(false).broughtUp(input.cause());
        return step(seen, flag.state() == FlagState.PENDING ? FlagEvent.Kind.PENDING : active);
    }

    private @Nullable Step found(Flag flag, Flag updated, Finding finding) {
        if (flag.state() == FlagState.RESOLVED) {
            FlagState state = firstState(finding);
            Flag back = updated.alive(state, input.day(), input.now());
            back = expired(back) || revised(flag, updated) ? back.decided(Decision.NONE) : back;
            return begun(back, flag.shadow() ? FlagEvent.Kind.RAISED : FlagEvent.Kind.REOPENED);
        }
        if (flag.shadow() || input.shadows().contains(flag.rule())) {
            return shadowed(flag, updated, finding);
        }
        if (flag.state() == FlagState.PENDING && held(flag, finding)) {
            return step(updated.alive(FlagState.ACTIVE, flag.since(), input.now()), FlagEvent.Kind.RAISED);
        }
        boolean worse = finding.severity().compareTo(flag.reportedSeverity()) > 0;
        if (revised(flag, updated)) {
            Cause cause = new Cause(Cause.Kind.RULES, input.ruleset());
            return new Step(updated.decided(Decision.NONE), FlagEvent.Kind.RETURNED, cause);
        }
        if (flag.triage() == Triage.ACCEPTED && (worse || expired(flag))) {
            Cause cause = worse ? input.cause() : new Cause(Cause.Kind.EXPIRY, String.valueOf(flag.until()));
            return new Step(updated.decided(Decision.NONE), FlagEvent.Kind.RETURNED, cause);
        }
        return updated.equals(flag) ? null : step(updated, event(flag, updated));
    }

    /** A flag that was in shadow, comes to be or leaves it; as long as it stays there nothing is told of it. */
    private @Nullable Step shadowed(Flag flag, Flag updated, Finding finding) {
        boolean due = flag.state() == FlagState.PENDING && held(flag, finding);
        Flag now = due ? updated.alive(FlagState.ACTIVE, flag.since(), input.now()) : updated;
        boolean stays = flag.shadow() && input.shadows().contains(flag.rule());
        if (stays) {
            return now.equals(flag) ? null : step(now, null);
        }
        return begun(now.alive(now.state(), flag.since(), input.now()), FlagEvent.Kind.RAISED);
    }

    private boolean held(Flag flag, Finding finding) {
        return !flag.since().plusDays(hold(finding)).isAfter(input.day());
    }

    /** Whether it was called false of a rule that says something else now. */
    private static boolean revised(Flag before, Flag now) {
        return before.triage() == Triage.FALSE_POSITIVE
                && before.ruleHash() != null
                && !before.ruleHash().equals(now.ruleHash());
    }

    private boolean expired(Flag flag) {
        return flag.until() != null && flag.until().isBefore(input.day());
    }

    /** A text that only counts the days on is kept up to date without an event. */
    private FlagEvent.@Nullable Kind event(Flag before, Flag now) {
        int worse = now.severity().compareTo(before.severity());
        if (worse != 0) {
            return worse > 0 ? FlagEvent.Kind.ESCALATED : FlagEvent.Kind.EASED;
        }
        boolean reworded = !now.message().equals(before.message());
        return reworded && input.cause().kind() != Cause.Kind.CLOCK ? FlagEvent.Kind.REWORDED : null;
    }

    private Step resolved(Flag flag) {
        return step(
                flag.gone(input.now(), input.ruleset()),
                flag.shadow() ? FlagEvent.Kind.SHADOW_CLEARED : FlagEvent.Kind.RESOLVED);
    }

    private Step step(Flag flag, FlagEvent.@Nullable Kind event) {
        return new Step(flag, event, input.cause());
    }

    private FlagState firstState(Finding finding) {
        return hold(finding) > 0 ? FlagState.PENDING : FlagState.ACTIVE;
    }

    private int hold(Finding finding) {
        return input.holds().getOrDefault(finding.rule(), 0);
    }
}
