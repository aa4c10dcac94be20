package milepost.exchange.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import that goes on beside a request, or what came of it.
 *
 * @param answer what is told in the end, as whoever began it writes it; null while it runs
 */
public record ImportRun(
        Order order, Instant begunAt, State state, @Nullable String answer) {

    /**
     * What tells one import from another.
     *
     * @param person who began it, and alone is told of it
     * @param roadmap empty for the one that the file holds
     */
    public record Order(String id, String person, String roadmap, boolean dryRun) {}

    /** The same when nobody carries it out any more: one that still ran was stopped. */
    ImportRun left() {
        return state == State.RUNNING ? new ImportRun(order, begunAt, State.STOPPED, null) : this;
    }

    /** How it stands. Of one that failed or was stopped nothing is stored. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        /** By its person, or with the program. */
        STOPPED
    }
}
