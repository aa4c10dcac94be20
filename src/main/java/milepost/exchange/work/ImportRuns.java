package milepost.exchange.work;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import milepost.db.Database;
import milepost.facts.Problem;

/**
 * Imports that are begun now and asked about later, for a day and the newest of each person, also after the program was started
 * again: what they stored and that they are done is one unit of work, and of one that ended without it nothing is stored.
 */
public final class ImportRuns {
    public static final int OF_ONE_PERSON = 20;
    private static final String UNFORESEEN = "The server met an error while it read the file; nothing was stored.";
    private static final String INTERRUPTED =
            "The server stopped while this import was running; nothing of it was stored. Send it again.";

    /** How long another program that works on the same database may take for an import. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Database database;
    private final Works works;
    private final ImportRunStore store = new ImportRunStore();
    private final Map<String, Work<?>> here = new ConcurrentHashMap<>();

    public ImportRuns(Database database, Works works) {
        this.database = database;
        this.works = works;
    }

    /** An import: all up to its last part, and that by the unit. */
    public interface Task<T> {
        T carryOut(Tracker tracker, Unit unit);
    }

    /** Carries out the last part of an import, which stores it. */
    public interface Unit {
        /** Nothing is remembered of it. */
        Unit PLAIN = new Unit() {
            @Override
            public <R> R of(Supplier<R> work, Function<R, String> answer) {
                return work.get();
            }
        };

        <R> R of(Supplier<R> work, Function<R, String> answer);
    }

    /**
     * Begins an import as soon as there is room; empty when too much waits already.
     *
     * @param refusal what is told when the file is refused
     */
    public <T> Optional<Work<T>> begin(ImportRun.Order order, Task<T> task, Function<Problem, String> refusal) {
        here.values().removeIf(Work::ended);
        database.write(tx -> {
            store.forget(tx, tx.now().minus(1, ChronoUnit.DAYS), order.person(), OF_ONE_PERSON - 1);
            store.begin(tx, order);
            return order;
        });
        Unit unit = unit(order);
        Optional<Work<T>> work =
                works.begin(tracker -> task.carryOut(tracker, unit), ended -> told(order.id(), ended, refusal));
        work.ifPresentOrElse(begun -> here.put(order.id(), begun), () -> forget(order.id()));
        return work;
    }

    /** How an import stands that this person began; empty when it is somebody else's, or forgotten. */
    public Optional<ImportRun> find(String id, String person) {
        boolean runs = findWork(id).filter(work -> !work.ended()).isPresent();
        return database.read(tx -> {
            Optional<ImportRun> found = store.find(tx, id, person);
            boolean elsewhere = database.shared()
                    && found.filter(run -> run.begunAt().isAfter(tx.now().minus(LONGEST)))
                            .isPresent();
            return found.map(run -> runs || elsewhere ? run : run.left());
        });
    }

    /** What carries the import out, in this program. */
    public Optional<Work<?>> findWork(String id) {
        return Optional.ofNullable(here.get(id));
    }

    /** Why nothing came of an import that the end of the program stopped. */
    public static String interrupted() {
        return INTERRUPTED;
    }

    private Unit unit(ImportRun.Order order) {
        return new Unit() {
            @Override
            public <R> R of(Supplier<R> work, Function<R, String> answer) {
                return order.dryRun() ? kept(work, answer) : database.whole(() -> kept(work, answer));
            }

            private <R> R kept(Supplier<R> work, Function<R, String> answer) {
                R result = work.get();
                end(order.id(), ImportRun.State.DONE, answer.apply(result));
                return result;
            }
        };
    }

    private void told(String id, Work<?> ended, Function<Problem, String> refusal) {
        RuntimeException wrong = ended.failure();
        if (wrong != null) {
            Problem problem = wrong instanceof Problem known ? known : new Problem(Problem.Kind.INVALID, UNFORESEEN);
            end(id, ended.stopped() ? ImportRun.State.STOPPED : ImportRun.State.FAILED, refusal.apply(problem));
        }
    }

    private void end(String id, ImportRun.State state, String answer) {
        database.write(tx -> {
            store.end(tx, id, state, answer);
            return id;
        });
    }

    private void forget(String id) {
        database.write(tx -> {
            store.forget(tx, id);
            return id;
        });
    }
}
