package milepost.news.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a program wants to be asked again. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("1994-11-06T08:49:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120                            | 120",
                "Sun, 06 Nov 1994 08:49:37 GMT  | 37",
                "Sun Nov  6 08:49:37 1994       | 37",
                "Wed Nov 16 08:49:00 1994       | 864000"
            })
    void it_is_said_in_seconds_or_as_a_date(String said, long seconds) {
        assertThat(RetryAfter.find(said, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "1e3", "tomorrow", "", "99999999999999999999", "Sun, 06 Nov 1994 08:48:00 GMT"})
    void what_has_passed_or_cannot_be_understood_is_passed_over(String said) {
        assertThat(RetryAfter.find(said, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = "Tuesday, 02-Dec-25 09:10:00 GMT")
    void the_old_form_of_a_date_is_understood(String said) {
        assertThat(RetryAfter.find(said, Instant.parse("2025-12-02T09:00:00Z"))).contains(Duration.ofMinutes(10));
    }
}
