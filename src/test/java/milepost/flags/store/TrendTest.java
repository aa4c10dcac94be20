package milepost.flags.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import milepost.facts.Severity;
import milepost.flags.decision.Triage;
import milepost.flags.life.FlagEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final List<Instant> DAYS = List.of(day(1), day(2), day(3), day(4), day(5), day(6));

    @Test
    void a_flag_counts_from_its_raising_to_its_clearing_but_not_while_it_is_accepted() {
        List<Trend.Step> steps = List.of(
                step(2, FlagEvent.Kind.RAISED, Severity.HIGH, null),
                step(3, FlagEvent.Kind.TRIAGED, Severity.HIGH, Triage.ACCEPTED),
                step(4, FlagEvent.Kind.RETURNED, Severity.CRITICAL, null),
                step(5, FlagEvent.Kind.TRIAGED, Severity.CRITICAL, Triage.ACKNOWLEDGED),
                step(6, FlagEvent.Kind.RESOLVED, Severity.CRITICAL, null));

        assertThat(Trend.at(steps, DAYS))
                .containsExactly(
                        Map.of(),
                        Map.of(Severity.HIGH, 1),
                        Map.of(),
                        Map.of(Severity.CRITICAL, 1),
                        Map.of(Severity.CRITICAL, 1),
                        Map.of());
    }

    @Test
    void a_false_positive_that_comes_back_does_not_count() {
        List<Trend.Step> steps = List.of(
                step(1, FlagEvent.Kind.PENDING, Severity.LOW, null),
                step(2, FlagEvent.Kind.RAISED, Severity.LOW, null),
                step(3, FlagEvent.Kind.TRIAGED, Severity.LOW, Triage.FALSE_POSITIVE),
                step(4, FlagEvent.Kind.RESOLVED, Severity.LOW, null),
                step(5, FlagEvent.Kind.REOPENED, Severity.LOW, null));

        assertThat(Trend.at(steps, DAYS))
                .containsExactly(Map.of(), Map.of(Severity.LOW, 1), Map.of(), Map.of(), Map.of(), Map.of());
    }

    private static Trend.Step step(int day, FlagEvent.Kind event, Severity severity, @Nullable Triage triage) {
        return new Trend.Step(7, day(day), event, severity, triage);
    }

    private static Instant day(int day) {
        return Instant.parse("2026-03-0" + day + "T09:00:00Z");
    }
}
