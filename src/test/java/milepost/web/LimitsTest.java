package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a body is waited for. */
class LimitsTest {
    @ParameterizedTest
    @CsvSource({"0, 0, false", "10, 3, false", "11, 3, true", "11, 1200, false", "60, 5000, true", "600, 60000, false"})
    void a_body_that_trickles_is_not_waited_for_beyond_its_first_seconds(long seconds, long bytes, boolean slow) {
        assertThat(Limits.isTooSlow(seconds, bytes)).isEqualTo(slow);
    }
}
