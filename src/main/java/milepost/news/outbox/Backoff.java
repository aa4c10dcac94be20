package milepost.news.outbox;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a message is sent again: ten seconds, four times as long after each attempt and at most six hours, a fifth
 * more or less by chance so that many do not come back together.
 *
 * @param chance gives numbers from 0 to 1
 */
public record Backoff(DoubleSupplier chance) {
    /** After this many attempts, which are spread over about ten hours, a message is given up. */
    public static final int MOST = 8;

    private static final double FIRST = Duration.ofSeconds(10).toMillis();
    private static final double LONGEST = Duration.ofHours(6).toMillis();

    /** The wait after so many attempts. */
    public Duration after(int attempts) {
        double wait = Math.min(LONGEST, FIRST * Math.pow(4, attempts - 1.0));
        return Duration.ofMillis(Math.round(wait * (0.8 + 0.4 * chance.getAsDouble())));
    }
}
