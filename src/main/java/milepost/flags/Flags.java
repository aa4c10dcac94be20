package milepost.flags;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import milepost.db.Database;
import milepost.db.Transaction;
import milepost.facts.Problem;
import milepost.facts.Reach;
import milepost.facts.Severity;
import milepost.flags.board.SavedViews;
import milepost.flags.board.Visits;
import milepost.flags.decision.TriagePolicy;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagChanges;
import milepost.flags.life.FlagEvent;
import milepost.flags.life.FlagList;
import milepost.flags.life.FlagTally;
import milepost.flags.life.Reconciliation;
import milepost.flags.life.Renaming;
import milepost.flags.life.Replay;
import milepost.flags.life.Turns;
import milepost.flags.store.FlagFilter;
import milepost.flags.store.FlagLogStore;
import milepost.flags.store.FlagNews;
import milepost.flags.store.FlagNewsStore;
import milepost.flags.store.FlagQuery;
import milepost.flags.store.FlagStore;
import milepost.flags.store.FlagWriteStore;
import milepost.flags.store.Flood;
import milepost.flags.store.RuleInsight;
import milepost.flags.store.Span;
import milepost.flags.store.Trend;

/** The use cases around flags. */
public final class Flags {
    private final Database database;
    private final FlagStore store = new FlagStore();

    private final Watch watch;
    private final Triaging triaging;
    private final Visits visits;
    private final SavedViews views;

    public Flags(Database database) {
        this(database, TriagePolicy.USUAL);
    }

    public Flags(Database database, TriagePolicy policy) {
        this(database, policy, Watch.NOBODY);
    }

    /** With somebody who is told of every transition in its own transaction. */
    public Flags(Database database, TriagePolicy policy, Watch watch) {
        this.database = database;
        this.watch = watch;
        this.triaging = new Triaging(database, store, policy, watch);
        this.visits = new Visits(database);
        this.views = new SavedViews(database);
    }

    /** What people do to flags. */
    public Triaging triaging() {
        return triaging;
    }

    /** The flags that match and that everyone may see, in the order asked for. */
    public List<Flag> list(FlagQuery query) {
        return database.read(tx -> store.list(tx, query, FlagFilter.Sight.EVERYONE));
    }

    /** How many flags there are of each kind. */
    public List<FlagTally> tally() {
        return tally(FlagQuery.all());
    }

    /** How many flags that match there are of each kind. */
    public List<FlagTally> tally(FlagQuery query) {
        return database.read(tx -> store.tally(tx, query));
    }

    /** How many flags match. */
    public int count(FlagQuery query) {
        return database.read(tx -> store.count(tx, query));
    }

    /** Flags that match and were raised by one rule in one roadmap at one instant, where there are more than so many of them. */
    public List<Flood> floods(FlagQuery query, int more) {
        return database.read(tx -> store.floods(tx, query, more));
    }

    /**
     * How many of the flags that match counted at each instant, by severity.
     *
     * @param instants ascending
     */
    public List<Map<Severity, Integer>> trend(FlagQuery query, List<Instant> instants) {
        return database.read(tx -> Trend.at(store.steps(tx, query, instants.get(0)), instants));
    }

    /** When the flags that match were raised and resolved. */
    public List<Span> spans(FlagQuery query) {
        return database.read(tx -> store.spans(tx, query));
    }

    /**
     * What became of flags that match since an instant without a change of their roadmap, newest first.
     *
     * @param person whose own acts are left out
     */
    public List<FlagNews> news(FlagQuery query, Instant since, String person) {
        return database.read(tx -> new FlagNewsStore().since(tx, query, since, person));
    }

    /** When people last looked at the list or at the first page. */
    public Visits visits() {
        return visits;
    }

    /** The views that people keep of the list. */
    public SavedViews views() {
        return views;
    }

    /** One flag that everyone may see; NOT_FOUND when there is none. */
    public Flag flag(long id) {
        return findFlag(id).orElseThrow(() -> none(id));
    }

    /** One flag that everyone may see, if there is one of this id. */
    public Optional<Flag> findFlag(long id) {
        return database.read(tx -> store.find(tx, id, FlagFilter.Sight.EVERYONE));
    }

    /** One flag, in shadow or not, for authors; NOT_FOUND when there is none. */
    public Flag flagForAuthors(long id) {
        return findAnyFlag(id).orElseThrow(() -> none(id));
    }

    /** One flag, in shadow or not, if there is one of this id. */
    public Optional<Flag> findAnyFlag(long id) {
        return database.read(tx -> store.find(tx, id, FlagFilter.Sight.AUTHORS));
    }

    /** Flags of rules in shadow, which authors only may see, in the order asked for. */
    public List<Flag> inShadow(FlagQuery query) {
        return database.read(tx -> store.list(tx, query, FlagFilter.Sight.SHADOW));
    }

    /** How many of the flags this publication brought up on these roadmaps nobody has looked at. */
    public int notLookedAt(String ruleset, Predicate<String> roadmaps) {
        return (int) database.read(tx -> store.ofPublication(tx, ruleset)).stream()
                .filter(flag -> roadmaps.test(flag.roadmap()))
                .count();
    }

    /**
     * Records that a person looked at what a publication brought up; from now on it is news like all other flags.
     *
     * @param roadmaps on which the person decides; flags of others stay as they are
     */
    public int lookedAt(String person, String ruleset, Predicate<String> roadmaps) {
        return database.write(tx -> {
            List<Flag> flags = store.ofPublication(tx, ruleset).stream()
                    .filter(flag -> roadmaps.test(flag.roadmap()))
                    .toList();
            for (Flag flag : flags) {
                FlagWriteStore writes = FlagWriteStore.begin(tx, flag.roadmap());
                writes.write(flag.broughtUp(new Cause(Cause.Kind.PERSON, person)));
                writes.add(
                        FlagEvent.of(flag, tx.now(), FlagEvent.Kind.LOOKED_AT, new Cause(Cause.Kind.PERSON, person)));
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

    /** Flags that the publication of this ruleset raised on roadmaps within reach, worst first. */
    public List<Flag> raisedBy(String ruleset, Reach reach) {
        return database.read(tx -> store.raisedBy(tx, ruleset)).stream()
                .filter(flag -> reach.sees(flag.roadmap()))
                .toList();
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
        return database.read(tx -> store.ofRoadmap(tx, roadmap)).flags().stream()
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

    /** Flags of a roadmap that count, by severity, each severity present. */
    public Map<Severity, Integer> counted(Transaction tx, String roadmap) {
        return store.counted(tx, roadmap);
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
        return reconcile(tx, input, Map.of(), write);
    }

    /**
     * The same for rules of which some were renamed: their flags follow them first.
     *
     * @param keys the present key of each earlier one
     */
    public FlagChanges reconcile(Transaction tx, Reconciliation.Input input, Map<String, String> keys, boolean write) {
        FlagList found = store.ofRoadmap(tx, input.roadmap());
        List<Renaming.Carried> carried = carried(found, renames(tx, found.rules(), input, keys));
        List<Flag> written =
                new ArrayList<>(carried.stream().map(Renaming.Carried::flag).toList());
        FlagList before = found.renamed(written);
        List<Reconciliation.Step> steps = Reconciliation.merge(before, input);
        if (steps.isEmpty() && carried.isEmpty()) {
            if (write) {
                watch.told(tx, new Turns(input.roadmap(), input.cause(), List.of()));
            }
            return FlagChanges.NONE;
        }
        FlagWriteStore writes = write ? FlagWriteStore.begin(tx, input.roadmap()) : null;
        if (writes != null) {
            writes.rename(carried, input.ruleset());
        }
        Map<FlagEvent.Kind, List<Flag>> changed = new EnumMap<>(FlagEvent.Kind.class);
        List<Turns.Turn> turns = new ArrayList<>();
        tx.steps().begin(steps.size());
        for (Reconciliation.Step step : steps) {
            tx.steps().done(written.size() - carried.size());
            FlagEvent.Kind event = step.event();
            boolean same = event == null || step.flag().id() == 0;
            Flag next = same ? step.flag() : step.flag().next();
            Flag flag = writes == null ? next : writes.write(next);
            written.add(flag);
            if (event == null) {
                continue;
            }
            changed.computeIfAbsent(event, e -> new ArrayList<>()).add(flag);
            if (writes != null) {
                FlagEvent added = FlagEvent.of(flag, tx.now(), event, step.cause());
                turns.add(new Turns.Turn(writes.add(added), before.former(flag), flag, added));
            }
        }
        if (writes != null) {
            store.keep(tx, writes.number(), before, written);
            watch.told(tx, new Turns(input.roadmap(), input.cause(), turns));
        }
        return new FlagChanges(
                changed.getOrDefault(FlagEvent.Kind.RAISED, List.of()),
                both(changed, FlagEvent.Kind.REOPENED, FlagEvent.Kind.RETURNED),
                changed.getOrDefault(FlagEvent.Kind.REWORDED, List.of()),
                changed.getOrDefault(FlagEvent.Kind.ESCALATED, List.of()),
                changed.getOrDefault(FlagEvent.Kind.RESOLVED, List.of()),
                both(changed, FlagEvent.Kind.SHADOWED, FlagEvent.Kind.SHADOW_CLEARED));
    }

    /** Most of the time no rule that has a flag was renamed, and then no flag need be looked at. */
    private static List<Renaming.Carried> carried(FlagList found, Map<String, String> renames) {
        return Collections.disjoint(renames.keySet(), found.rules()) ? List.of() : Renaming.of(found.flags(), renames);
    }

    /** Rules that have a flag under an earlier key; and those that went back to one, as when older rules are brought back. */
    private Map<String, String> renames(
            Transaction tx, Set<String> flagged, Reconciliation.Input input, Map<String, String> keys) {
        Set<String> rules = input.holds().keySet();
        Map<String, String> renames = new HashMap<>(keys);
        if (flagged.stream().anyMatch(rule -> !rules.contains(rule) && !keys.containsKey(rule))) {
            store.formerKeys(tx, input.roadmap()).stream()
                    .filter(former -> !rules.contains(former.key()) && rules.contains(former.before()))
                    .forEach(former -> renames.put(former.key(), former.before()));
        }
        return renames;
    }

    private static List<Flag> both(Map<FlagEvent.Kind, List<Flag>> changed, FlagEvent.Kind one, FlagEvent.Kind other) {
        List<Flag> all = new ArrayList<>(changed.getOrDefault(one, List.of()));
        all.addAll(changed.getOrDefault(other, List.of()));
        return all;
    }
}
