package milepost.rules.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries drafts of rules in child processes, two at a time, and always has another child waiting so that nobody waits for one to
 * start. A child that does not answer in time, or dies, is replaced; so is one that has answered often.
 */
public final class DraftWorker implements AutoCloseable {
    /** How long one request may take. */
    public static final Duration DEADLINE = Duration.ofSeconds(10);

    static final int MOST_RUNS = 200;
    private static final Duration START = Duration.ofSeconds(30);
    private static final int AT_ONCE = 2;
    private static final Logger LOG = LoggerFactory.getLogger(DraftWorker.class);

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Deque<Child> waiting = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService clock;
    private final ExecutorService starter;
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong stopped = new AtomicLong();
    private final String main;
    private final List<Path> further;
    private final Duration deadline;
    private final @Nullable Supplier<Request> warm;
    private @Nullable Launch launch;
    private String key = "";
    private volatile boolean closed;

    /** Returns at once; the first child starts in the background. */
    public static DraftWorker start() {
        return new DraftWorker(WorkerMain.class, DEADLINE, List.of(), null);
    }

    /**
     * The same; a child that waits has answered that already.
     *
     * @param warm what most requests will be like: the rules in use
     */
    public static DraftWorker start(Supplier<Request> warm) {
        return new DraftWorker(WorkerMain.class, DEADLINE, List.of(), warm);
    }

    /** The class that answers may lie in a further folder of classes. */
    DraftWorker(Class<?> main, Duration deadline, List<Path> further) {
        this(main, deadline, further, null);
    }

    private DraftWorker(Class<?> main, Duration deadline, List<Path> further, @Nullable Supplier<Request> warm) {
        this.warm = warm;
        this.main = main.getName();
        this.deadline = deadline;
        this.further = further;
        this.clock = Executors.newSingleThreadScheduledExecutor(DraftWorker::thread);
        this.starter = Executors.newSingleThreadExecutor(DraftWorker::thread);
        fill();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "draft-worker");
        thread.setDaemon(true);
        return thread;
    }

    /** What the children have done since the start, for the page of administrators. */
    public Health health() {
        return new Health(waiting.size(), AT_ONCE - places.availablePermits(), answered.get(), stopped.get());
    }

    /**
     * What the children have done since the start.
     *
     * @param waiting children that are ready
     * @param working requests being answered
     * @param answered requests that were answered
     * @param stopped requests without an answer: too long, too much memory, too large, or a child that broke
     */
    public record Health(int waiting, int working, long answered, long stopped) {}

    /** What the operating system keeps from the children; waits for the first one. */
    public Jail jail() {
        try {
            return launch().jail();
        } catch (IOException e) {
            return Jail.NONE;
        }
    }

    /** The folder that children are started from. */
    Path home() throws IOException {
        return launch().home();
    }

    /** Has a child do it. */
    public Answer ask(Request request) {
        Answer answer = asked(request);
        (answer instanceof Answer.Given ? answered : stopped).incrementAndGet();
        return answer;
    }

    private Answer asked(Request request) {
        byte[] bytes = RecordCodec.bytes(request);
        if (bytes.length > Frames.MOST_ASKED) {
            return Answer.Reason.SIZE.stopped();
        }
        try {
            if (!places.tryAcquire(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                return Answer.Reason.BUSY.stopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.Reason.BUSY.stopped();
        }
        try {
            Child child = take();
            Answer answer = new Answer.Given(child.ask(bytes, deadline));
            giveBack(child);
            return answer;
        } catch (Child.Lost e) {
            LOG.info("A draft was stopped: {}", e.reason());
            return e.reason().stopped();
        } catch (IOException e) {
            LOG.warn("No process for drafts can be started", e);
            return Answer.Reason.BROKEN.stopped();
        } finally {
            places.release();
            fill();
        }
    }

    private void fill() {
        try {
            starter.execute(this::refill);
        } catch (RejectedExecutionException e) {
            LOG.debug("No more children after the end");
        }
    }

    private Child take() throws IOException, Child.Lost {
        Launch ready = launch();
        Child child = waiting.poll();
        if (child == null) {
            return Child.start(ready, START, clock);
        }
        return child;
    }

    private void giveBack(Child child) {
        if (closed || child.runs() >= MOST_RUNS || waiting.size() >= AT_ONCE) {
            child.close();
        } else {
            waiting.push(child);
        }
    }

    private void refill() {
        try {
            Launch ready = launch();
            Child first = waiting.peek();
            if (!closed && first == null) {
                waiting.add(warmed(Child.start(ready, START, clock)));
            } else if (!closed && first.runs() == 0 && waiting.remove(first)) {
                waiting.add(warmed(first));
            }
            if (closed) {
                waiting.forEach(Child::close);
            }
        } catch (IOException | Child.Lost e) {
            if (!closed) {
                LOG.warn("No process for drafts can be started", e);
            }
        }
    }

    /** Reading the rules in use for the first time is the slow part of the first request. */
    private Child warmed(Child child) throws Child.Lost {
        if (warm != null) {
            child.ask(RecordCodec.bytes(warm.get()), START);
        }
        return child;
    }

    /**
     * How children are started here: the first jail in which one comes up. What they are started from lies among temporary files,
     * which some systems clear away after some days; then it is written again, to a folder of a new name.
     */
    private synchronized Launch launch() throws IOException {
        if (launch != null && key.equals(keyOf(launch.home()))) {
            return launch;
        }
        launch = null;
        Path home = Files.createTempDirectory("milepost-drafts");
        key = keyOf(home);
        Files.createDirectories(home.resolve("lib"));
        LeanJar.write(home.resolve("lib/rules.jar"), further);
        Launch plain = new Launch(Jail.NONE, home, main, deadline);
        for (Jail jail : Stream.of(Jail.values()).filter(Jail::isPossible).toList()) {
            try {
                waiting.add(Child.start(plain.in(jail), START, clock));
                launch = plain.in(jail);
                break;
            } catch (IOException | Child.Lost e) {
                if (closed) {
                    throw new IOException("The program is ending.", e);
                }
                LOG.info("Drafts cannot be tried in {}: {}", jail, e.getMessage());
            }
        }
        launch = Objects.requireNonNullElse(launch, plain);
        LOG.info("Drafts are tried in {}: {}", launch.jail(), launch.jail().meaning());
        return launch;
    }

    /** Tells a folder that holds the classes from any other, be it of the same name; empty when the classes are gone. */
    private static String keyOf(Path home) {
        try {
            boolean emptied = Files.exists(home.resolve("lib")) && !Files.exists(home.resolve("lib/rules.jar"));
            return emptied
                    ? ""
                    : home + " "
                            + Files.readAttributes(home, BasicFileAttributes.class)
                                    .fileKey();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        closed = true;
        starter.shutdownNow();
        clock.shutdownNow();
        waiting.forEach(Child::close);
        Launch used = launch;
        if (used != null) {
            delete(used.home());
        }
    }

    private static void delete(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            LOG.info("{} could not be deleted", home, e);
        }
    }
}
