package milepost.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.Databases;
import milepost.db.Database;
import milepost.exchange.RoadmapFile;
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
import milepost.rules.Ruleset;
import milepost.rules.book.Drafts;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.rules.language.RuleProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule that gets another key, with {@code @alias} of the one it had, keeps its flags. */
class RenameTest {
    private static final String OLD = "plan/no-owner";
    private static final String NEW = "plan/nobody-answers";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final Databases.Clock clock = new Databases.Clock("2026-11-23T09:00:00Z");
    private final Path disk = Databases.temporaryFolder();

    @ParameterizedTest
    @EnumSource
    void flags_follow_a_rule_to_its_new_key_and_back_with_all_that_people_made_of_them(Databases kind)
            throws IOException {
        try (Database database = kind.open(clock)) {
            Bench bench = new Bench(database, disk);
            List<Flag> before = bench.decided();
            clock.set("2026-11-23T12:00:00Z");
            RuleFiles renamed = renamed(bench.book.current().files());
            assertThat(DryRun.of(renamed.compile(), bench.roadmaps, bench.flags, null)
                            .touched())
                    .isEmpty();

            String hash = bench.publishing
                    .publish(Publication.web("ada", "ada", "A better name"), renamed, 1)
                    .hash();

            assertThat(bench.of(OLD)).isEmpty();
            bench.assertSame(before, bench.of(NEW));
            for (Flag flag : before) {
                assertThat(bench.events(flag))
                        .extracting(FlagEvent::event, FlagEvent::detail, FlagEvent::cause)
                        .endsWith(tuple(FlagEvent.Kind.RENAMED, OLD, new Cause(Cause.Kind.RULES, hash)));
                assertThat(bench.happened(flag, "2026-11-23T12:00:00Z")).containsExactly(FlagEvent.Kind.RENAMED);
            }
            assertThat(bench.flags.insight(NEW).ever()).isEqualTo(before.size());
            assertThat(bench.flags.then("REE", Instant.parse("2026-11-23T11:00:00Z"), ZoneOffset.UTC))
                    .as("as it was known before")
                    .noneMatch(flag -> flag.rule().equals(NEW))
                    .filteredOn(flag -> flag.rule().equals(OLD))
                    .hasSameSizeAs(before);

            clock.set("2026-11-23T13:00:00Z");
            bench.publishing.restore("ada", 1, "The old name was right");

            bench.assertSame(before, bench.of(OLD));
            assertThat(bench.happened(before.get(0), "2026-11-23T13:00:00Z")).containsExactly(FlagEvent.Kind.RENAMED);
            assertThat(bench.flags.then("REE", Instant.parse("2026-11-23T12:30:00Z"), ZoneOffset.UTC))
                    .filteredOn(flag -> flag.rule().equals(NEW))
                    .hasSameSizeAs(before);
        }
    }

    @Test
    void a_rename_saved_to_the_folder_does_the_same() throws IOException {
        try (Database database = Databases.SQLITE.open(clock)) {
            Bench bench = new Bench(database, disk);
            List<Flag> before = bench.decided();
            RuleFiles files = bench.book.current().files();
            RuleFiles renamed = renamed(files);
            for (String path : files.differing(renamed)) {
                Files.deleteIfExists(disk.resolve(path));
                Optional<String> text = renamed.find(path);
                if (text.isPresent()) {
                    Files.writeString(disk.resolve(path), text.get());
                }
            }

            assertThat(bench.folder.align()).isTrue();
            bench.roadmaps.sweep();

            bench.assertSame(before, bench.of(NEW));
            assertThat(bench.of(OLD)).isEmpty();
        }
    }

    @Test
    void two_rules_that_become_one_leave_the_flag_that_is_alive() throws IOException {
        try (Database database = Databases.SQLITE.open(clock)) {
            Bench bench = new Bench(database, disk);
            List<Flag> before = bench.decided();
            RuleFiles one = bench.book.current().files();
            RuleFiles two = copied(one);
            bench.publish(two);
            List<Flag> second = bench.of(NEW);
            bench.publish(renamed(one));

            assertThat(bench.of(NEW))
                    .extracting(Flag::id, Flag::state)
                    .containsExactlyElementsOf(second.stream()
                            .map(f -> tuple(f.id(), FlagState.ACTIVE))
                            .toList());
            assertThat(bench.of(OLD)).extracting(Flag::state).containsOnly(FlagState.RESOLVED);

            bench.publish(one);
            bench.assertSame(second.stream().map(Flag::message).toList(), bench.of(OLD));
            assertThat(before).hasSameSizeAs(bench.of(OLD));
        }
    }

    @Test
    void an_alias_that_another_rule_has_or_claims_is_a_problem_at_its_place() throws IOException {
        RuleFiles files = LiveFolder.read(Path.of("rules"));
        List<RuleProblem> exists = Ruleset.compile(copied(files)
                        .with(NEW + ".drl", renamed(files).find(NEW + ".drl").orElseThrow())
                        .rules())
                .problems();
        assertThat(exists).singleElement().satisfies(p -> {
            assertThat(p.path()).isEqualTo(NEW + ".drl");
            assertThat(p.message()).startsWith("The alias " + OLD + " is already taken (" + OLD + ".drl, line ");
            String line = renamed(files)
                    .find(NEW + ".drl")
                    .orElseThrow()
                    .lines()
                    .toList()
                    .get(p.line() - 1);
            assertThat(line.substring(p.column() - 1, p.endColumn() - 1)).isEqualTo(OLD);
        });
        RuleFiles twice = renamed(files);
        String other = twice.find(NEW + ".drl").orElseThrow().replace("\"" + NEW + "\"", "\"plan/third\"");
        assertThat(Ruleset.compile(twice.with("plan/third.drl", other).rules()).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains(OLD + " is already taken (" + NEW + ".drl"));
    }

    private static RuleFiles renamed(RuleFiles files) {
        String rule = files.find(OLD + ".drl").orElseThrow();
        return copied(files)
                .with(
                        NEW + ".drl",
                        rule.replace("rule \"" + OLD + "\"", "rule \"" + NEW + "\"\n    @alias( " + OLD + " )"))
                .with(OLD + ".drl", null)
                .with(OLD + ".cases.yaml", null);
    }

    private static RuleFiles copied(RuleFiles files) {
        return files.with(NEW + ".drl", files.find(OLD + ".drl").orElseThrow().replace(OLD, NEW))
                .with(
                        NEW + ".cases.yaml",
                        files.find(OLD + ".cases.yaml").orElseThrow().replace(OLD, NEW));
    }

    /** The shipped rules and the example, published from a folder. */
    private static final class Bench {
        final Rulebook book;
        final LiveFolder folder;
        final Flags flags;
        final Roadmaps roadmaps;
        final Publishing publishing;

        Bench(Database database, Path disk) throws IOException {
            for (Map.Entry<String, String> file :
                    LiveFolder.read(Path.of("rules")).texts().entrySet()) {
                Files.createDirectories(disk.resolve(file.getKey()).getParent());
                Files.writeString(disk.resolve(file.getKey()), file.getValue());
            }
            book = Rulebook.open(database, () -> LiveFolder.read(disk));
            folder = new LiveFolder(database, book, disk, null);
            folder.align();
            flags = new Flags(database);
            roadmaps = new Roadmaps(database, flags, book::live);
            publishing = new Publishing(book, new Drafts(database, book), folder, roadmaps, false);
            RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
            roadmaps.importDated(example.roadmap(), example.changes());
        }

        /** The flags of the rule after a manager accepted one, called one false and said something about both. */
        List<Flag> decided() {
            List<Flag> all = of(OLD);
            assertThat(all).hasSizeGreaterThan(1);
            LocalDate until = TODAY.plusDays(30);
            act(all.get(0), new Act.Decide(new Decision(Triage.ACCEPTED, "Named next month", until)));
            act(all.get(1), new Act.Decide(new Decision(Triage.FALSE_POSITIVE, "The office answers", null)));
            all.subList(0, 2).forEach(flag -> act(flag, new Act.Comment("Asked them")));
            return of(OLD);
        }

        private void act(Flag flag, Act act) {
            flags.triaging().act(new Decider("kim", Severity.CRITICAL), new FlagRef(flag.id(), null), act, TODAY);
        }

        void publish(RuleFiles files) {
            publishing.publish(
                    Publication.web("ada", "ada", "x"), files, book.current().number());
        }

        List<Flag> of(String rule) {
            return flags.list(FlagQuery.all().ofRule(rule)).stream()
                    .sorted((a, b) -> Long.compare(a.id(), b.id()))
                    .toList();
        }

        List<FlagEvent> events(Flag flag) {
            return flags.events(flag.id());
        }

        List<FlagEvent.Kind> happened(Flag flag, String at) {
            return events(flag).stream()
                    .filter(e -> e.at().equals(Instant.parse(at)))
                    .map(FlagEvent::event)
                    .toList();
        }

        void assertSame(List<Flag> before, List<Flag> now) {
            assertThat(now)
                    .usingRecursiveComparison()
                    .ignoringFields("rule", "ruleset", "ruleHash", "version")
                    .isEqualTo(before);
        }

        void assertSame(Iterable<String> messages, List<Flag> now) {
            assertThat(now).extracting(Flag::message).containsExactlyElementsOf(messages);
        }
    }
}
