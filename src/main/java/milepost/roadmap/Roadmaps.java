package milepost.roadmap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import milepost.db.Database;
import milepost.db.Steps;
import milepost.db.Trail;
import milepost.db.Transaction;
import milepost.facts.Problem;
import milepost.facts.Reach;
import milepost.facts.Roadmap;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.flags.Flags;
import milepost.flags.life.Cause;
import milepost.roadmap.evaluation.Evaluated;
import milepost.roadmap.evaluation.Evaluation;
import milepost.roadmap.evaluation.EvaluationEntry;
import milepost.roadmap.evaluation.EvaluationMeter;
import milepost.roadmap.evaluation.EvaluationStore;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.fact.Edits;
import milepost.roadmap.fact.Facts;
import milepost.roadmap.history.Chronicle;
import milepost.roadmap.store.Change;
import milepost.roadmap.store.Deeds;
import milepost.roadmap.store.LogStore;
import milepost.roadmap.store.RoadmapStore;
import milepost.roadmap.store.Topics;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.worker.DraftReport;
import milepost.rules.worker.Look;
import org.jspecify.annotations.Nullable;

/** The use cases of officers: read a roadmap, change it, look back. Every refusal is a {@link Problem}. */
public final class Roadmaps {
    private final Database database;
    private final Flags flags;
    private final Evaluation evaluation;
    private final RoadmapStore store = new RoadmapStore();
    private final EvaluationStore evaluations = new EvaluationStore();
    private final LogStore changes = new LogStore();
    private final Chronicle chronicle;
    private final EvaluationMeter meter = new EvaluationMeter();
    private final SlipLimit limit;

    public Roadmaps(Database database, Flags flags, Supplier<Ruleset> live) {
        this(database, flags, live, SlipLimit.USUAL);
    }

    /**
     * Roadmaps with another limit than the usual one.
     *
     * @param limit how far a due date may be moved without saying why
     */
    public Roadmaps(Database database, Flags flags, Supplier<Ruleset> live, SlipLimit limit) {
        this.database = database;
        this.limit = limit;
        this.flags = flags;
        this.evaluation = new Evaluation(live, flags);
        this.chronicle = new Chronicle(database, flags, store);
    }

    /** Who changes something and why. */
    public record Author(
            String name, @Nullable String reason, @Nullable Source source) {}

    /** How far a due date may be moved without saying why. */
    public SlipLimit limit() {
        return limit;
    }

    /** The use cases of looking back. */
    public Past past() {
        return new Past(this, database, flags, null);
    }

    /** The use cases of reading what was changed. */
    public Chronicle chronicle() {
        return chronicle;
    }

    /** The use cases of taking changes back. */
    public Reversals reversals() {
        return new Reversals(this, database, flags);
    }

    /** The use cases around comments. */
    public Comments comments() {
        return new Comments(this, database);
    }

    /** The use cases around baselines. */
    public Baselines baselines() {
        return new Baselines(this, database);
    }

    /** The roadmaps within reach, ordered by title. */
    public List<RoadmapSummary> list(Reach reach) {
        return database.read(tx -> reach.of(store.keys(tx)).stream()
                .map(key -> RoadmapSummary.of(present(store.findCurrent(tx, key)), flags.counted(tx, key)))
                .sorted(Comparator.comparing(s -> s.roadmap().title()))
                .toList());
    }

    /** The line of one roadmap in the portfolio; NOT_FOUND when there is none of this key. */
    public RoadmapSummary summary(String roadmap) {
        return database.read(
                tx -> RoadmapSummary.of(present(store.findCurrent(tx, roadmap)), flags.counted(tx, roadmap)));
    }

    /** When the roadmap was last evaluated and with which rules. */
    public Optional<Evaluated> findEvaluated(String roadmap) {
        return database.read(tx -> {
            present(store.findCurrent(tx, roadmap));
            return evaluations.find(tx, roadmap);
        });
    }

    /** How far the evaluation of the roadmap had come at that instant. */
    public Optional<Evaluated> findEvaluated(String roadmap, Instant knownAt) {
        return database.read(tx -> evaluations.find(tx, roadmap, knownAt));
    }

    /**
     * Its evaluations, newest first; at most {@code limit}, those before the entry {@code before} if given.
     *
     * @param until what was recorded after this instant does not count
     */
    public List<EvaluationEntry> evaluations(String roadmap, @Nullable Long before, Instant until, int limit) {
        return database.read(tx -> {
            present(store.findCurrent(tx, roadmap));
            return evaluations.list(tx, roadmap, before, until, limit);
        });
    }

    /** When the first change of the roadmap was recorded; NOT_FOUND when there never was such a roadmap. */
    public Instant first(String roadmap) {
        return database.read(tx -> store.findFirst(tx, roadmap))
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such roadmap."));
    }

    /** The roadmap as recorded now; NOT_FOUND when there is none of this key. */
    public Snapshot snapshot(String roadmap) {
        return database.read(tx -> present(store.findCurrent(tx, roadmap)));
    }

    /** The roadmap as recorded at that instant, or now without one; empty when there was none of this key. */
    public Optional<Snapshot> findSnapshot(String roadmap, @Nullable Instant knownAt) {
        return database.read(tx -> {
            if (knownAt == null) {
                return store.findCurrent(tx, roadmap);
            }
            Facts facts = store.known(tx, roadmap, knownAt);
            return facts.findRoadmap().map(facts::snapshot);
        });
    }

    /** The roadmap as it was recorded at that instant; NOT_FOUND when it did not exist then. */
    public Snapshot snapshot(String roadmap, Instant knownAt) {
        return database.read(tx -> present(store.known(tx, roadmap, knownAt)));
    }

    /** The evaluations whose results were stored since the start. */
    public EvaluationMeter evaluations() {
        return meter;
    }

    /** The rules that failed when the roadmap was last evaluated. */
    public List<RuleFailure> setAside(String roadmap) {
        return database.read(
                tx -> evaluations.find(tx, roadmap).map(Evaluated::setAside).orElse(List.of()));
    }

    /** The rules that failed when any roadmap within reach was last evaluated, each once, ordered by key. */
    public List<RuleFailure> setAside(Reach reach) {
        return database.read(tx -> reach.of(store.keys(tx)).stream()
                .flatMap(key -> evaluations.find(tx, key).stream())
                .flatMap(done -> done.setAside().stream())
                .collect(Collectors.toMap(RuleFailure::rule, f -> f, (a, b) -> a, TreeMap::new))
                .values()
                .stream()
                .toList());
    }

    /**
     * Carries out all edits or none, evaluates the rules and updates the flags, in one transaction.
     *
     * <p>INVALID with the fields concerned, CONFLICT when a version is not the one edited, NOT_FOUND when there is no such row.
     */
    public Saved save(Author author, String roadmap, List<Edit> edits) {
        return database.write(tx -> carryOut(tx, author, applied(tx, author, roadmap, edits), Act.EDIT));
    }

    /** Writes what edits came to and evaluates the rules; comments and baselines alone leave flags as they are. */
    Saved carryOut(Transaction tx, Author author, Edits.Result result, Act act) {
        Snapshot after = present(result.facts());
        if (result.puts().isEmpty() && result.gone().isEmpty()) {
            return unchanged(null, after);
        }
        Change change = write(tx, after.roadmap().key(), author, tx.now(), act, result);
        store.keep(tx, change, after);
        return result.onlyNotes()
                ? unchanged(change, after)
                : evaluated(tx, change, after, new Cause(Cause.Kind.EDIT, String.valueOf(change.id())));
    }

    private static Saved unchanged(@Nullable Change change, Snapshot after) {
        return new Saved(change, after, milepost.flags.life.FlagChanges.NONE, List.of(), Duration.ZERO);
    }

    /** What the edits of a person come to; INVALID also when one of them needs a reason and there is none. */
    private Edits.Result applied(Transaction tx, Author author, String roadmap, List<Edit> edits) {
        Facts facts = facts(tx, roadmap, edits);
        List<Problem.FieldError> owed =
                author.reason() == null || author.reason().isBlank() ? limit.owed(facts, edits) : List.of();
        return SlipLimit.demand(owed, () -> Edits.apply(facts, edits, tx.now(), author.name()));
    }

    /** The same answer as {@link #save} with a reason, with nothing stored. */
    public Saved preview(String roadmap, List<Edit> edits) {
        return preview(new Author("preview", "preview", null), roadmap, edits);
    }

    /** The same answer as {@link #save} of this author, with nothing stored. */
    public Saved preview(Author author, String roadmap, List<Edit> edits) {
        return database.read(tx -> dry(tx, applied(tx, author, roadmap, edits).facts()));
    }

    /** What an edit that leads to these facts would do. */
    Saved dry(Transaction tx, Facts facts) {
        return dry(tx, present(facts), new Cause(Cause.Kind.EDIT, null));
    }

    /** Whether there is a roadmap of this key. */
    public boolean exists(String roadmap) {
        return database.read(tx -> store.exists(tx, roadmap));
    }

    /** Whether the database lies where it did; asks it nothing. */
    public boolean isThere() {
        return database.isThere();
    }

    /** Keys of the roadmaps within reach, in order. */
    public List<String> keys(Reach reach) {
        return reach.of(database.read(store::keys));
    }

    /** Roadmaps as they stand, each on the day it is there; NOT_FOUND when one is not there. */
    public List<Look> looks(List<String> keys) {
        return database.read(tx -> keys.stream()
                .map(key -> present(store.findCurrent(tx, key)))
                .map(snapshot -> new Look(snapshot, day(tx, snapshot.roadmap())))
                .toList());
    }

    /** What other rules would change on a roadmap today, by the evaluation of every save; nothing is stored. */
    public Saved preview(Ruleset rules, String roadmap) {
        return preview(Evaluation.Rules.of(rules), roadmap, rules::evaluate);
    }

    /** The same for rules that were evaluated on it in another process. */
    public Saved preview(DraftReport rules, DraftReport.Run run) {
        return preview(Evaluation.Rules.of(rules), run.roadmap(), (snapshot, day) -> run.outcome());
    }

    private Saved preview(Evaluation.Rules rules, String roadmap, BiFunction<Snapshot, LocalDate, Outcome> evaluator) {
        return database.read(tx -> {
            Snapshot snapshot = present(store.findCurrent(tx, roadmap));
            LocalDate day = day(tx, snapshot.roadmap());
            Cause cause = new Cause(Cause.Kind.RULES, rules.version());
            long begin = System.nanoTime();
            Outcome outcome = evaluator.apply(snapshot, day);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            Evaluation.Result dry =
                    evaluation.merged(tx, new Evaluation.Told(rules, roadmap, day, cause, outcome, took), false);
            return new Saved(null, snapshot, dry.flags(), dry.setAside(), dry.took());
        });
    }

    /**
     * Records a whole history at its own past instants, in one transaction, and evaluates once at the end.
     *
     * <p>CONFLICT when the roadmap exists already; INVALID and the rest as {@link #save}.
     */
    public Saved importDated(String roadmap, List<DatedEdits> steps) {
        return importDated(roadmap, steps, Imports.Watch.NONE);
    }

    /** The same, telling how many of the steps are recorded. */
    public Saved importDated(String roadmap, List<DatedEdits> steps, Imports.Watch watch) {
        return database.write(tx -> {
            Facts facts = unused(tx, roadmap);
            Change last = null;
            Steps told = watch.storing();
            told.begin(steps.size());
            int done = 0;
            for (DatedEdits step : steps) {
                told.done(done++);
                Edits.Result result = Edits.apply(
                        facts, step.edits(), step.at(), step.author().name());
                last = write(tx, roadmap, step.author(), step.at(), Act.IMPORT, result);
            }
            if (last == null) {
                throw new Problem(Problem.Kind.INVALID, "The import holds no changes.");
            }
            return evaluated(
                    tx.telling(watch.evaluating()),
                    last,
                    present(facts),
                    new Cause(Cause.Kind.IMPORT, String.valueOf(last.id())));
        });
    }

    /** The same answer as {@link #importDated}, with nothing stored. */
    public Saved previewImport(String roadmap, List<DatedEdits> steps) {
        return database.read(tx -> {
            Facts facts = unused(tx, roadmap);
            steps.forEach(step ->
                    Edits.apply(facts, step.edits(), step.at(), step.author().name()));
            Snapshot after = present(facts);
            Cause cause = new Cause(Cause.Kind.IMPORT, null);
            return dry(tx, after, cause);
        });
    }

    /** Evaluates every roadmap whose day or rules are behind; returns how many there were. */
    public int sweep() {
        return database.read(store::keys).stream()
                .mapToInt(key -> sweep(key) ? 1 : 0)
                .sum();
    }

    private boolean sweep(String key) {
        return database.write(tx -> {
            Snapshot snapshot = present(store.findCurrent(tx, key));
            LocalDate day = day(tx, snapshot.roadmap());
            Evaluated done = evaluations.find(tx, key).orElse(null);
            boolean newRules = done == null || !done.ruleset().equals(evaluation.ruleset());
            if (done != null && !newRules && !done.on().isBefore(day)) {
                return false;
            }
            Cause cause = newRules
                    ? new Cause(Cause.Kind.RULES, evaluation.ruleset())
                    : new Cause(Cause.Kind.CLOCK, day.toString());
            evaluate(tx, snapshot, cause);
            return true;
        });
    }

    Saved evaluated(Transaction tx, Change change, Snapshot after, Cause cause) {
        Evaluation.Result result = evaluate(tx, after, cause);
        return new Saved(change, after, result.flags(), result.setAside(), result.took());
    }

    /** What an evaluation today would come to, with nothing stored. */
    Saved dry(Transaction tx, Snapshot after, Cause cause) {
        Evaluation.Result dry = evaluation.evaluate(tx, after, day(tx, after.roadmap()), cause, false);
        return new Saved(null, after, dry.flags(), dry.setAside(), dry.took());
    }

    /** When the roadmap was changed last; null when it never was. */
    @Nullable Instant newestChange(Transaction tx, String roadmap) {
        return store.newestChange(tx, roadmap);
    }

    private Evaluation.Result evaluate(Transaction tx, Snapshot snapshot, Cause cause) {
        LocalDate day = day(tx, snapshot.roadmap());
        Evaluation.Result result = evaluation.evaluate(tx, snapshot, day, cause, true);
        meter.add(result.took());
        String key = snapshot.roadmap().key();
        Evaluated done = new Evaluated(day, result.ruleset(), result.setAside());
        boolean further = !evaluations.stands(tx, key, done);
        if (further) {
            evaluations.write(tx, key, done);
        }
        if (further || !result.flags().none()) {
            evaluations.add(tx, key, done, cause);
        }
        return result;
    }

    Change write(Transaction tx, String roadmap, Author author, Instant at, Act act, Edits.Result result) {
        Change draft = new Change(
                0, at, author.name(), roadmap, author.reason(), author.source(), act.approver(), act.undoes(), null);
        Change change = store.begin(tx, draft, act.kind());
        result.gone().forEach(gone -> store.end(tx, change, gone.kind(), gone.key()));
        List<String> stored = new ArrayList<>();
        tx.steps().begin(result.puts().size());
        for (Object fact : result.puts()) {
            tx.steps().done(stored.size());
            stored.add(store.put(tx, change, fact));
        }
        Trail.add(tx, Deeds.of(change, act.kind(), result, stored));
        Topics.of(result).forEach(topic -> changes.add(tx, change, topic));
        return change;
    }

    /** The roadmap as it stands; NOT_FOUND when there is none of this key. */
    Snapshot present(Transaction tx, String roadmap) {
        return present(store.findCurrent(tx, roadmap));
    }

    /** The highest version that a fact ever had, 0 for none. */
    long lastVersion(Transaction tx, String roadmap, Facts.Id id) {
        return store.lastVersion(tx, roadmap, id.kind(), id.key());
    }

    /** The facts as they stand, and what the keys that shall be used anew were used for before. */
    Facts facts(Transaction tx, String roadmap, List<Edit> edits) {
        Facts facts = store.current(tx, roadmap);
        for (Edit edit : edits) {
            Facts.Id id = Facts.Id.of(edit);
            if (facts.get(id.kind(), id.key()) == null) {
                facts.remember(id, store.lastVersion(tx, roadmap, id.kind(), id.key()));
            }
        }
        return facts;
    }

    Facts unused(Transaction tx, String roadmap) {
        if (store.findCurrent(tx, roadmap).isPresent()) {
            throw new Problem(Problem.Kind.CONFLICT, "There is already a roadmap " + roadmap + ".");
        }
        return Facts.of(List.of());
    }

    static Snapshot present(Facts facts) {
        return present(facts.findRoadmap().map(facts::snapshot));
    }

    private static Snapshot present(Optional<Snapshot> snapshot) {
        return snapshot.orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such roadmap."));
    }

    private static LocalDate day(Transaction tx, Roadmap roadmap) {
        return tx.now().atZone(roadmap.zone()).toLocalDate();
    }
}
