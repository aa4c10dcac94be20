package milepost.architecture.planted.roadmap;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Planted: every way to ask the machine's clock. */
final class AsksTheClock {
    private AsksTheClock() {}

    static LocalDate day() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static InstantSource source() {
        return InstantSource.system();
    }

    static long milliseconds() {
        return System.currentTimeMillis();
    }

    static Supplier<Instant> later() {
        return Instant::now;
    }
}
