package milepost.exchange.work;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Carries work on files out beside the requests: little at once, and a few that wait. */
public final class Works implements AutoCloseable {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 30;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration LONGEST_END = Duration.ofSeconds(8);

    private final ThreadPoolExecutor threads;
    private final Set<Work<?>> open = ConcurrentHashMap.newKeySet();

    public Works() {
        threads = new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "files");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Begins it as soon as there is room; empty when too much waits already. */
    public <T> Optional<Work<T>> begin(Function<Tracker, T> task) {
        return begin(task, ended -> {});
    }

    /**
     * The same.
     *
     * @param after what is done at its end, before anybody else hears of that
     */
    public <T> Optional<Work<T>> begin(Function<Tracker, T> task, Consumer<Work<T>> after) {
        Work<T> work = new Work<>();
        open.add(work);
        try {
            threads.execute(() -> {
                try {
                    work.carryOut(task, after);
                } finally {
                    open.remove(work);
                }
            });
            return Optional.of(work);
        } catch (RejectedExecutionException full) {
            open.remove(work);
            return Optional.empty();
        }
    }

    /** Ends all work before its next step and waits for that. */
    @Override
    public void close() {
        threads.shutdown();
        open.forEach(Work::stop);
        try {
            threads.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
