package milepost.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.Given;
import milepost.facts.Dependency;
import milepost.facts.Evidence;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;
import org.junit.jupiter.api.Test;

class ConsequencesTest {
    private static final String LATE = "schedule/deadline-missed";
    private static final String AFTER = "dependency/predecessor-late";

    private final List<Dependency> chain = List.of(dependency("A", "B"), dependency("B", "C"), dependency("X", "C"));

    @Test
    void a_late_predecessor_explains_the_whole_chain_behind_it() {
        List<Flag> flags = List.of(flag(1, LATE, "A"), flag(2, AFTER, "B", "A"), flag(3, AFTER, "C", "B"));
        assertThat(causes(flags, chain)).isEqualTo(Map.of(2L, 1L, 3L, 1L));
    }

    @Test
    void a_flag_stays_by_itself_when_its_predecessors_have_none_or_its_rule_is_not_about_dependencies() {
        List<Flag> flags = List.of(flag(2, AFTER, "B", "A"), flag(4, LATE, "C"));
        assertThat(causes(flags, chain)).isEmpty();
    }

    @Test
    void of_two_predecessors_the_one_that_the_finding_names_explains_it() {
        List<Flag> flags = List.of(flag(1, LATE, "B"), flag(5, LATE, "X"), flag(3, AFTER, "C", "X"));
        assertThat(causes(flags, chain)).isEqualTo(Map.of(3L, 5L));
    }

    @Test
    void a_circle_comes_to_an_end() {
        List<Dependency> circle = List.of(dependency("A", "B"), dependency("B", "A"));
        List<Flag> flags = List.of(flag(1, AFTER, "A", "B"), flag(2, AFTER, "B", "A"), flag(3, LATE, "A"));
        assertThat(causes(flags, circle)).containsEntry(2L, 3L);
    }

    private static Map<Long, Long> causes(List<Flag> flags, List<Dependency> dependencies) {
        return Consequences.of(flags, dependencies).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().id()));
    }

    private static Dependency dependency(String predecessor, String successor) {
        return new Dependency(predecessor, successor, 0, Given.RECORDED);
    }

    private static Flag flag(long id, String rule, String subject, String... named) {
        return new Flag(
                id,
                "REE",
                rule,
                SubjectKind.MILESTONE,
                subject,
                Severity.HIGH,
                FlagState.ACTIVE,
                Triage.UNTRIAGED,
                "found",
                List.of(named).stream()
                        .map(key -> new Evidence("Milestone", key, "due", "2025-12-01"))
                        .toList(),
                LocalDate.parse("2025-12-02"),
                Instant.parse("2025-12-02T09:00:00Z"),
                null,
                "abc",
                null,
                null,
                false,
                null,
                Severity.HIGH,
                null,
                null,
                1,
                null);
    }
}
