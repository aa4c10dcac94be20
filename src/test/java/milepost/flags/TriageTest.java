package milepost.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Finding;
import milepost.facts.Problem;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TriageTest {
    private static final LocalDate TODAY = LocalDate.parse("2025-12-02");
    private static final Decision ACCEPTED =
            new Decision(Triage.ACCEPTED, "The decree is being printed", LocalDate.parse("2025-12-31"));

    private final Databases.Clock clock = new Databases.Clock("2025-12-02T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void an_acknowledgement_ends_by_itself_when_the_flag_clears(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            flags.triage("mara", 1, new Decision(Triage.ACKNOWLEDGED, null, null), TODAY);
            assertThat(flags.flag(1).triage()).isEqualTo(Triage.ACKNOWLEDGED);

            found(database, flags, TODAY.plusDays(1), null);
            assertThat(flags.flag(1).triage()).isEqualTo(Triage.UNTRIAGED);
            found(database, flags, TODAY.plusDays(2), Severity.HIGH);

            assertThat(flags.flag(1).state()).isEqualTo(FlagState.ACTIVE);
            assertThat(flags.flag(1).triage()).isEqualTo(Triage.UNTRIAGED);
            assertThat(flags.events(1))
                    .extracting(FlagEvent::event)
                    .containsExactly(
                            FlagEvent.Kind.RAISED,
                            FlagEvent.Kind.TRIAGED,
                            FlagEvent.Kind.RESOLVED,
                            FlagEvent.Kind.REOPENED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_accepted_flag_returns_the_day_after_its_last_day_and_says_why(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            flags.triage("mara", 1, ACCEPTED, TODAY);

            assertThat(found(database, flags, LocalDate.parse("2025-12-31"), Severity.HIGH)
                            .none())
                    .isTrue();
            assertThat(flags.flag(1).triage()).isEqualTo(Triage.ACCEPTED);
            FlagChanges after = found(database, flags, LocalDate.parse("2026-01-01"), Severity.HIGH);

            assertThat(after.reopened()).extracting(Flag::triage).containsExactly(Triage.UNTRIAGED);
            assertThat(flags.events(1))
                    .extracting(
                            FlagEvent::event,
                            e -> e.cause().kind(),
                            e -> e.cause().ref(),
                            FlagEvent::decision)
                    .containsExactly(
                            tuple(FlagEvent.Kind.RAISED, Cause.Kind.CLOCK, "2025-12-02", null),
                            tuple(FlagEvent.Kind.TRIAGED, Cause.Kind.PERSON, "mara", ACCEPTED),
                            tuple(FlagEvent.Kind.RETURNED, Cause.Kind.EXPIRY, "2025-12-31", null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_accepted_flag_returns_at_once_when_it_becomes_worse(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            flags.triage("mara", 1, ACCEPTED, TODAY);

            found(database, flags, TODAY.plusDays(1), Severity.CRITICAL);

            assertThat(flags.flag(1).triage()).isEqualTo(Triage.UNTRIAGED);
            assertThat(flags.flag(1).severity()).isEqualTo(Severity.CRITICAL);
            assertThat(flags.events(1).get(2).event()).isEqualTo(FlagEvent.Kind.RETURNED);
            assertThat(flags.events(1).get(2).cause().kind()).isEqualTo(Cause.Kind.CLOCK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_acceptance_outlasts_a_short_clearing_but_not_its_date(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            flags.triage("mara", 1, ACCEPTED, TODAY);

            found(database, flags, TODAY.plusDays(1), null);
            found(database, flags, TODAY.plusDays(2), Severity.HIGH);
            assertThat(flags.flag(1).triage()).isEqualTo(Triage.ACCEPTED);
            found(database, flags, TODAY.plusDays(3), null);
            found(database, flags, TODAY.plusDays(90), Severity.HIGH);

            assertThat(flags.flag(1).triage()).isEqualTo(Triage.UNTRIAGED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_false_positive_is_remembered_for_this_subject(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            flags.triage("mara", 1, new Decision(Triage.FALSE_POSITIVE, "Counted twice", null), TODAY);

            found(database, flags, TODAY.plusDays(1), null);
            found(database, flags, TODAY.plusDays(2), Severity.HIGH);

            assertThat(flags.flag(1).triage()).isEqualTo(Triage.FALSE_POSITIVE);
            assertThat(flags.flag(1).reason()).isEqualTo("Counted twice");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_decision_owes_its_reason_and_its_end_and_a_flag_to_decide_about(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);

            refused(flags, new Decision(Triage.ACCEPTED, " ", TODAY.plusDays(1)), "reason");
            refused(flags, new Decision(Triage.ACCEPTED, "why", null), "until");
            refused(flags, new Decision(Triage.ACCEPTED, "why", TODAY.minusDays(1)), "until");
            refused(flags, new Decision(Triage.ACCEPTED, "why", LocalDate.parse("2026-06-03")), "until");
            refused(flags, new Decision(Triage.FALSE_POSITIVE, null, null), "reason");
            refused(flags, new Decision(Triage.ACKNOWLEDGED, null, TODAY), "until");
            refused(flags, new Decision(Triage.ACKNOWLEDGED, "x".repeat(2_001), null), "reason");
            assertThat(flags.flag(1).triage()).isEqualTo(Triage.UNTRIAGED);
            flags.triage("mara", 1, new Decision(Triage.ACCEPTED, "why", LocalDate.parse("2026-06-02")), TODAY);

            found(database, flags, TODAY.plusDays(1), null);
            assertThatThrownBy(() -> flags.triage("mara", 1, Decision.NONE, TODAY))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT));
            assertThatThrownBy(() -> flags.triage("mara", 2, Decision.NONE, TODAY))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        }
    }

    private static void refused(Flags flags, Decision decision, String field) {
        assertThatThrownBy(() -> flags.triage("mara", 1, decision, TODAY))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.fields())
                                .extracting(Problem.FieldError::field)
                                .containsExactly(field));
    }

    /** One evaluation that finds the one thing, or nothing without a severity. */
    private FlagChanges found(Database database, Flags flags, LocalDate day, @Nullable Severity severity) {
        List<Finding> findings = severity == null
                ? List.of()
                : List.of(new Finding(
                        "plan/blocked", SubjectKind.MILESTONE, "REE-8", severity, "It is blocked", List.of()));
        return database.write(tx -> flags.reconcile(
                tx,
                new Reconciliation.Input(
                        "REE",
                        findings,
                        Set.of(),
                        Map.of("plan/blocked", 0),
                        Set.of(),
                        day,
                        tx.now(),
                        "abc",
                        new Cause(Cause.Kind.CLOCK, day.toString())),
                true));
    }
}
