package milepost.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TargetDateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 8, 15);

    @Test
    void a_period_ends_on_its_last_day_and_begins_on_its_first() {
        assertThat(TargetDate.of(DAY, Precision.YEAR).last()).isEqualTo("2026-12-31");
        assertThat(TargetDate.of(DAY, Precision.YEAR).first()).isEqualTo("2026-01-01");
        assertThat(TargetDate.of(DAY, Precision.QUARTER).last()).isEqualTo("2026-09-30");
        assertThat(TargetDate.of(DAY, Precision.QUARTER).first()).isEqualTo("2026-07-01");
        assertThat(TargetDate.of(DAY, Precision.MONTH).last()).isEqualTo("2026-08-31");
        assertThat(TargetDate.of(DAY, Precision.MONTH).first()).isEqualTo("2026-08-01");
        assertThat(TargetDate.day(DAY).first()).isEqualTo(DAY);
    }

    @Test
    void it_is_written_in_the_precision_it_was_promised_in() {
        assertThat(TargetDate.of(DAY, Precision.YEAR)).hasToString("2026");
        assertThat(TargetDate.of(DAY, Precision.QUARTER)).hasToString("2026-Q3");
        assertThat(TargetDate.of(DAY, Precision.MONTH)).hasToString("2026-08");
        assertThat(TargetDate.day(DAY)).hasToString("2026-08-15");
    }

    @Test
    void a_year_is_late_only_after_its_last_day() {
        assertThat(TargetDate.of(DAY, Precision.YEAR).daysBefore(LocalDate.of(2027, 1, 1)))
                .isEqualTo(1);
        assertThat(TargetDate.of(DAY, Precision.YEAR).daysAfter(LocalDate.of(2026, 12, 31)))
                .isZero();
    }

    @Test
    void a_date_inside_its_period_is_refused() {
        assertThatThrownBy(() -> new TargetDate(DAY, Precision.MONTH)).hasMessageContaining("2026-08-31");
    }
}
