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

    /** The longest wait, also where the other side asks for more. */
    public static final Duration LONGEST = Duration.ofHours(6);

    private static final double FIRST = Duration.ofSeconds(10).toMillis();

    /** The wait after so many attempts. */
    public Duration after(int attempts) {
        double wait = Math.min(LONGEST.toMillis(), FIRST * Math.pow(4, attempts - 1.0));
        return Duration.ofMillis(Math.round(wait * (0.8 + 0.4 * chance.getAsDouble())));
    }

    /** As long as the other side asks for, within reason. */
    static Duration bounded(Duration asked) {
        Duration wait = asked.isNegative() ? Duration.ZERO : asked;
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
