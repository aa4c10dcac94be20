package milepost.roadmap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.db.Database;
import milepost.db.Transaction;
import milepost.facts.Problem;
import milepost.facts.Roadmap;
import milepost.flags.Flags;
import milepost.roadmap.history.CompareStore;
import milepost.roadmap.history.Comparing;
import milepost.roadmap.history.Comparison;
import milepost.roadmap.history.DueMove;
import milepost.roadmap.history.Log;
import milepost.roadmap.history.Moment;
import milepost.roadmap.history.MoveStore;
import milepost.roadmap.history.Promise;
import milepost.roadmap.store.Change;
import milepost.roadmap.store.HistoryFilter;
import milepost.roadmap.store.LogEntry;
import milepost.roadmap.store.LogStore;
import org.jspecify.annotations.Nullable;

/** The use cases of looking back: the history of a roadmap, its slips, and what is different between two moments. */
public final class Past {
    /** How many facts of one change are told one by one. */
    public static final int MOST_FACTS = 200;

    private final Roadmaps roadmaps;
    private final Database database;
    private final Flags flags;
    private final Log log;
    private final LogStore changes = new LogStore();
    private final MoveStore moves = new MoveStore();
    private final Moments moments = new Moments();
    private final @Nullable Instant until;

    Past(Roadmaps roadmaps, Database database, Flags flags, @Nullable Instant until) {
        this.roadmaps = roadmaps;
        this.database = database;
        this.flags = flags;
        this.log = new Log(flags);
        this.until = until;
    }

    /** The past as it was known at an instant: nothing that was recorded later is in it. */
    public Past known(Instant at) {
        return new Past(roadmaps, database, flags, at);
    }

    /** Changes of a roadmap, newest first; NOT_FOUND when there is no such roadmap. */
    public List<LogEntry> page(String roadmap, HistoryFilter filter, int limit) {
        roadmaps.snapshot(roadmap);
        HistoryFilter wanted = until == null ? filter : filter.known(until);
        return database.read(tx -> log.page(tx, roadmap, wanted, limit).stream()
                .map(entry -> entry.with(known(tx, entry.change())))
                .toList());
    }

    /** One change with the first {@link #MOST_FACTS} facts it touched; NOT_FOUND when there is none of this number. */
    public LogEntry change(String roadmap, long id) {
        return database.read(tx -> {
            LogEntry entry = log.one(tx, roadmap, id, MOST_FACTS);
            if (until != null && entry.change().at().isAfter(until)) {
                throw new Problem(
                        Problem.Kind.NOT_FOUND,
                        "Change " + id + " was not recorded yet at " + until + "; it is of "
                                + entry.change().at() + ".");
            }
            return entry.with(known(tx, entry.change()));
        });
    }

    /** Everybody who has changed the roadmap, in order. */
    public List<String> people(String roadmap) {
        return database.read(tx -> changes.people(tx, roadmap, until));
    }

    /**
     * What is different between two moments, each named by a day, an instant, the number of a change or a baseline; no text stands
     * for the last moment known. INVALID with the field, {@code from} or {@code to}, when one cannot be understood.
     */
    public Comparison compare(String roadmap, @Nullable String from, @Nullable String to) {
        Roadmap now = roadmaps.snapshot(roadmap).roadmap();
        Comparison facts = database.read(tx -> {
            Moment first = moments.find(tx, new Moments.Asked(roadmap, now.zone(), "from", from, until));
            Moment second = moments.find(tx, new Moments.Asked(roadmap, now.zone(), "to", to, until));
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
        moves(roadmap, null)
                .forEach(move -> byMilestone
                        .computeIfAbsent(move.milestone(), key -> new ArrayList<>())
                        .add(move));
        return byMilestone.entrySet().stream()
                .map(entry -> new Promise(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What a milestone has promised through time; empty when it never had a due date. */
    public Optional<Promise> findPromise(String roadmap, String milestone) {
        List<DueMove> all = moves(roadmap, milestone);
        return all.isEmpty() ? Optional.empty() : Optional.of(new Promise(milestone, all));
    }

    private List<DueMove> moves(String roadmap, @Nullable String milestone) {
        return database.read(tx -> moves.list(tx, roadmap, milestone).stream()
                .filter(move -> until == null || !move.change().at().isAfter(until))
                .map(move -> move.with(known(tx, move.change())))
                .toList());
    }

    /** A change as it was known: an undo that came later had not happened. */
    private Change known(Transaction tx, Change change) {
        return until == null || change.undoneBy() == null
                ? change
                : change.undoneBy(changes.findUndo(tx, change, until).orElse(null));
    }
}
