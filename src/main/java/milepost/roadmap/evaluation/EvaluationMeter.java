package milepost.roadmap.evaluation;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** How many evaluations were carried out since the start, and how long they took together. */
public final class EvaluationMeter {
    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    public void add(Duration took) {
        count.increment();
        nanos.add(took.toNanos());
    }

    public long count() {
        return count.sum();
    }

    /** Nanoseconds of all together. */
    public double nanos() {
        return nanos.sum();
    }
}
