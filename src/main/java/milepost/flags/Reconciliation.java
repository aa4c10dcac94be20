package milepost.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milepost.facts.Finding;
import milepost.facts.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Merges what the rules found now with the flags there are; pure, knows no rule and no database. */
public final class Reconciliation {

    /**
     * What one evaluation found.
     *
     * @param failed rules that were set aside: their flags stand as they are
     * @param holds days a finding of a rule must last before its flag is active; every rule of the ruleset is present
     */
    public record Input(
            String roadmap,
            List<Finding> findings,
            Set<String> failed,
            Map<String, Integer> holds,
            LocalDate day,
            Instant now,
            String ruleset,
            Cause cause) {}

    /** A flag as it is to be, and its event if there is one; an id of 0 is a flag that does not exist yet. */
    public record Step(Flag flag, FlagEvent.@Nullable Kind event) {}

    private record Identity(String rule, SubjectKind kind, String subject) {}

    private final Input input;

    private Reconciliation(Input input) {
        this.input = input;
    }

    /** The flags that change, in the order of the findings, then those that resolve. */
    public static List<Step> merge(List<Flag> existing, Input input) {
        return new Reconciliation(input).merge(existing);
    }

    private List<Step> merge(List<Flag> existing) {
        Map<Identity, Flag> known = new HashMap<>();
        existing.forEach(f -> known.put(new Identity(f.rule(), f.kind(), f.subject()), f));
        List<Step> steps = new ArrayList<>();
        for (Finding finding : input.findings()) {
            Flag flag = known.remove(new Identity(finding.rule(), finding.kind(), finding.subject()));
            Step step = flag == null ? raised(finding) : found(flag, finding);
            if (step != null) {
                steps.add(step);
            }
        }
        existing.stream()
                .filter(f -> known.containsKey(new Identity(f.rule(), f.kind(), f.subject())))
                .filter(f -> f.state() != FlagState.RESOLVED && !input.failed().contains(f.rule()))
                .forEach(f -> steps.add(resolved(f)));
        return steps;
    }

    private Step raised(Finding finding) {
        boolean held = hold(finding) > 0;
        Flag flag = new Flag(
                0,
                input.roadmap(),
                finding.rule(),
                finding.kind(),
                finding.subject(),
                finding.severity(),
                held ? FlagState.PENDING : FlagState.ACTIVE,
                Triage.UNTRIAGED,
                finding.message(),
                finding.evidence(),
                input.day(),
                input.now(),
                null,
                input.ruleset(),
                null,
                null);
        return new Step(flag, held ? FlagEvent.Kind.PENDING : FlagEvent.Kind.RAISED);
    }

    private @Nullable Step found(Flag flag, Finding finding) {
        if (flag.state() == FlagState.RESOLVED) {
            boolean held = hold(finding) > 0;
            FlagState state = held ? FlagState.PENDING : FlagState.ACTIVE;
            Triage triage = flag.triage() == Triage.ACKNOWLEDGED ? Triage.UNTRIAGED : flag.triage();
            Flag back = with(flag, finding, state, triage, input.day(), input.now());
            return new Step(back, held ? FlagEvent.Kind.PENDING : FlagEvent.Kind.REOPENED);
        }
        boolean waited = flag.state() == FlagState.PENDING
                && !flag.since().plusDays(hold(finding)).isAfter(input.day());
        FlagState state = waited ? FlagState.ACTIVE : flag.state();
        Instant raisedAt = waited ? input.now() : flag.raisedAt();
        Flag updated = with(flag, finding, state, flag.triage(), flag.since(), raisedAt);
        FlagEvent.Kind event = waited ? FlagEvent.Kind.RAISED : event(flag, finding);
        return updated.equals(flag) ? null : new Step(updated, event);
    }

    /** A text that only counts the days on is kept up to date without an event. */
    private FlagEvent.@Nullable Kind event(Flag flag, Finding finding) {
        int worse = finding.severity().compareTo(flag.severity());
        if (worse != 0) {
            return worse > 0 ? FlagEvent.Kind.ESCALATED : FlagEvent.Kind.EASED;
        }
        boolean reworded = !finding.message().equals(flag.message());
        return reworded && input.cause().kind() != Cause.Kind.CLOCK ? FlagEvent.Kind.REWORDED : null;
    }

    private Step resolved(Flag flag) {
        Flag gone = new Flag(
                flag.id(),
                flag.roadmap(),
                flag.rule(),
                flag.kind(),
                flag.subject(),
                flag.severity(),
                FlagState.RESOLVED,
                flag.triage(),
                flag.message(),
                flag.evidence(),
                flag.since(),
                flag.raisedAt(),
                input.now(),
                input.ruleset(),
                flag.reason(),
                flag.until());
        return new Step(gone, FlagEvent.Kind.RESOLVED);
    }

    private Flag with(Flag flag, Finding finding, FlagState state, Triage triage, LocalDate since, Instant raisedAt) {
        return new Flag(
                flag.id(),
                flag.roadmap(),
                flag.rule(),
                flag.kind(),
                flag.subject(),
                finding.severity(),
                state,
                triage,
                finding.message(),
                finding.evidence(),
                since,
                raisedAt,
                null,
                input.ruleset(),
                flag.reason(),
                flag.until());
    }

    private int hold(Finding finding) {
        return input.holds().getOrDefault(finding.rule(), 0);
    }
}
