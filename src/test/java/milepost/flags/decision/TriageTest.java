package milepost.flags.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milepost.Databases;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.facts.Finding;
import milepost.facts.Problem;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.flags.ActResult;
import milepost.flags.FlagRef;
import milepost.flags.Flags;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagChanges;
import milepost.flags.life.FlagEvent;
import milepost.flags.life.FlagState;
import milepost.flags.life.Reconciliation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TriageTest {
    private static final LocalDate TODAY = LocalDate.parse("2025-12-02");
    private static final Decision ACCEPTED =
            new Decision(Triage.ACCEPTED, "The decree is being printed", LocalDate.parse("2025-12-31"));

    private String text = "as it was";
    private final Databases.Clock clock = new Databases.Clock("2025-12-02T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void an_acknowledgement_ends_by_itself_when_the_flag_clears(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            decide(flags, new Decision(Triage.ACKNOWLEDGED, null, null));
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
            decide(flags, ACCEPTED);

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
            decide(flags, ACCEPTED);

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
            decide(flags, ACCEPTED);

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
            decide(flags, new Decision(Triage.FALSE_POSITIVE, "Counted twice", null));

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
            decide(flags, new Decision(Triage.ACCEPTED, "why", LocalDate.parse("2026-06-02")));

            found(database, flags, TODAY.plusDays(1), null);
            assertThatThrownBy(() -> decide(flags, Decision.NONE))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT));
            assertThatThrownBy(() -> act(flags, 2, new Act.Decide(Decision.NONE)))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_false_positive_returns_when_the_text_of_its_rule_changes(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            decide(flags, new Decision(Triage.FALSE_POSITIVE, "Counted twice", null));

            assertThat(found(database, flags, TODAY.plusDays(1), Severity.HIGH).none())
                    .isTrue();
            text = "as it is now";
            FlagChanges after = found(database, flags, TODAY.plusDays(2), Severity.HIGH);

            assertThat(after.reopened()).extracting(Flag::triage).containsExactly(Triage.UNTRIAGED);
            FlagEvent last = flags.events(1).get(2);
            assertThat(last.event()).isEqualTo(FlagEvent.Kind.RETURNED);
            assertThat(last.cause()).isEqualTo(new Cause(Cause.Kind.RULES, "abc"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_false_positive_that_cleared_is_open_when_it_comes_back_under_another_text(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            decide(flags, new Decision(Triage.FALSE_POSITIVE, "Counted twice", null));
            found(database, flags, TODAY.plusDays(1), null);
            text = "as it is now";
            found(database, flags, TODAY.plusDays(2), Severity.HIGH);
            assertThat(flags.flag(1).triage()).isEqualTo(Triage.UNTRIAGED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_severity_counts_at_once_keeps_the_rules_own_and_ends_when_the_rule_says_worse(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            refusedAct(flags, new Act.Rate(Severity.LOW, " "), "reason");
            act(flags, 1, new Act.Rate(Severity.LOW, "It is only a draft"));

            found(database, flags, TODAY.plusDays(1), Severity.HIGH);
            Flag flag = flags.flag(1);
            assertThat(flag.severity()).isEqualTo(Severity.LOW);
            assertThat(flag.reportedSeverity()).isEqualTo(Severity.HIGH);
            assertThat(flag.severityReason()).isEqualTo("It is only a draft");
            Map<Severity, Integer> counted = database.read(tx -> flags.counted(tx, "REE"));
            assertThat(counted).containsEntry(Severity.LOW, 1).containsEntry(Severity.HIGH, 0);

            found(database, flags, TODAY.plusDays(2), Severity.CRITICAL);
            assertThat(flags.flag(1).severity()).isEqualTo(Severity.CRITICAL);
            assertThat(flags.flag(1).severityReason()).isNull();
            assertThat(flags.events(1))
                    .extracting(FlagEvent::event)
                    .containsExactly(FlagEvent.Kind.RAISED, FlagEvent.Kind.RATED, FlagEvent.Kind.ESCALATED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_acceptance_that_has_ended_meanwhile_is_not_brought_back(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            decide(flags, ACCEPTED);
            decide(flags, Decision.NONE);

            assertThatThrownBy(() -> flags.triaging()
                            .act(
                                    new Decider("mara", Severity.CRITICAL),
                                    new FlagRef(1, null),
                                    new Act.Undo((person, roadmap) -> true),
                                    LocalDate.parse("2026-01-01")))
                    .hasMessageContaining("ended with 2025-12-31");
            assertThat(flags.flag(1).triage()).isEqualTo(Triage.UNTRIAGED);
            assertThat(act(flags, 1, new Act.Undo((person, roadmap) -> true)).triage())
                    .isEqualTo(Triage.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_was_done_last_can_be_taken_back_and_so_can_that(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            assertThatThrownBy(() -> act(flags, 1, new Act.Undo((person, roadmap) -> true)))
                    .hasMessageContaining("nothing to take back");
            act(flags, 1, new Act.Assign("kim", roadmap -> true));
            decide(flags, ACCEPTED);
            act(flags, 1, new Act.Comment("<b>Said</b> in between"));

            assertThat(act(flags, 1, new Act.Undo((person, roadmap) -> true)).triage())
                    .isEqualTo(Triage.UNTRIAGED);
            assertThat(flags.flag(1).assignee()).isEqualTo("kim");
            assertThat(act(flags, 1, new Act.Undo((person, roadmap) -> true)).until())
                    .isEqualTo(ACCEPTED.until());

            found(database, flags, LocalDate.parse("2026-01-01"), Severity.HIGH);
            assertThatThrownBy(() -> act(flags, 1, new Act.Undo((person, roadmap) -> true)))
                    .hasMessageContaining("nothing to take back");
            assertThat(flags.events(1).get(3).detail()).isEqualTo("<b>Said</b> in between");
            List<Trail.Row> trail =
                    database.read(tx -> Trail.list(tx, new Trail.Query(null, null, null, null, null, null, 9)));
            assertThat(trail)
                    .as("each of it is in the audit trail")
                    .extracting(row -> row.deed().detail())
                    .containsExactly(
                            "undone",
                            "undone",
                            "commented: <b>Said</b> in between",
                            "accepted: " + ACCEPTED.reason(),
                            "assigned: kim");
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_two_who_decide_about_what_they_saw_the_second_is_told_who_was_faster(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            FlagRef seen = new FlagRef(1, flags.flag(1).version());
            Act acknowledge = new Act.Decide(new Decision(Triage.ACKNOWLEDGED, null, null));
            flags.triaging().act(new Decider("mara", Severity.CRITICAL), seen, acknowledge, TODAY);

            assertThatThrownBy(() -> flags.triaging()
                            .act(new Decider("ines", Severity.CRITICAL), seen, new Act.Decide(ACCEPTED), TODAY))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT))
                    .hasMessageContaining("mara");
            assertThat(flags.flag(1).triage()).isEqualTo(Triage.ACKNOWLEDGED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_takes_a_flag_out_of_the_counts_above_their_limit(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            Decider limited = new Decider("mara", Severity.MEDIUM);
            for (Act act : List.of(
                    new Act.Decide(ACCEPTED),
                    new Act.Decide(new Decision(Triage.FALSE_POSITIVE, "why", null)),
                    new Act.Rate(Severity.LOW, "why"))) {
                assertThatThrownBy(() -> flags.triaging().act(limited, new FlagRef(1, null), act, TODAY))
                        .isInstanceOfSatisfying(
                                Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
            }
            flags.triaging().act(limited, new FlagRef(1, null), new Act.Rate(Severity.CRITICAL, "worse"), TODAY);
            flags.triaging()
                    .act(
                            limited,
                            new FlagRef(1, null),
                            new Act.Decide(new Decision(Triage.ACKNOWLEDGED, null, null)),
                            TODAY);
            decide(flags, ACCEPTED);
            decide(flags, Decision.NONE);
            assertThatThrownBy(() -> flags.triaging()
                            .act(limited, new FlagRef(1, null), new Act.Undo((person, roadmap) -> true), TODAY))
                    .hasMessageContaining("up to medium");
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_several_at_once_each_says_what_came_of_it(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            List<FlagRef> seen = List.of(new FlagRef(1, 1), new FlagRef(2, 1));
            Decider by = new Decider("mara", Severity.CRITICAL);

            assertThatThrownBy(() -> flags.triaging()
                            .act(
                                    Deciders.everywhere(by),
                                    seen,
                                    new Act.Decide(new Decision(Triage.ACCEPTED, null, null)),
                                    r -> TODAY))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            p -> assertThat(p.fields())
                                    .extracting(Problem.FieldError::field)
                                    .containsExactlyInAnyOrder("reason", "until"));
            List<ActResult> results =
                    flags.triaging().act(Deciders.everywhere(by), seen, new Act.Decide(ACCEPTED), r -> TODAY);

            assertThat(results).extracting(ActResult::id).containsExactly(1L, 2L);
            assertThat(results.get(0).refusal()).isNull();
            assertThat(results.get(1).refusal()).isNotNull();
            assertThat(results.get(1).flag()).isNull();
            assertThat(flags.flag(1).triage()).isEqualTo(Triage.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_events_alone_say_what_people_had_made_of_a_flag(Databases kind) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            found(database, flags, TODAY, Severity.HIGH);
            for (Act act : List.of(
                    new Act.Assign("kim", roadmap -> true),
                    new Act.Rate(Severity.LOW, "only a draft"),
                    new Act.Comment("said"),
                    new Act.Undo((person, roadmap) -> true),
                    new Act.Undo((person, roadmap) -> true),
                    new Act.Decide(ACCEPTED),
                    new Act.Assign(null, roadmap -> true),
                    new Act.Undo((person, roadmap) -> true),
                    new Act.Rate(null, null))) {
                act(flags, 1, act);
                Flag now = flags.flag(1);
                assertThat(flags.then("REE", clock.instant(), ZoneOffset.UTC))
                        .as(act.toString())
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("evidence", "ruleHash")
                        .containsExactly(now);
            }
        }
    }

    private static void refusedAct(Flags flags, Act act, String field) {
        assertThatThrownBy(() -> act(flags, 1, act))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.fields())
                                .extracting(Problem.FieldError::field)
                                .containsExactly(field));
    }

    private static Flag decide(Flags flags, Decision decision) {
        return act(flags, 1, new Act.Decide(decision));
    }

    private static Flag act(Flags flags, long id, Act act) {
        return flags.triaging().act(new Decider("mara", Severity.CRITICAL), new FlagRef(id, null), act, TODAY);
    }

    private static void refused(Flags flags, Decision decision, String field) {
        assertThatThrownBy(() -> decide(flags, decision))
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
                        Map.of("plan/blocked", text),
                        Set.of(),
                        day,
                        tx.now(),
                        "abc",
                        new Cause(Cause.Kind.CLOCK, day.toString())),
                true));
    }
}
