package milepost.news.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import milepost.news.subscription.Rhythm.Kind;
import milepost.news.subscription.Rhythm.Quiet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When something that happened is told; 2025-12-02 is a Tuesday. */
class RhythmTest {
    @ParameterizedTest
    @CsvSource({
        "INSTANT, UTC,           2025-12-02T12:00:00Z, 2025-12-02T12:00:00Z",
        "INSTANT, UTC,           2025-12-02T22:00:00Z, 2025-12-03T06:00:00Z",
        "INSTANT, UTC,           2025-12-03T05:59:59Z, 2025-12-03T06:00:00Z",
        "INSTANT, UTC,           2025-12-03T06:00:00Z, 2025-12-03T06:00:00Z",
        "DAILY,   UTC,           2025-12-02T06:59:00Z, 2025-12-02T07:00:00Z",
        "DAILY,   UTC,           2025-12-02T07:00:00Z, 2025-12-03T07:00:00Z",
        "DAILY,   Europe/Moscow, 2025-12-02T12:00:00Z, 2025-12-03T04:00:00Z",
        "WEEKLY,  UTC,           2025-12-02T12:00:00Z, 2025-12-08T07:00:00Z",
        "WEEKLY,  UTC,           2025-12-08T06:00:00Z, 2025-12-08T07:00:00Z",
        "WEEKLY,  UTC,           2025-12-08T07:00:00Z, 2025-12-15T07:00:00Z",
        "DAILY,   Europe/Paris,  2026-03-28T12:00:00Z, 2026-03-29T05:00:00Z",
        "DAILY,   Europe/Paris,  2026-10-24T12:00:00Z, 2026-10-25T06:00:00Z"
    })
    void it_is_due(Kind kind, String zone, Instant happened, Instant due) {
        Rhythm rhythm = new Rhythm(kind, 7, DayOfWeek.MONDAY, ZoneId.of(zone), new Quiet(22, 6));

        assertThat(rhythm.due(happened)).isEqualTo(due);
    }
}
