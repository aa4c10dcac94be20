package milepost.roadmap.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import milepost.facts.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {

    @Test
    void the_worse_the_flags_the_sooner_the_next_report() {
        assertThat(Cadence.USUAL.after(Severity.CRITICAL)).isEqualTo(7);
        assertThat(Cadence.USUAL.after(Severity.HIGH)).isEqualTo(14);
        assertThat(Cadence.USUAL.after(Severity.LOW)).isEqualTo(30);
        assertThat(Cadence.USUAL.after(null)).isEqualTo(30);
        assertThat(Cadence.of("low=60, else=90").after(Severity.LOW)).isEqualTo(60);
        assertThat(Cadence.of("low=60, else=90").after(Severity.CRITICAL)).isEqualTo(90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CRITICAL", "CRITICAL=0", "CRITICAL=367", "CRITICAL=soon", "GRAVE=7", "HIGH=7,"})
    void what_makes_no_sense_is_refused(String text) {
        assertThatThrownBy(() -> Cadence.of(text)).hasMessageContaining("is no cadence; write CRITICAL=7");
    }
}
