package milepost.rules.engine.run;

import java.time.Duration;
import java.util.Locale;

/** Numbers as messages show them. */
public final class Numbers {
    private Numbers() {}

    /** 1,000,000. */
    public static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " seconds" : of(time.toMillis()) + " milliseconds";
    }
}
