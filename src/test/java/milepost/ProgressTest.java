package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress =
            new Progress("Checking roadmaps", 3, nanos::get, new PrintStream(said, true, StandardCharsets.UTF_8));

    @Test
    void short_work_is_silent() {
        progress.step();
        progress.step();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void long_work_says_how_far_it_is() {
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        progress.step();
        progress.step();
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        progress.step();
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("Checking roadmaps: 1 of 3", "Checking roadmaps: 3 of 3");
    }

    @Test
    void what_follows_long_work_is_said_and_what_follows_short_work_is_not() {
        progress.step();
        progress.next("Storing one row");
        for (int i = 0; i < 10_000; i++) {
            progress.step();
        }
        progress.next("Storing all of them");
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).containsExactly("Storing all of them");
    }
}
