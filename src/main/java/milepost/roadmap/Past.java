package milepost.roadmap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import milepost.db.Database;
import milepost.db.Transaction;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.facts.Roadmap;
import milepost.facts.Snapshot;
import milepost.flags.Flags;
import org.jspecify.annotations.Nullable;

/** The use cases of looking back: the history of a roadmap, what is different between two moments, and taking changes back. */
public final class Past {
    /** How many facts of one change are told one by one. */
    public static final int MOST_FACTS = 200;

    private static final int MOST_UNDONE = 10_000;

    private final Roadmaps roadmaps;
    private final Database database;
    private final Flags flags;
    private final Log log;
    private final LogStore changes = new LogStore();
    private final MoveStore moves = new MoveStore();
    private final Moments moments = new Moments();

    Past(Roadmaps roadmaps, Database database, Flags flags) {
        this.roadmaps = roadmaps;
        this.database = database;
        this.flags = flags;
        this.log = new Log(flags);
    }

    /** Changes of a roadmap, newest first; NOT_FOUND when there is no such roadmap. */
    public List<LogEntry> page(String roadmap, HistoryFilter filter, int limit) {
        roadmaps.snapshot(roadmap);
        return database.read(tx -> log.page(tx, roadmap, filter, limit));
    }

    /** One change with the first {@link #MOST_FACTS} facts it touched; NOT_FOUND when there is none of this number. */
    public LogEntry change(String roadmap, long id) {
        return database.read(tx -> log.one(tx, roadmap, id, MOST_FACTS));
    }

    /** Everybody who has changed the roadmap, in order. */
    public List<String> people(String roadmap) {
        return database.read(tx -> changes.people(tx, roadmap));
    }

    /** What undoing a change would do; nothing is stored. NOT_FOUND when there is none of this number. */
    public Undoing undoing(String roadmap, long id) {
        Snapshot now = roadmaps.snapshot(roadmap);
        return database.read(tx -> {
            UndoPlan plan = plan(tx, roadmap, id, now);
            LogEntry entry = log.one(tx, roadmap, id, MOST_FACTS);
            Saved effect = plan.clashes().isEmpty()
                    ? roadmaps.dry(tx, result(tx, roadmap, plan, "preview").facts())
                    : null;
            return new Undoing(entry, plan.baselines(), plan.clashes(), effect);
        });
    }

    /**
     * Takes a change back by a new change, with the evaluation of every save.
     *
     * <p>CONFLICT with what is different when something it touched was changed since; NOT_FOUND when there is no such change.
     */
    public Saved undo(Roadmaps.Author author, String roadmap, long id) {
        return database.write(tx -> {
            UndoPlan plan = plan(tx, roadmap, id, roadmaps.present(tx, roadmap));
            if (!plan.clashes().isEmpty()) {
                throw conflict(id, plan.clashes());
            }
            String reason = author.reason() == null ? "Undid change " + id : author.reason();
            Roadmaps.Author undoer = new Roadmaps.Author(author.name(), reason, author.source());
            return roadmaps.carryOut(tx, undoer, result(tx, roadmap, plan, author.name()), Act.undoing(id));
        });
    }

    /**
     * What is different between two moments, each named by a day, an instant, the number of a change or a baseline; no text stands
     * for now. INVALID with the field, {@code from} or {@code to}, when one cannot be understood.
     */
    public Comparison compare(String roadmap, @Nullable String from, @Nullable String to) {
        Roadmap now = roadmaps.snapshot(roadmap).roadmap();
        Comparison facts = database.read(tx -> {
            Moment first = moments.find(tx, new Moments.Asked(roadmap, now.zone(), "from", from));
            Moment second = moments.find(tx, new Moments.Asked(roadmap, now.zone(), "to", to));
            var sides = new CompareStore().between(tx, roadmap, first.change(), second.change());
            return new Comparison(first, second, Comparing.facts(sides), List.of());
        });
        return new Comparison(
                facts.from(),
                facts.to(),
                facts.differences(),
                Comparing.flags(
                        flags.then(roadmap, facts.from().at(), now.zone()),
                        flags.then(roadmap, facts.to().at(), now.zone())));
    }

    /** What each milestone has promised through time, by key; without those that never had a due date. */
    public List<Promise> promises(String roadmap) {
        roadmaps.snapshot(roadmap);
        Map<String, List<DueMove>> byMilestone = new LinkedHashMap<>();
        database.read(tx -> moves.list(tx, roadmap, null))
                .forEach(move -> byMilestone
                        .computeIfAbsent(move.milestone(), key -> new ArrayList<>())
                        .add(move));
        return byMilestone.entrySet().stream()
                .map(entry -> new Promise(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What a milestone has promised through time; empty when it never had a due date. */
    public Optional<Promise> findPromise(String roadmap, String milestone) {
        List<DueMove> all = database.read(tx -> moves.list(tx, roadmap, milestone));
        return all.isEmpty() ? Optional.empty() : Optional.of(new Promise(milestone, all));
    }

    private UndoPlan plan(Transaction tx, String roadmap, long id, Snapshot now) {
        Change change = log.change(tx, roadmap, id);
        return UndoPlan.of(tx, changes, roadmap, log.steps(tx, change, MOST_UNDONE), now);
    }

    /** Facts go through the checks of every edit; comments and baselines, which rules do not see, need none. */
    private Edits.Result result(Transaction tx, String roadmap, UndoPlan plan, String actor) {
        List<Edit> edits = plan.edits().stream().filter(e -> !kind(e).note()).toList();
        List<Edit> notes = plan.edits().stream().filter(e -> kind(e).note()).toList();
        try {
            Edits.Result facts = Edits.apply(roadmaps.facts(tx, roadmap, edits), edits, tx.now(), actor);
            return notes.isEmpty() ? facts : with(tx, roadmap, facts, notes, actor);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.INVALID) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "This cannot be undone any more. " + problem.getMessage(),
                        problem.fields());
            }
            throw problem;
        }
    }

    private Edits.Result with(Transaction tx, String roadmap, Edits.Result facts, List<Edit> notes, String actor) {
        List<Object> puts = new ArrayList<>(facts.puts());
        Set<Edits.Gone> gone = new LinkedHashSet<>(facts.gone());
        for (Edit edit : notes) {
            Facts.Id id = Facts.Id.of(edit);
            if (edit instanceof Edit.Put put) {
                Recorded recorded = new Recorded(roadmaps.lastVersion(tx, roadmap, id) + 1, tx.now(), actor);
                puts.add(FactJson.read(
                        FactJson.body(put.fact()), recorded, id.kind().type()));
            } else {
                LogStore.Present now =
                        changes.findPresent(tx, roadmap, id.kind(), id.key()).orElseThrow();
                Recorded recorded = new Recorded(
                        now.version(), now.change().at(), now.change().actor());
                Object fact = FactJson.read(now.body(), recorded, id.kind().type());
                gone.add(new Edits.Gone(id.kind(), id.key(), fact));
            }
        }
        return new Edits.Result(facts.facts(), puts, gone);
    }

    private static FactKind kind(Edit edit) {
        return Facts.Id.of(edit).kind();
    }

    private static Problem conflict(long id, List<Clash> clashes) {
        List<Problem.FieldError> fields = new ArrayList<>();
        for (Clash clash : clashes) {
            String place = FactKind.of(clash.type()).noun() + "/" + clash.key();
            fields.add(new Problem.FieldError(place, clash.sentence()));
            clash.fields()
                    .forEach(f -> fields.add(new Problem.FieldError(
                            place + "/" + f.field(),
                            "The change left " + said(f.before()) + ", now it is " + said(f.after()) + ".")));
        }
        return new Problem(
                Problem.Kind.CONFLICT,
                "Change " + id + " cannot be undone: what it touched was changed since.",
                fields);
    }

    private static String said(@Nullable String value) {
        return value == null ? "nothing" : value;
    }
}
