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

    /** Clocks go from 02:00 to 03:00 on 29 March 2026, and from 03:00 to 02:00 on 25 October. */
    @ParameterizedTest
    @CsvSource({
        "22, 6, 2026-03-28T22:30:00Z, 2026-03-29T04:00:00Z",
        "22, 2, 2026-03-28T22:30:00Z, 2026-03-29T01:00:00Z",
        "2,  3, 2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z",
        "22, 6, 2026-10-24T20:30:00Z, 2026-10-25T05:00:00Z",
        "2,  3, 2026-10-25T00:30:00Z, 2026-10-25T02:00:00Z",
        "2,  3, 2026-10-25T01:30:00Z, 2026-10-25T02:00:00Z"
    })
    void quiet_hours_are_those_of_the_clock_on_the_wall_when_it_is_changed(
            int from, int until, Instant happened, Instant due) {
        Rhythm rhythm =
                new Rhythm(Kind.INSTANT, 7, DayOfWeek.MONDAY, ZoneId.of("Europe/Paris"), new Quiet(from, until));

        assertThat(rhythm.due(happened)).isEqualTo(due);
    }
}
