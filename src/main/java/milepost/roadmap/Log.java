package milepost.roadmap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milepost.db.Transaction;
import milepost.flags.Flags;

/** Tells what happened to a roadmap, change by change. */
final class Log {
    /** Imports touch hundreds of facts; nobody reads that many in a list of changes. */
    private static final int MOST_TOUCHED = 6;

    private final LogStore store = new LogStore();
    private final Flags flags;

    Log(Flags flags) {
        this.flags = flags;
    }

    List<LogEntry> latest(Transaction tx, String roadmap, int limit) {
        return store.changes(tx, roadmap, limit).stream()
                .map(change -> entry(tx, change))
                .toList();
    }

    Optional<Change> find(Transaction tx, String roadmap, long id) {
        return store.find(tx, roadmap, id);
    }

    List<LogEntry> after(Transaction tx, String roadmap, Instant at, int limit) {
        return store.after(tx, roadmap, at, limit).stream()
                .map(change -> entry(tx, change))
                .toList();
    }

    private LogEntry entry(Transaction tx, Change change) {
        List<LogStore.Step> steps = new ArrayList<>(store.came(tx, change, MOST_TOUCHED + 1));
        steps.addAll(store.went(tx, change, MOST_TOUCHED + 1));
        List<LogEntry.Touched> touched =
                steps.stream().limit(MOST_TOUCHED).map(Log::touched).toList();
        boolean more = steps.size() > MOST_TOUCHED;
        return new LogEntry(change, touched, more, flags.causedBy(tx, change.roadmap(), change.id()));
    }

    private static LogEntry.Touched touched(LogStore.Step step) {
        Class<?> type = step.kind().type();
        if (step.after() == null) {
            return new LogEntry.Touched(type, step.key(), LogEntry.How.REMOVED, List.of());
        }
        if (step.before() == null) {
            return new LogEntry.Touched(type, step.key(), LogEntry.How.ADDED, List.of());
        }
        List<HistoryEntry.FieldChange> fields = Histories.changes(step.before(), step.after());
        return new LogEntry.Touched(type, step.key(), LogEntry.How.CHANGED, fields);
    }
}
