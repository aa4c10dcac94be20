package milepost.web.layout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The last weeks that trends are about. */
public final class Weeks {
    public static final int MANY = 12;

    private Weeks() {}

    /** The end of each, ascending; the last is now. */
    public static List<Instant> until(Instant now) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> now.minus(Duration.ofDays(7L * (MANY - 1 - i))))
                .toList();
    }
}
