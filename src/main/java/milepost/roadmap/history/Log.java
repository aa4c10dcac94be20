package milepost.roadmap.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import milepost.db.Transaction;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.flags.Flags;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.store.Change;
import milepost.roadmap.store.HistoryFilter;
import milepost.roadmap.store.LogEntry;
import milepost.roadmap.store.LogStore;
import milepost.roadmap.store.Topics;

/** Tells what happened to a roadmap, change by change. */
public final class Log {
    /** Imports touch hundreds of facts; nobody reads that many in a list of changes. */
    private static final int MOST_TOUCHED = 6;

    /** Among so many facts of one change those that were asked for are looked for. */
    private static final int MOST_SEARCHED = 1_000;

    private static final Recorded UNVERSIONED = new Recorded(0, Instant.EPOCH, "");

    private final LogStore store = new LogStore();
    private final Flags flags;

    public Log(Flags flags) {
        this.flags = flags;
    }

    public List<LogEntry> latest(Transaction tx, String roadmap, int limit) {
        return page(tx, roadmap, HistoryFilter.ALL, limit);
    }

    public List<LogEntry> page(Transaction tx, String roadmap, HistoryFilter filter, int limit) {
        return store.changes(tx, roadmap, filter, limit).stream()
                .map(change -> entry(tx, change, MOST_TOUCHED, filter))
                .toList();
    }

    public Optional<Change> find(Transaction tx, String roadmap, long id) {
        return store.find(tx, roadmap, id);
    }

    public List<LogEntry> after(Transaction tx, String roadmap, Instant at, int limit) {
        return store.after(tx, roadmap, at, limit).stream()
                .map(change -> entry(tx, change, MOST_TOUCHED, HistoryFilter.ALL))
                .toList();
    }

    /** One change with at most so many of the facts it touched; NOT_FOUND when the roadmap has none of this number. */
    public LogEntry one(Transaction tx, String roadmap, long id, int most) {
        return entry(tx, change(tx, roadmap, id), most, HistoryFilter.ALL);
    }

    public Change change(Transaction tx, String roadmap, long id) {
        return store.find(tx, roadmap, id)
                .orElseThrow(
                        () -> new Problem(Problem.Kind.NOT_FOUND, "There is no change " + id + " of this roadmap."));
    }

    /** Everything that came or went with a change. */
    public List<LogStore.Step> steps(Transaction tx, Change change, int most) {
        List<LogStore.Step> steps = new ArrayList<>(store.came(tx, change, most));
        steps.addAll(store.went(tx, change, most));
        return steps;
    }

    /** What was asked for is told first. */
    private LogEntry entry(Transaction tx, Change change, int most, HistoryFilter filter) {
        boolean narrowed = filter.kind() != null || filter.milestone() != null;
        List<LogStore.Step> steps = steps(tx, change, narrowed ? MOST_SEARCHED : most + 1);
        if (narrowed) {
            steps.sort(Comparator.comparing(step -> !asked(step, filter)));
        }
        List<LogEntry.Touched> touched =
                steps.stream().limit(most).map(Log::touched).toList();
        boolean more = steps.size() > most;
        return new LogEntry(change, touched, more, flags.causedBy(tx, change.roadmap(), change.id()));
    }

    private static boolean asked(LogStore.Step step, HistoryFilter filter) {
        if (filter.kind() != null && !filter.kind().equals(step.kind().name())) {
            return false;
        }
        String body = step.after() == null ? step.before() : step.after();
        return filter.milestone() == null
                || body == null
                || Topics.milestones(
                                FactJson.read(body, UNVERSIONED, step.kind().type()))
                        .contains(filter.milestone());
    }

    private static LogEntry.Touched touched(LogStore.Step step) {
        LogEntry.How how = step.after() == null
                ? LogEntry.How.REMOVED
                : step.before() == null ? LogEntry.How.ADDED : LogEntry.How.CHANGED;
        return new LogEntry.Touched(
                step.kind().type(), step.key(), how, Histories.changes(step.before(), step.after()));
    }
}
