package milepost.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slows down guessing: at most ten failed sign-ins for one name, and fifty from one address, in a quarter of an hour; forgotten on
 * restart.
 */
public final class Throttle {
    private static final int MOST = 10;
    private static final int MOST_FROM_ADDRESS = 50;
    private static final int NAMES = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Map<String, Deque<Instant>> failures = new ConcurrentHashMap<>();

    /** Somebody tried too often; the message is for them. */
    public static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany(String message) {
            super(message);
        }
    }

    Throttle() {}

    /** TooMany when there were too many failures. */
    void require(String name, String address, Instant now) {
        boolean byName = many("name " + name, MOST, now);
        if (byName || many("address " + address, MOST_FROM_ADDRESS, now)) {
            String where = byName ? "for this name" : "from this address";
            throw new TooMany("Too many attempts " + where + ". Try again in 15 minutes.");
        }
    }

    void failed(String name, String address, Instant now) {
        add("name " + name, now);
        add("address " + address, now);
    }

    private boolean many(String what, int most, Instant now) {
        Deque<Instant> times = failures.get(what);
        if (times == null) {
            return false;
        }
        synchronized (times) {
            times.removeIf(t -> t.isBefore(now.minus(WINDOW)));
            return times.size() >= most;
        }
    }

    /** Whether nothing of it counts any more. */
    private static boolean over(Deque<Instant> times, Instant now) {
        synchronized (times) {
            return times.isEmpty() || times.getLast().isBefore(now.minus(WINDOW));
        }
    }

    private void add(String what, Instant now) {
        if (failures.size() > NAMES) {
            failures.values().removeIf(times -> over(times, now));
        }
        Deque<Instant> times = failures.computeIfAbsent(what, n -> new ArrayDeque<>());
        synchronized (times) {
            times.add(now);
        }
    }
}
