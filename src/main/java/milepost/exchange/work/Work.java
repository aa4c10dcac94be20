package milepost.exchange.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One piece of work: how far it has come, and in the end what came of it. */
public final class Work<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final long FORGOTTEN = Duration.ofHours(1).toNanos();

    /**
     * How far it has come.
     *
     * @param total 0 when the steps of the stage cannot be counted
     * @param taken since it was handed in
     */
    public record Progress(Stage stage, int done, int total, Duration taken) {}

    /** Ends work from within. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super("stopped", null, false, false);
        }
    }

    private final class Told implements Tracker {
        @Override
        public void begin(Stage next, int steps) {
            check();
            done = 0;
            total = steps;
            stage = next;
        }

        @Override
        public void done(int count) {
            check();
            done = count;
        }

        private void check() {
            if (stopped) {
                throw new Stopped();
            }
        }
    }

    private final CountDownLatch end = new CountDownLatch(1);
    private final long begin = System.nanoTime();
    private volatile Stage stage = Stage.WAITING;
    private volatile long ended;
    private volatile int done;
    private volatile int total;
    private volatile boolean stopped;
    private volatile boolean undone;
    private volatile @Nullable T result;
    private volatile @Nullable RuntimeException failure;

    /**
     * Does it.
     *
     * @param after what is done before anybody hears of the end
     */
    void carryOut(Function<Tracker, T> task, Consumer<Work<T>> after) {
        try {
            Tracker told = new Told();
            told.begin(Stage.READING, 0);
            result = task.apply(told);
        } catch (Stopped wished) {
            failure = interrupted();
            undone = true;
        } catch (RuntimeException e) {
            if (!(e instanceof Problem)) {
                LOG.error("work on a file failed", e);
            }
            failure = e;
        } catch (Error e) {
            failure = new IllegalStateException("work on a file failed", e);
            throw e;
        } finally {
            tell(after);
            ended = System.nanoTime();
            end.countDown();
        }
    }

    private void tell(Consumer<Work<T>> after) {
        try {
            after.accept(this);
        } catch (RuntimeException e) {
            LOG.error("the end of work on a file could not be kept", e);
        }
    }

    /** Whether it ended because it was stopped, with nothing done; only to be asked when it has ended. */
    public boolean stopped() {
        return undone;
    }

    /** Whether it shall end before its next step. */
    public boolean stopping() {
        return stopped;
    }

    /** Why nothing came of it; null when something did, or while it goes on. */
    @Nullable RuntimeException failure() {
        return failure;
    }

    /** Ends it before its next step; what it has done so far is undone. */
    public void stop() {
        stopped = true;
    }

    public Progress progress() {
        return new Progress(stage, done, total, Duration.ofNanos(System.nanoTime() - begin));
    }

    public boolean ended() {
        return end.getCount() == 0;
    }

    /** Whether it ended so long ago that nobody waits for it any more. */
    public boolean forgotten() {
        return ended() && System.nanoTime() - ended > FORGOTTEN;
    }

    /** Whether it has ended, now or within this time. */
    public boolean await(Duration most) {
        try {
            return end.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ended();
        }
    }

    /**
     * What came of it; only to be asked for when it has ended.
     *
     * @throws Problem for what is wrong with the file
     */
    public T result() {
        RuntimeException wrong = failure;
        if (wrong != null) {
            throw wrong;
        }
        T came = result;
        if (came == null) {
            throw new IllegalStateException("asked for the result of work that goes on");
        }
        return came;
    }

    private static Problem interrupted() {
        return new Problem(
                Problem.Kind.CONFLICT,
                "The import was stopped before its end; nothing of it was stored. Send it again.");
    }
}
