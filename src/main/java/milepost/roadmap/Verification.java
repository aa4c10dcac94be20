package milepost.roadmap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.db.Transaction;
import milepost.facts.Snapshot;
import milepost.flags.Flags;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagChanges;
import milepost.roadmap.evaluation.Evaluated;
import milepost.roadmap.evaluation.Evaluation;
import milepost.roadmap.evaluation.EvaluationStore;
import milepost.roadmap.fact.Facts;
import milepost.roadmap.store.ChainStore;
import milepost.roadmap.store.RoadmapStore;
import milepost.rules.Ruleset;

/**
 * Proves that what is stored holds together: the database itself, the history of every fact, and every flag, which must be what the
 * rules find again on the same facts for the same day.
 */
public final class Verification {
    private final Database database;
    private final Flags flags;
    private final Function<String, Optional<Ruleset>> rules;
    private final RoadmapStore store = new RoadmapStore();
    private final EvaluationStore evaluations = new EvaluationStore();
    private final ChainStore chain = new ChainStore();

    /** @param rules the rules of a version by its hash */
    public Verification(Database database, Flags flags, Function<String, Optional<Ruleset>> rules) {
        this.database = database;
        this.flags = flags;
        this.rules = rules;
    }

    /**
     * One thing that was looked at.
     *
     * @param problems what is wrong with it, one sentence each; empty when it holds
     */
    public record Check(String name, List<String> problems) {
        public Check {
            problems = List.copyOf(problems);
        }
    }

    /** All checks, in one consistent state; nothing is stored. */
    public List<Check> run() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("database", database.problems()));
        checks.add(new Check("history of facts", database.read(chain::problems)));
        checks.add(new Check("log of flags", database.read(flags::disagreements)));
        checks.add(new Check("audit trail", database.read(Trail::problems)));
        checks.add(new Check("changes in the audit trail", database.read(chain::untold)));
        Map<String, List<String>> derived = new TreeMap<>();
        for (String key : database.read(store::keys)) {
            derived.put(key, database.read(tx -> underived(tx, key)));
        }
        derived.forEach((key, problems) -> checks.add(new Check("flags of " + key, problems)));
        return checks;
    }

    private List<String> underived(Transaction tx, String key) {
        Evaluated done = evaluations.find(tx, key).orElse(null);
        if (done == null) {
            return List.of(key + ": it was never evaluated");
        }
        Ruleset then = rules.apply(done.ruleset()).orElse(null);
        if (then == null) {
            return List.of(key + ": the rules it was evaluated with are not kept, version " + done.ruleset());
        }
        Facts facts = store.current(tx, key);
        Snapshot snapshot = facts.snapshot(facts.findRoadmap().orElseThrow());
        return differences(key, again(tx, snapshot, then, done.on()));
    }

    private FlagChanges again(Transaction tx, Snapshot snapshot, Ruleset then, LocalDate day) {
        Cause anyWording = new Cause(Cause.Kind.EDIT, null);
        return new Evaluation(() -> then, flags)
                .evaluate(tx, snapshot, day, anyWording, false)
                .flags();
    }

    private static List<String> differences(String key, FlagChanges again) {
        List<String> problems = new ArrayList<>();
        again.raised().forEach(flag -> problems.add(key + ": no flag is stored for " + about(flag)));
        again.reopened().forEach(flag -> problems.add(key + ": stored as resolved, but found again: " + about(flag)));
        again.resolved().forEach(flag -> problems.add(key + ": stored, but not found again: " + about(flag)));
        again.reworded().forEach(flag -> problems.add(key + ": found again in other words: " + about(flag)));
        again.escalated().forEach(flag -> problems.add(key + ": found again with another severity: " + about(flag)));
        return problems;
    }

    private static String about(Flag flag) {
        return flag.rule() + " on " + flag.subject() + ", \"" + flag.message() + "\"";
    }
}
