package milepost.roadmap;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import milepost.db.Transaction;
import milepost.facts.Snapshot;
import milepost.flags.Cause;
import milepost.flags.FlagChanges;
import milepost.flags.Flags;
import milepost.flags.Reconciliation;
import milepost.rules.Ruleset;
import milepost.rules.engine.Outcome;
import milepost.rules.engine.RuleFailure;
import milepost.rules.language.RuleInfo;

/** Joins rules and flags: what the rules find on a roadmap becomes flags, in the transaction of the caller. */
final class Evaluation {
    private final Supplier<Ruleset> live;
    private final Flags flags;

    Evaluation(Supplier<Ruleset> live, Flags flags) {
        this.live = live;
        this.flags = flags;
    }

    /** What an evaluation came to. */
    record Result(FlagChanges flags, List<RuleFailure> setAside, Duration took, String ruleset) {}

    String ruleset() {
        return live.get().version();
    }

    Result evaluate(Transaction tx, Snapshot snapshot, LocalDate day, Cause cause, boolean store) {
        Ruleset rules = live.get();
        long begin = System.nanoTime();
        Outcome outcome = rules.evaluate(snapshot, day);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (!(outcome instanceof Outcome.Complete complete)) {
            String reason = ((Outcome.Failed) outcome).reason();
            return new Result(FlagChanges.NONE, List.of(new RuleFailure("all rules", reason)), took, rules.version());
        }
        Map<String, Integer> holds =
                rules.rules().stream().collect(Collectors.toMap(RuleInfo::key, RuleInfo::holdDays));
        Set<String> failed = complete.setAside().stream().map(RuleFailure::rule).collect(Collectors.toSet());
        Reconciliation.Input input = new Reconciliation.Input(
                snapshot.roadmap().key(),
                complete.findings(),
                failed,
                holds,
                rules.shadows(),
                day,
                tx.now(),
                rules.version(),
                cause);
        return new Result(flags.reconcile(tx, input, store), complete.setAside(), took, rules.version());
    }
}
