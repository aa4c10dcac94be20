package milepost.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import milepost.db.Database;
import milepost.db.Transaction;
import milepost.facts.Problem;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/** The use cases around flags. */
public final class Flags {
    private final Database database;
    private final FlagStore store = new FlagStore();

    public Flags(Database database) {
        this.database = database;
    }

    /** The flags that match and that everyone may see, in the order asked for. */
    public List<Flag> list(FlagQuery query) {
        return database.read(tx -> store.list(tx, query, FlagFilter.Sight.EVERYONE));
    }

    /** How many flags there are of each kind, whose message, subject or rule contains the text if one is given. */
    public List<FlagTally> tally(@Nullable String text) {
        return database.read(tx -> store.tally(tx, text));
    }

    /** One flag that everyone may see; NOT_FOUND when there is none. */
    public Flag flag(long id) {
        return database.read(tx -> store.find(tx, id, FlagFilter.Sight.EVERYONE))
                .orElseThrow(() -> none(id));
    }

    /** One flag, in shadow or not, for authors; NOT_FOUND when there is none. */
    public Flag flagForAuthors(long id) {
        return database.read(tx -> store.find(tx, id, FlagFilter.Sight.AUTHORS)).orElseThrow(() -> none(id));
    }

    /** Flags of rules in shadow, which authors only may see, in the order asked for. */
    public List<Flag> inShadow(FlagQuery query) {
        return database.read(tx -> store.list(tx, query, FlagFilter.Sight.SHADOW));
    }

    /** How many active flags are there only because rules were published, and nobody has looked at them: these are not news. */
    public int raisedByRules() {
        return database.read(store::raisedByRules);
    }

    /** The flags this publication brought up that nobody has looked at. */
    public int notLookedAt(String ruleset) {
        return database.read(tx -> store.ofPublication(tx, ruleset).size());
    }

    /** Records that a person looked at what a publication brought up; from now on it is news like all other flags. */
    public int lookedAt(String person, String ruleset) {
        return database.write(tx -> {
            List<Flag> flags = store.ofPublication(tx, ruleset);
            for (Flag flag : flags) {
                store.write(tx, flag.broughtUp(new Cause(Cause.Kind.PERSON, person)));
                store.add(tx, event(tx, flag, FlagEvent.Kind.LOOKED_AT, new Cause(Cause.Kind.PERSON, person), null));
            }
            return flags.size();
        });
    }

    /** How every rule has fared, by its key; rules that never reported are not in it. */
    public Map<String, RuleInsight> insights() {
        return database.read(store::insights);
    }

    private static Problem none(long id) {
        return new Problem(Problem.Kind.NOT_FOUND, "There is no flag " + id + ".");
    }

    /** Flags that the publication of this ruleset raised, worst first. */
    public List<Flag> raisedBy(String ruleset) {
        return database.read(tx -> store.raisedBy(tx, ruleset));
    }

    /** How a rule has fared; nothing but zeros when it never reported. */
    public RuleInsight insight(String rule) {
        RuleInsight known = insights().get(rule);
        return known == null ? RuleInsight.never(rule) : known;
    }

    /** Its transitions, oldest first. */
    public List<FlagEvent> events(long id) {
        return database.read(tx -> store.events(tx, id));
    }

    /** Every flag of a roadmap as it stands, that everyone may see, by id. */
    public List<Flag> standing(String roadmap) {
        return database.read(tx -> store.ofRoadmap(tx, roadmap)).stream()
                .filter(flag -> !flag.shadow())
                .toList();
    }

    /**
     * Every flag of a roadmap as it was recorded at an instant, by id, but for those in shadow then. Its text is that of its last event and it has no evidence: the
     * rules that were in force then say both again.
     *
     * @param zone of the roadmap
     */
    public List<Flag> then(String roadmap, Instant at, ZoneId zone) {
        return Replay.play(database.read(tx -> store.steps(tx, roadmap, at)), zone).stream()
                .filter(flag -> !flag.shadow())
                .toList();
    }

    /** Active flags of a roadmap by severity, each severity present. */
    public Map<Severity, Integer> active(Transaction tx, String roadmap) {
        return store.active(tx, roadmap);
    }

    /** The transitions of a subject's flags that this change caused. */
    public List<FlagEvent> causedBy(Transaction tx, String roadmap, String subject, long change) {
        return store.causedBy(tx, roadmap, subject, change);
    }

    /** The transitions of a roadmap's flags that this change caused, oldest first. */
    public List<FlagEvent> causedBy(String roadmap, long change) {
        return database.read(tx -> store.causedBy(tx, roadmap, change));
    }

    /** The same inside a transaction of the caller. */
    public List<FlagEvent> causedBy(Transaction tx, String roadmap, long change) {
        return store.causedBy(tx, roadmap, change);
    }

    /** One sentence for each flag whose state is not what the log of its transitions ends with. */
    public List<String> disagreements(Transaction tx) {
        return new FlagLogStore().disagreements(tx);
    }

    /** Merges what an evaluation found into the flags of its roadmap; without {@code write} nothing is stored. */
    public FlagChanges reconcile(Transaction tx, Reconciliation.Input input, boolean write) {
        Map<FlagEvent.Kind, List<Flag>> changed = new EnumMap<>(FlagEvent.Kind.class);
        List<Flag> before = store.ofRoadmap(tx, input.roadmap());
        List<Flag> written = new ArrayList<>();
        for (Reconciliation.Step step : Reconciliation.merge(before, input)) {
            Flag flag = write ? store.write(tx, step.flag()) : step.flag();
            written.add(flag);
            FlagEvent.Kind event = step.event();
            if (event == null) {
                continue;
            }
            changed.computeIfAbsent(event, e -> new ArrayList<>()).add(flag);
            if (write) {
                store.add(tx, event(tx, flag, event, step.cause(), null));
            }
        }
        if (write && !written.isEmpty()) {
            store.keep(tx, input.roadmap(), before, written);
        }
        return new FlagChanges(
                changed.getOrDefault(FlagEvent.Kind.RAISED, List.of()),
                both(changed, FlagEvent.Kind.REOPENED, FlagEvent.Kind.RETURNED),
                changed.getOrDefault(FlagEvent.Kind.REWORDED, List.of()),
                changed.getOrDefault(FlagEvent.Kind.ESCALATED, List.of()),
                changed.getOrDefault(FlagEvent.Kind.RESOLVED, List.of()),
                both(changed, FlagEvent.Kind.SHADOWED, FlagEvent.Kind.SHADOW_CLEARED));
    }

    /**
     * Records what a person decided about a flag.
     *
     * @param today the day it is in the flag's roadmap; an acceptance must end after it
     * @throws Problem INVALID with the fields concerned, NOT_FOUND, or CONFLICT when the flag has resolved meanwhile
     */
    public Flag triage(String person, long id, Decision decision, LocalDate today) {
        Decisions.check(decision, today);
        return database.write(tx -> {
            Flag flag = store.find(tx, id, FlagFilter.Sight.EVERYONE).orElseThrow(() -> none(id));
            if (flag.state() == FlagState.RESOLVED) {
                throw new Problem(
                        Problem.Kind.CONFLICT, "This flag has cleared meanwhile, so there is nothing left to decide.");
            }
            Flag decided = store.write(tx, flag.decided(decision));
            Cause cause = new Cause(Cause.Kind.PERSON, person);
            store.add(tx, event(tx, decided, FlagEvent.Kind.TRIAGED, cause, decision));
            return decided;
        });
    }

    private static List<Flag> both(Map<FlagEvent.Kind, List<Flag>> changed, FlagEvent.Kind one, FlagEvent.Kind other) {
        List<Flag> all = new ArrayList<>(changed.getOrDefault(one, List.of()));
        all.addAll(changed.getOrDefault(other, List.of()));
        return all;
    }

    private static FlagEvent event(
            Transaction tx, Flag flag, FlagEvent.Kind event, Cause cause, @Nullable Decision decision) {
        return new FlagEvent(
                flag.id(), tx.now(), event, cause, flag.message(), flag.severity(), flag.ruleset(), decision);
    }
}
