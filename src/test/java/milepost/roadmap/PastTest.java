package milepost.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import milepost.Databases;
import milepost.db.Database;
import milepost.exchange.RoadmapFile;
import milepost.facts.Dependency;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.facts.Severity;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.flags.Flags;
import milepost.flags.life.FlagEvent;
import milepost.roadmap.fact.Baseline;
import milepost.roadmap.fact.Comment;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.history.Comparison;
import milepost.roadmap.history.DueMove;
import milepost.roadmap.history.Promise;
import milepost.roadmap.store.HistoryEntry;
import milepost.roadmap.store.HistoryFilter;
import milepost.roadmap.store.LogEntry;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looking back at the example, and taking changes back, on both databases. */
class PastTest {
    private static final Ruleset RULES =
            Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset();
    private static final Recorded NEW = new Recorded(0, Instant.EPOCH, "");

    private final Databases.Clock clock = new Databases.Clock("2025-11-10T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void a_change_is_found_by_its_person_its_kind_its_milestone_and_its_day(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            Saved first = save(roadmaps, "ann", revised(roadmaps, "REE-7", null, "A. Ann"));
            clock.set("2025-11-12T09:00:00Z");
            Saved second =
                    save(roadmaps, "bob", new Edit.Put(new Participant("p-1", "REE-7", "Bank", "RU", null, null, NEW)));
            Saved third = save(roadmaps, "bob", new Edit.Put(new Dependency("REE-7", "REE-6", 0, NEW)));
            Past past = roadmaps.past();

            assertThat(numbers(past, filter("ann", null, null))).containsExactly(id(first));
            assertThat(numbers(past, filter("bob", null, null))).containsExactly(id(third), id(second));
            assertThat(numbers(past, filter(null, "PARTICIPANT", null))).startsWith(id(second));
            assertThat(numbers(past, filter(null, null, "REE-7"))).startsWith(id(third), id(second), id(first));
            assertThat(numbers(past, filter("bob", "DEPENDENCY", "REE-6"))).containsExactly(id(third));
            assertThat(numbers(past, filter(null, null, "REE-6")))
                    .startsWith(id(third))
                    .doesNotContain(id(second));
            Instant day = Instant.parse("2025-11-11T21:00:00Z");
            assertThat(numbers(past, new HistoryFilter(null, null, null, null, day, null)))
                    .containsExactly(id(third), id(second));
            assertThat(numbers(past, new HistoryFilter(null, null, null, null, null, day)))
                    .startsWith(id(first));
            assertThat(numbers(past, HistoryFilter.ALL.before(id(third)))).startsWith(id(second), id(first));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_told_with_old_and_new_values_reason_source_and_flags(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            Saved saved = save(roadmaps, "ann", revised(roadmaps, "REE-7", null, "A. Ann"));

            LogEntry entry = roadmaps.past().page("REE", HistoryFilter.ALL, 1).get(0);
            assertThat(entry.change().id()).isEqualTo(id(saved));
            assertThat(entry.change().reason()).isEqualTo("review");
            assertThat(entry.touched()).hasSize(1);
            assertThat(entry.touched().get(0).fields())
                    .containsExactly(new HistoryEntry.FieldChange("owner", null, "A. Ann"));
            assertThat(entry.flags()).extracting(FlagEvent::event).contains(FlagEvent.Kind.RESOLVED);
        });
    }

    @ParameterizedTest
    @EnumSource
    void undoing_an_edit_puts_back_every_value_and_its_flags_and_undoing_that_does_it_again(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            Milestone before = milestone(roadmaps, "REE-1");
            Saved moved = save(roadmaps, "ann", revised(roadmaps, "REE-1", "2025-12-20", "A. Ann"));
            assertThat(milestone(roadmaps, "REE-1").slips()).isEqualTo(before.slips() + 1);

            Saved undone = roadmaps.reversals().undo(author("bob"), "REE", id(moved));

            assertThat(bare(milestone(roadmaps, "REE-1"))).isEqualTo(bare(before));
            assertThat(undone.flags().reopened()).extracting(f -> f.rule()).contains("plan/no-owner");
            assertThat(roadmaps.past().change("REE", id(undone)).change().undoes())
                    .isEqualTo(id(moved));
            assertThat(roadmaps.past().change("REE", id(moved)).change().undoneBy())
                    .isEqualTo(id(undone));

            roadmaps.reversals().undo(author("bob"), "REE", id(undone));
            assertThat(milestone(roadmaps, "REE-1").due()).hasToString("2025-12-20");
            assertThat(milestone(roadmaps, "REE-1").owner()).isEqualTo("A. Ann");
        });
    }

    @ParameterizedTest
    @EnumSource
    void undoing_what_was_added_removes_it_and_undoing_a_removal_brings_everything_back(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            Saved added = save(
                    roadmaps,
                    "ann",
                    new Edit.Put(new Indicator("cap", "Capacity", "processing", "t", null, null, null, NEW)),
                    new Edit.Put(new Observation("cap-1", "cap", null, BigDecimal.TEN, null, null, NEW)));
            roadmaps.reversals().undo(author("ann"), "REE", id(added));
            assertThat(roadmaps.snapshot("REE").findIndicator("cap")).isEmpty();
            assertThat(roadmaps.snapshot("REE").observations())
                    .noneMatch(o -> o.indicator().equals("cap"));

            Milestone bridge = milestone(roadmaps, "REE-2");
            var snapshot = roadmaps.snapshot("REE");
            Saved removed = save(
                    roadmaps,
                    "ann",
                    new Edit.Removal(Milestone.class, "REE-2", bridge.recorded().version()));
            assertThat(roadmaps.snapshot("REE").participants())
                    .noneMatch(p -> p.milestone().equals("REE-2"));

            roadmaps.reversals().undo(author("ann"), "REE", id(removed));
            assertThat(bare(milestone(roadmaps, "REE-2"))).isEqualTo(bare(bridge));
            assertThat(roadmaps.snapshot("REE").participants()).hasSameSizeAs(snapshot.participants());
            assertThat(roadmaps.snapshot("REE").dependencies()).hasSameSizeAs(snapshot.dependencies());
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_was_changed_since_is_not_undone_and_the_difference_is_told(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            Saved first = save(roadmaps, "ann", revised(roadmaps, "REE-1", null, "A. Ann"));
            save(roadmaps, "bob", revised(roadmaps, "REE-1", null, "B. Bob"));
            Milestone now = milestone(roadmaps, "REE-1");

            assertThatThrownBy(() -> roadmaps.reversals().undo(author("ann"), "REE", id(first)))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
                        assertThat(problem.fields())
                                .extracting(Problem.FieldError::field)
                                .containsExactly("milestone/REE-1", "milestone/REE-1/owner");
                        assertThat(problem.fields().get(1).message())
                                .isEqualTo("The change left A. Ann, now it is B. Bob.");
                    });
            assertThat(milestone(roadmaps, "REE-1")).isEqualTo(now);
            Undoing undoing = roadmaps.reversals().undoing("REE", id(first));
            assertThat(undoing.effect()).isNull();
            assertThat(undoing.clashes()).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_pulled_from_under_what_was_added_since(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            Saved added = save(roadmaps, "ann", fresh("REE-11"));
            save(roadmaps, "bob", new Edit.Put(new Participant("p-11", "REE-11", "Bank", "RU", null, null, NEW)));

            assertThatThrownBy(() -> roadmaps.reversals().undo(author("ann"), "REE", id(added)))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.fields().get(0).message())
                                    .contains("needed by what was added since: participant p-11"));
            assertThat(roadmaps.snapshot("REE").findMilestone("REE-11")).isPresent();
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_beginning_of_a_roadmap_and_what_never_was_cannot_be_undone(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            List<LogEntry> all = roadmaps.past().page("REE", HistoryFilter.ALL, 100);
            long first = all.get(all.size() - 1).change().id();

            assertThatThrownBy(() -> roadmaps.reversals().undo(author("ann"), "REE", first))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT));
            assertThatThrownBy(() -> roadmaps.reversals().undo(author("ann"), "REE", 999))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_example_slipped_once_by_one_day(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            Promise promise = roadmaps.past().findPromise("REE", "REE-1").orElseThrow();

            assertThat(promise.first()).hasToString("2025-11-30");
            assertThat(promise.now()).hasToString("2025-12-01");
            assertThat(promise.slips()).isEqualTo(1);
            assertThat(promise.days()).isEqualTo(1);
            assertThat(promise.moves()).hasSize(2);
            DueMove slip = promise.moves().get(1);
            assertThat(slip.slip()).isTrue();
            assertThat(slip.change().at()).isEqualTo(Instant.parse("2025-11-04T12:00:00Z"));
            assertThat(slip.change().reason()).isNotBlank();
            assertThat(roadmaps.past().promises("REE"))
                    .extracting(Promise::milestone)
                    .containsExactly("REE-1", "REE-2");
            assertThat(roadmaps.past().findPromise("REE", "REE-3")).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_long_move_needs_a_reason_and_so_do_many_short_ones(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            Roadmaps.Author silent = new Roadmaps.Author("ann", null, null);
            roadmaps.save(silent, "REE", List.of(revised(roadmaps, "REE-1", "2025-12-20", null)));

            assertThatThrownBy(
                            () -> roadmaps.save(silent, "REE", List.of(revised(roadmaps, "REE-1", "2026-01-10", null))))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
                        assertThat(problem.fields())
                                .extracting(Problem.FieldError::field)
                                .containsExactly("reason");
                        assertThat(problem.getMessage()).contains("by 21 days to 41 days after the first promise");
                    });
            assertThatThrownBy(
                            () -> roadmaps.save(silent, "REE", List.of(revised(roadmaps, "REE-1", "2026-06-30", null))))
                    .hasMessageContaining("by 192 days");
            assertThatThrownBy(() -> roadmaps.save(silent, "REE", List.of(undated(roadmaps, "REE-1"))))
                    .hasMessageContaining("loses its due date");
            assertThat(milestone(roadmaps, "REE-1").due()).hasToString("2025-12-20");

            save(roadmaps, "ann", revised(roadmaps, "REE-1", "2026-06-30", null));
            Promise promise = roadmaps.past().findPromise("REE", "REE-1").orElseThrow();
            assertThat(promise.slips()).isEqualTo(3);
            assertThat(promise.days()).isEqualTo(212);
            roadmaps.save(silent, "REE", List.of(revised(roadmaps, "REE-1", "2026-01-31", null)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_baseline_is_changed_with_an_approver_and_a_reason_only(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            Baselines baselines = roadmaps.baselines();
            TargetDate date = TargetDate.parse("2025-12-01");
            Baselines.Approval nobody = new Baselines.Approval("max", " ", null);
            assertThatThrownBy(() -> baselines.rebaseline("REE", "REE-1", date, nobody))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.fields())
                                    .extracting(Problem.FieldError::field)
                                    .containsExactlyInAnyOrder("approver", "reason"));

            Baselines.Approval approval = new Baselines.Approval("max", "Cabinet", "the order of 4 November");
            Saved saved = baselines.rebaseline("REE", "REE-1", date, approval);

            assertThat(milestone(roadmaps, "REE-1").baseline()).hasToString("2025-12-01");
            assertThat(milestone(roadmaps, "REE-1").slips()).isEqualTo(1);
            assertThat(roadmaps.past().change("REE", id(saved)).change().approver())
                    .isEqualTo("Cabinet");
            Promise promise = roadmaps.past().findPromise("REE", "REE-1").orElseThrow();
            assertThat(promise.first()).hasToString("2025-11-30");
            assertThat(promise.moves().get(2).rebaselined()).isTrue();
            assertThat(roadmaps.reversals().undoing("REE", id(saved)).baselines())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void two_moments_are_compared_to_the_day(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            Comparison comparison = roadmaps.past().compare("REE", "2025-09-30", "2025-11-05");

            Comparison.Difference moved = comparison.differences().stream()
                    .filter(d -> d.type() == Milestone.class && d.key().equals("REE-1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(moved.how()).isEqualTo(LogEntry.How.CHANGED);
            assertThat(moved.fields()).contains(new HistoryEntry.FieldChange("due", "2025-11-30", "2025-12-01"));
            assertThat(comparison.differences())
                    .filteredOn(d -> d.type() == Milestone.class && d.how() == LogEntry.How.ADDED)
                    .extracting(Comparison.Difference::key)
                    .contains("REE-7");

            assertThat(roadmaps.past()
                            .compare("REE", "2025-09-30", "2025-10-15")
                            .differences())
                    .isEmpty();
            assertThat(roadmaps.past()
                            .compare("REE", "2025-11-30", "2025-09-30")
                            .differences())
                    .anyMatch(d -> d.key().equals("REE-7") && d.how() == LogEntry.How.REMOVED);
            Comparison early = roadmaps.past().compare("REE", "1999-01-01", null);
            assertThat(early.from().empty()).isTrue();
            assertThat(early.differences()).allMatch(d -> d.how() == LogEntry.How.ADDED);
            for (String wrong : List.of("soon", "999999", "2025-13-01", "1899-01-01", "2201-01-01")) {
                assertThatThrownBy(() -> roadmaps.past().compare("REE", wrong, null))
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.fields())
                                        .extracting(Problem.FieldError::field)
                                        .containsExactly("from"));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void flags_are_compared_as_they_were_recorded(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            clock.set("2025-11-20T09:00:00Z");
            save(roadmaps, "ann", revised(roadmaps, "REE-1", null, "A. Ann"));
            clock.set("2025-12-02T09:00:00Z");
            roadmaps.sweep();

            Comparison comparison = roadmaps.past().compare("REE", "2025-11-15", null);

            assertThat(comparison.flags())
                    .filteredOn(f -> f.rule().equals("schedule/deadline-missed"))
                    .extracting(Comparison.FlagDifference::before, Comparison.FlagDifference::after)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(null, Severity.CRITICAL));
            assertThat(comparison.flags())
                    .filteredOn(
                            f -> f.rule().equals("plan/no-owner") && f.subject().equals("REE-1"))
                    .extracting(Comparison.FlagDifference::before, Comparison.FlagDifference::after)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.MEDIUM, null));
            assertThat(roadmaps.past()
                            .compare("REE", "2025-11-21", "2025-11-30")
                            .flags())
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_named_baseline_points_to_its_moment_and_goes_by_an_act(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            Baselines baselines = roadmaps.baselines();
            Baselines.Approval approval = new Baselines.Approval("max", "Cabinet", "before the directive");
            Baseline set = baselines.set("REE", "Before the directive", "2025-10-31", approval);
            assertThat(set.key()).isEqualTo("before-the-directive");
            assertThat(baselines.list("REE")).containsExactly(set);

            Comparison since = roadmaps.past().compare("REE", set.key(), null);
            assertThat(since.from().baseline()).isEqualTo(set);
            assertThat(since.differences())
                    .isEqualTo(
                            roadmaps.past().compare("REE", "2025-10-31", null).differences());

            assertThatThrownBy(() -> baselines.set("REE", "before the DIRECTIVE", null, approval))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT));
            assertThatThrownBy(() -> baselines.set("REE", "Later", "2030-01-01", approval))
                    .hasMessageContaining("future");
            assertThatThrownBy(() -> baselines.set("REE", "Earlier", "1990-01-01", approval))
                    .hasMessageContaining("Nothing was recorded yet");

            baselines.remove("max", "REE", set.key(), "no longer needed");
            assertThat(baselines.list("REE")).isEmpty();
            assertThatThrownBy(() -> roadmaps.past().compare("REE", set.key(), null))
                    .hasMessageContaining("There is no baseline");
            LogEntry removal = roadmaps.past().page("REE", HistoryFilter.ALL, 1).get(0);
            assertThat(removal.touched()).extracting(LogEntry.Touched::how).containsExactly(LogEntry.How.REMOVED);
            roadmaps.reversals().undo(author("max"), "REE", removal.change().id());
            assertThat(baselines.list("REE")).extracting(Baseline::name).containsExactly("Before the directive");
        });
    }

    @ParameterizedTest
    @EnumSource
    void comments_are_kept_in_the_history_and_rules_do_not_see_them(Databases kind) {
        on(kind, (roadmaps, flags) -> {
            Comment first = roadmaps.comments().add("ann", "REE", "REE-2", " Piers are <b>up</b>. ");
            Comment second = roadmaps.comments().add("bob", "REE", "REE-2", "Six of them.");

            assertThat(roadmaps.comments().list("REE", "REE-2", null, 10)).containsExactly(second, first);
            assertThat(first.text()).isEqualTo("Piers are <b>up</b>.");
            assertThat(roadmaps.comments().list("REE", "REE-1", null, 10)).isEmpty();
            LogEntry entry = roadmaps.past()
                    .page("REE", HistoryFilter.ofMilestone("REE-2", null), 1)
                    .get(0);
            assertThat(entry.touched()).extracting(LogEntry.Touched::key).containsExactly(second.key());
            assertThat(entry.flags()).isEmpty();
            assertThatThrownBy(() -> roadmaps.comments().add("ann", "REE", "REE-2", "x".repeat(10_001)))
                    .hasMessageContaining("at most 10000");
            assertThatThrownBy(() -> roadmaps.comments().add("ann", "REE", "REE-2", "  "))
                    .hasMessageContaining("Enter the comment");
            assertThatThrownBy(() -> roadmaps.comments().add("ann", "REE", "NONE", "text"))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));

            roadmaps.reversals().undo(author("ann"), "REE", entry.change().id());
            assertThat(roadmaps.comments().list("REE", "REE-2", null, 10)).containsExactly(first);
            assertThat(roadmaps.snapshot("REE").milestones()).hasSize(10);
        });
    }

    private void on(Databases kind, BiConsumer<Roadmaps, Flags> test) {
        try (Database database = kind.open(clock)) {
            Flags flags = new Flags(database);
            Roadmaps roadmaps = new Roadmaps(database, flags, () -> RULES);
            RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
            roadmaps.importDated(example.roadmap(), example.changes());
            test.accept(roadmaps, flags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Saved save(Roadmaps roadmaps, String person, Edit... edits) {
        return roadmaps.save(author(person), "REE", List.of(edits));
    }

    private static Roadmaps.Author author(String person) {
        return new Roadmaps.Author(person, "review", null);
    }

    private static long id(Saved saved) {
        return saved.change().id();
    }

    private static List<Long> numbers(Past past, HistoryFilter filter) {
        return past.page("REE", filter, 50).stream().map(e -> e.change().id()).toList();
    }

    private static HistoryFilter filter(@Nullable String person, @Nullable String kind, @Nullable String milestone) {
        return new HistoryFilter(null, person, kind, milestone, null, null);
    }

    private static Milestone milestone(Roadmaps roadmaps, String key) {
        return roadmaps.snapshot("REE").findMilestone(key).orElseThrow();
    }

    /** All that a milestone is, without its version. */
    private static String bare(Milestone milestone) {
        return FactJson.body(milestone);
    }

    private static Edit revised(Roadmaps roadmaps, String key, @Nullable String due, @Nullable String owner) {
        Milestone m = milestone(roadmaps, key);
        return revision(m, due == null ? m.due() : TargetDate.parse(due), owner == null ? m.owner() : owner);
    }

    private static Edit undated(Roadmaps roadmaps, String key) {
        Milestone m = milestone(roadmaps, key);
        return revision(m, null, m.owner());
    }

    private static Edit revision(Milestone m, @Nullable TargetDate due, @Nullable String owner) {
        return new Edit.MilestoneRevision(
                m.key(),
                m.recorded().version(),
                m.title(),
                m.description(),
                m.stream(),
                m.stage(),
                m.status(),
                m.progress(),
                m.start(),
                due,
                m.forecast(),
                m.completedOn(),
                owner,
                m.requires(),
                m.evidence(),
                m.source());
    }

    private static Edit fresh(String key) {
        return new Edit.MilestoneRevision(
                key,
                0,
                "A new one",
                null,
                null,
                null,
                Status.PLANNED,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null);
    }
}
