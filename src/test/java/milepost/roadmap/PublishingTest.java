package milepost.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import milepost.Databases;
import milepost.db.Database;
import milepost.exchange.RoadmapFile;
import milepost.facts.Problem;
import milepost.facts.Severity;
import milepost.flags.FlagRef;
import milepost.flags.Flags;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.flags.life.FlagState;
import milepost.flags.store.FlagQuery;
import milepost.foresight.DryRun;
import milepost.rules.book.Draft;
import milepost.rules.book.Drafts;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.rules.book.RulesetVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishingTest {
    private static final String PATH = "dependency/hub-without-bridge.drl";
    private static final String CASES = "dependency/hub-without-bridge.cases.yaml";
    private static final String RULE = """
            package milepost.rules;
            import milepost.facts.*;
            global Findings findings;
            rule "dependency/hub-without-bridge"
                @title( "Hub without its bridge" )
                @severity( HIGH )
            when
                $hub : Milestone( key == "REE-4", open )
                exists Milestone( key == "REE-3", open )
            then
                findings.report( $hub, "The bridge for " + $hub.key() + " is not done" );
            end
            """;
    private static final String EXAMPLES = """
            rule: dependency/hub-without-bridge
            cases:
              - name: no bridge yet
                as-of: 2026-11-23
                given:
                  milestones: [ { key: REE-3 }, { key: REE-4 } ]
                expect:
                  - { subject: REE-4, severity: HIGH, message: "The bridge for REE-4 is not done" }
              - name: the bridge stands
                as-of: 2026-11-23
                given:
                  milestones: [ { key: REE-3, status: DONE, completedOn: 2026-01-01 }, { key: REE-4 } ]
                expect: []
            """;

    private final Databases.Clock clock = new Databases.Clock("2026-11-23T09:00:00Z");
    private final Path disk = Databases.temporaryFolder();

    @ParameterizedTest
    @EnumSource
    void a_new_rule_goes_from_draft_to_flag_and_back(Databases kind) throws IOException {
        try (Database database = kind.open(clock)) {
            Bench bench = new Bench(database, disk, false);
            Draft draft = bench.draft("ada", RULE, EXAMPLES);
            RuleFiles candidate = draft.over(bench.book.current().files());
            DryRun dry = DryRun.of(candidate.compile(), bench.roadmaps, bench.flags, null);
            assertThat(dry.count(DryRun.Event.RAISED)).isEqualTo(1);
            assertThat(dry.count(DryRun.Event.CLEARED)).isZero();
            assertThat(bench.hubFlags()).isZero();

            RulesetVersion version = bench.publishing.publishDraft("ada", draft.id(), draft.version(), "The hub");

            assertThat(version.number()).isEqualTo(2);
            assertThat(bench.drafts.list()).isEmpty();
            assertThat(Files.readString(disk.resolve(PATH))).isEqualTo(RULE);
            Flag flag = bench.flags
                    .list(FlagQuery.active().ofRule("dependency/hub-without-bridge"))
                    .get(0);
            assertThat(flag.subject()).isEqualTo("REE-4");
            assertThat(flag.message())
                    .isEqualTo(dry.touched().get(0).lines().get(0).message());

            assertThat(bench.flags.list(FlagQuery.counted().newsSince(Instant.EPOCH)))
                    .as("what rules raised is no news")
                    .doesNotContain(flag);
            assertThat(bench.flags.raisedBy(version.hash(), milepost.facts.Reach.EVERYTHING))
                    .extracting(Flag::id)
                    .containsExactly(flag.id());
            assertThat(bench.flags.insight(flag.rule()).active()).isEqualTo(1);
            bench.flags
                    .triaging()
                    .act(
                            new Decider("kim", Severity.CRITICAL),
                            new FlagRef(flag.id(), null),
                            new Act.Decide(new Decision(Triage.FALSE_POSITIVE, "The bridge is not needed", null)),
                            LocalDate.parse("2026-11-23"));
            assertThat(bench.flags.insight(flag.rule()).active()).isZero();
            assertThat(bench.flags.insight(flag.rule()).falsePositives()).isEqualTo(1);
            assertThat(bench.flags.insight("plan/never-heard-of").lastRaised()).isNull();

            bench.publishing.restore("ada", 1, "It was better before");

            assertThat(bench.flags.flag(flag.id()).state()).isEqualTo(FlagState.RESOLVED);
            assertThat(bench.flags.events(flag.id()))
                    .extracting(FlagEvent::event, e -> e.cause().kind())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(FlagEvent.Kind.RAISED, Cause.Kind.RULES),
                            org.assertj.core.groups.Tuple.tuple(FlagEvent.Kind.TRIAGED, Cause.Kind.PERSON),
                            org.assertj.core.groups.Tuple.tuple(FlagEvent.Kind.RESOLVED, Cause.Kind.RULES));
            assertThat(disk.resolve(PATH)).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_without_both_kinds_of_case_or_with_a_failing_one_is_refused(Databases kind) throws IOException {
        try (Database database = kind.open(clock)) {
            Bench bench = new Bench(database, disk, false);
            Draft none = bench.draft("ada", RULE, null);
            assertThatThrownBy(() -> bench.publishing.publishDraft("ada", none.id(), none.version(), "x"))
                    .hasMessageContaining("It has no cases");

            Draft silent = bench.drafts.save(
                    "ada",
                    none.version(),
                    CASES,
                    EXAMPLES.substring(0, EXAMPLES.indexOf("  - name: the bridge stands")));
            assertThatThrownBy(() -> bench.publishing.publishDraft("ada", silent.id(), silent.version(), "x"))
                    .hasMessageContaining("no case in which it must be silent");

            Draft wrong = bench.drafts.save("ada", silent.version(), CASES, EXAMPLES.replace("not done\"", "gone\""));
            assertThatThrownBy(() -> bench.publishing.publishDraft("ada", wrong.id(), wrong.version(), "x"))
                    .hasMessageContaining("The case \"no bridge yet\" fails");
            assertThat(bench.book.versions(null, 9)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void where_two_persons_are_needed_another_author_publishes(Databases kind) throws IOException {
        try (Database database = kind.open(clock)) {
            Bench bench = new Bench(database, disk, true);
            Draft draft = bench.draft("ada", RULE, EXAMPLES);

            assertThatThrownBy(() -> bench.publishing.publishDraft("ada", draft.id(), draft.version(), "x"))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
            assertThatThrownBy(() -> bench.publishing.publishDraft("kim", draft.id(), draft.version(), "x"))
                    .hasMessageContaining("has not submitted");
            Draft submitted = bench.drafts.submit("ada", draft.version(), "The hub");
            RulesetVersion version =
                    bench.publishing.publishDraft("kim", submitted.id(), submitted.version(), submitted.comment());

            assertThat(version.by()).isEqualTo("kim");
            assertThat(version.writer()).isEqualTo("ada");
            assertThatThrownBy(() -> bench.publishing.publish(
                            Publication.web("kim", "kim", "x"), bench.book.files(1), version.number()))
                    .isInstanceOf(Problem.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_seen_is_not_published(Databases kind) throws IOException {
        try (Database database = kind.open(clock)) {
            Bench bench = new Bench(database, disk, false);
            Draft draft = bench.draft("ada", RULE, EXAMPLES);
            Draft later = bench.drafts.save("ada", draft.version(), PATH, RULE.replace("HIGH", "LOW"));

            assertThatThrownBy(() -> bench.publishing.publishDraft("ada", draft.id(), draft.version(), "x"))
                    .hasMessageContaining("saved meanwhile");
            Files.writeString(disk.resolve(PATH), RULE.replace("HIGH", "CRITICAL"));
            Files.writeString(disk.resolve(CASES), EXAMPLES.replace("HIGH", "CRITICAL"));
            assertThat(bench.folder.align()).isTrue();
            assertThatThrownBy(() -> bench.publishing.publishDraft("ada", later.id(), later.version(), "x"))
                    .isInstanceOfSatisfying(Problem.class, p -> {
                        assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT);
                        assertThat(p).hasMessageContaining(PATH);
                    });
            assertThat(bench.drafts.draft(later.id()).find(PATH).orElseThrow().text())
                    .contains("LOW");
        }
    }

    /** Everything a publication takes part in, with the shipped rules and the example roadmap. */
    private static final class Bench {
        final Rulebook book;
        final Drafts drafts;
        final LiveFolder folder;
        final Flags flags;
        final Roadmaps roadmaps;
        final Publishing publishing;

        Bench(Database database, Path disk, boolean twoPersons) throws IOException {
            LiveFolder.read(Path.of("rules")).texts().forEach((path, text) -> write(disk.resolve(path), text));
            book = Rulebook.open(database, () -> LiveFolder.read(disk));
            drafts = new Drafts(database, book);
            folder = new LiveFolder(database, book, disk, null);
            folder.align();
            flags = new Flags(database);
            roadmaps = new Roadmaps(database, flags, book::live);
            publishing = new Publishing(book, drafts, folder, roadmaps, twoPersons);
            RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
            roadmaps.importDated(example.roadmap(), example.changes());
        }

        Draft draft(String author, String rule, String cases) {
            Draft draft = drafts.save(author, 0, PATH, rule);
            return cases == null ? draft : drafts.save(author, draft.version(), CASES, cases);
        }

        int hubFlags() {
            return flags.list(FlagQuery.active().ofRule("dependency/hub-without-bridge"))
                    .size();
        }

        private static void write(Path file, String text) {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
