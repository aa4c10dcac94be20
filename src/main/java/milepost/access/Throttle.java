package milepost.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Slows down guessing: at most ten failed sign-ins for one name in a quarter of an hour; forgotten on restart. */
final class Throttle {
    private static final int MOST = 10;
    private static final int NAMES = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Map<String, Deque<Instant>> failures = new ConcurrentHashMap<>();

    boolean blocked(String name, Instant now) {
        Deque<Instant> times = failures.get(name);
        if (times == null) {
            return false;
        }
        synchronized (times) {
            times.removeIf(t -> t.isBefore(now.minus(WINDOW)));
            return times.size() >= MOST;
        }
    }

    void failed(String name, Instant now) {
        if (failures.size() > NAMES) {
            failures.clear();
        }
        Deque<Instant> times = failures.computeIfAbsent(name, n -> new ArrayDeque<>());
        synchronized (times) {
            times.add(now);
        }
    }
}
