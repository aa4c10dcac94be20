package milepost.rules.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One child process; used by one caller at a time, and never again after it failed to answer. */
final class Child implements AutoCloseable {
    /** Exit status of a child whose answer is longer than agreed. */
    static final int TOO_LONG = 4;
    /** Exit status of Java when memory runs out. */
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final ScheduledExecutorService clock;
    private int runs;

    /** The child gave no answer and is of no more use. */
    static final class Lost extends Exception {
        private static final long serialVersionUID = 1L;
        private final Answer.Reason reason;

        Lost(Answer.Reason reason, Throwable cause) {
            super(reason.name(), cause);
            this.reason = reason;
        }

        Answer.Reason reason() {
            return reason;
        }
    }

    private interface Talk<T> {
        T run() throws IOException;
    }

    private Child(Process process, ScheduledExecutorService clock) {
        this.process = process;
        this.clock = clock;
    }

    /** A child that is ready to answer. */
    static Child start(Launch launch, Duration within, ScheduledExecutorService clock) throws IOException, Lost {
        Child child = new Child(launch.start(), clock);
        child.within(within, () -> Frames.read(child.process.getInputStream(), Frames.MOST_ANSWERED));
        return child;
    }

    DraftReport ask(byte[] request, Duration within) throws Lost {
        runs++;
        return within(within, () -> {
            Frames.write(process.getOutputStream(), request, Frames.MOST_ASKED);
            byte[] answer = Frames.read(process.getInputStream(), Frames.MOST_ANSWERED);
            return RecordCodec.read(answer, DraftReport.class);
        });
    }

    int runs() {
        return runs;
    }

    /** Ends the process when the time is over, which also ends any waiting for its pipes. */
    private <T> T within(Duration time, Talk<T> talk) throws Lost {
        AtomicBoolean late = new AtomicBoolean();
        Runnable kill = () -> {
            late.set(true);
            process.destroyForcibly();
        };
        ScheduledFuture<?> end;
        try {
            end = clock.schedule(kill, time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw lost(Answer.Reason.BROKEN, new IOException("The program is ending.", e));
        }
        try {
            return talk.run();
        } catch (Frames.TooLong e) {
            throw lost(Answer.Reason.SIZE, e);
        } catch (IOException e) {
            throw lost(late.get() ? Answer.Reason.TIME : reason(), e);
        } finally {
            end.cancel(false);
        }
    }

    private Lost lost(Answer.Reason reason, IOException cause) {
        close();
        return new Lost(reason, cause);
    }

    private Answer.Reason reason() {
        try {
            if (process.waitFor(2, TimeUnit.SECONDS)) {
                return switch (process.exitValue()) {
                    case OUT_OF_MEMORY -> Answer.Reason.MEMORY;
                    case TOO_LONG -> Answer.Reason.SIZE;
                    default -> Answer.Reason.BROKEN;
                };
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.Reason.BROKEN;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
