package milepost.roadmap.evaluation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import milepost.db.Transaction;
import milepost.facts.Snapshot;
import milepost.flags.Flags;
import milepost.flags.life.Cause;
import milepost.flags.life.FlagChanges;
import milepost.flags.life.Reconciliation;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.language.RuleInfo;
import milepost.rules.worker.DraftReport;
import org.jspecify.annotations.Nullable;

/** Joins rules and flags: what the rules find on a roadmap becomes flags, in the transaction of the caller. */
public final class Evaluation {
    private final Supplier<Ruleset> live;
    private final Flags flags;
    private volatile @Nullable Asked asked;

    public Evaluation(Supplier<Ruleset> live, Flags flags) {
        this.live = live;
        this.flags = flags;
    }

    /** What an evaluation came to. */
    public record Result(FlagChanges flags, List<RuleFailure> setAside, Duration took, String ruleset) {}

    public String ruleset() {
        return live.get().version();
    }

    /**
     * What is asked of rules once they were evaluated, wherever that was.
     *
     * @param holds days that a finding of each must last
     * @param hashes what stands for the text of each
     * @param renames the present key of each earlier one
     */
    public record Rules(
            String version,
            Map<String, Integer> holds,
            Map<String, String> hashes,
            Map<String, String> renames,
            Set<String> shadows) {

        public static Rules of(Ruleset ruleset) {
            return of(ruleset.version(), ruleset.rules(), ruleset.hashes());
        }

        public static Rules of(DraftReport report) {
            return of(String.valueOf(report.version()), report.rules(), Ruleset.hashes(report.rules()));
        }

        private static Rules of(String version, List<RuleInfo> infos, Map<String, String> hashes) {
            Map<String, String> renames = new HashMap<>();
            infos.forEach(info -> info.aliases().forEach(alias -> renames.put(alias, info.key())));
            return new Rules(
                    version,
                    infos.stream().collect(Collectors.toMap(RuleInfo::key, RuleInfo::holdDays)),
                    hashes,
                    renames,
                    infos.stream().filter(RuleInfo::shadow).map(RuleInfo::key).collect(Collectors.toSet()));
        }
    }

    /** The live rules as they were last asked for: every save asks the same of the same rules. */
    private record Asked(Ruleset ruleset, Rules rules) {}

    /** What rules told of a roadmap on a day, and why they were asked. */
    public record Told(Rules rules, String roadmap, LocalDate day, Cause cause, Outcome outcome, Duration took) {}

    public Result evaluate(Transaction tx, Snapshot snapshot, LocalDate day, Cause cause, boolean store) {
        Ruleset rules = live.get();
        long begin = System.nanoTime();
        boolean edit = cause.kind() == Cause.Kind.EDIT;
        Outcome outcome = edit ? rules.evaluateAgain(snapshot, day) : rules.evaluate(snapshot, day);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        String roadmap = snapshot.roadmap().key();
        return merged(tx, new Told(asked(rules), roadmap, day, cause, outcome, took), store);
    }

    private Rules asked(Ruleset ruleset) {
        Asked known = asked;
        if (known == null || known.ruleset() != ruleset) {
            known = new Asked(ruleset, Rules.of(ruleset));
            asked = known;
        }
        return known.rules();
    }

    /** Makes flags of what rules told; without {@code store} only says what would become of them. */
    public Result merged(Transaction tx, Told told, boolean store) {
        Rules rules = told.rules();
        if (!(told.outcome() instanceof Outcome.Complete complete)) {
            String reason = ((Outcome.Failed) told.outcome()).reason();
            return new Result(
                    FlagChanges.NONE, List.of(new RuleFailure("all rules", reason)), told.took(), rules.version());
        }
        Set<String> failed = complete.setAside().stream().map(RuleFailure::rule).collect(Collectors.toSet());
        Reconciliation.Input input = new Reconciliation.Input(
                told.roadmap(),
                complete.findings(),
                failed,
                rules.holds(),
                rules.hashes(),
                rules.shadows(),
                told.day(),
                tx.now(),
                rules.version(),
                told.cause());
        return new Result(
                flags.reconcile(tx, input, rules.renames(), store), complete.setAside(), told.took(), rules.version());
    }
}
