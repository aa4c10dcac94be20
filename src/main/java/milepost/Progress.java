package milepost;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Says on stderr how far long work has come, at most once in two seconds: short work stays silent. */
final class Progress {
    private static final long PAUSE = Duration.ofSeconds(2).toNanos();

    private static final int LONG = 10_000;

    private final String work;
    private final int total;
    private final LongSupplier nanos;
    private final PrintStream out;
    private long last;
    private int done;

    Progress(String work, int total, LongSupplier nanos, PrintStream out) {
        this.work = work;
        this.total = total;
        this.nanos = nanos;
        this.out = out;
        this.last = nanos.getAsLong();
    }

    static Progress of(String work, int total) {
        return new Progress(work, total, System::nanoTime, System.err);
    }

    /** Says what comes next, if there was so much that it takes seconds too. */
    void next(String sentence) {
        if (done >= LONG) {
            out.println(sentence);
        }
    }

    /** One more of the total is done. */
    void step() {
        done++;
        if (nanos.getAsLong() - last >= PAUSE) {
            last = nanos.getAsLong();
            out.println(work + ": " + done + (total == 0 ? "" : " of " + total));
        }
    }
}
