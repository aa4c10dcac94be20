package milepost.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import milepost.Databases;
import milepost.db.Database;
import milepost.rules.language.RuleProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveFolderTest {
    private static final Publication BECAUSE = Publication.web("ada", "ada", "because");

    private final Databases.Clock clock = new Databases.Clock("2026-11-23T09:00:00Z");
    private final Path disk = Databases.temporaryFolder();

    @ParameterizedTest
    @EnumSource
    void the_folder_is_the_first_version_and_what_is_saved_there_the_next(Databases kind) throws IOException {
        try (Database database = kind.open(clock)) {
            save("plan/late.drl", Rules.rule("plan/late", "LOW"));
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);

            assertThat(folder.align()).isTrue();
            assertThat(folder.align()).isFalse();
            save("plan/late.drl", Rules.rule("plan/late", "HIGH"));
            save("plan/late.cases.yaml", "rule: plan/late\n");
            assertThat(folder.align()).isTrue();

            assertThat(book.versions(null, 10))
                    .extracting(RulesetVersion::cause, RulesetVersion::comment)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    RulesetVersion.Cause.FILES, "Saved on disk: plan/late.cases.yaml, plan/late.drl"),
                            org.assertj.core.groups.Tuple.tuple(
                                    RulesetVersion.Cause.FILES, "The rules as first found"));
            assertThat(book.current().files().texts()).containsOnlyKeys("plan/late.cases.yaml", "plan/late.drl");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_only_fails_its_cases_comes_into_use_and_is_warned_of_until_it_is_mended(Databases kind)
            throws IOException {
        try (Database database = kind.open(clock)) {
            save("plan/late.drl", Rules.rule("plan/late", "LOW"));
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            assertThat(folder.warnings()).extracting(RuleProblem::code).containsExactly("case-missing");

            save("plan/late.cases.yaml", """
                    rule: plan/late
                    cases:
                      - name: late
                        as-of: 2026-01-02
                        given: { milestones: [ { key: A-1, due: 2026-01-01 } ] }
                        expect: []
                      - name: in time
                        as-of: 2026-01-01
                        given: { milestones: [ { key: A-1, due: 2026-01-01 } ] }
                        expect: []
                    """);
            assertThat(folder.align()).isTrue();

            assertThat(folder.problems()).isEmpty();
            assertThat(folder.warnings())
                    .filteredOn(w -> w.code().equals("case-fails"))
                    .extracting(RuleProblem::path, RuleProblem::line)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("plan/late.cases.yaml", 3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_with_errors_is_shown_at_its_place_and_the_last_good_rules_stay(Databases kind) throws IOException {
        try (Database database = kind.open(clock)) {
            save("plan/late.drl", Rules.rule("plan/late", "LOW"));
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            save("plan/late.drl", Rules.rule("plan/late", "LOW").replace("due.last", "due.lost"));

            assertThat(folder.align()).isFalse();

            RuleProblem problem = folder.problems().get(0);
            assertThat(problem.path()).isEqualTo("plan/late.drl");
            assertThat(problem.line()).isEqualTo(9);
            assertThat(problem.column()).isGreaterThan(1);
            assertThat(book.current().number()).isEqualTo(1);
            save("plan/late.drl", Rules.rule("plan/late", "HIGH"));
            assertThat(folder.align()).isTrue();
            assertThat(folder.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_published_elsewhere_is_written_to_the_folder_and_does_not_come_back(Databases kind)
            throws IOException {
        try (Database database = kind.open(clock)) {
            save("plan/late.drl", Rules.rule("plan/late", "LOW"));
            save("plan/notes.txt", "not a rule");
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            RuleFiles files = Rules.files("HIGH").with("schedule/later.drl", Rules.rule("schedule/later", "LOW"));
            book.publish(BECAUSE, files, 1);

            assertThat(folder.align()).isFalse();

            assertThat(LiveFolder.read(disk)).isEqualTo(files);
            assertThat(paths()).containsExactly("plan/late.drl", "plan/notes.txt", "schedule/later.drl");
            book.publish(BECAUSE, Rules.files("HIGH"), 2);
            folder.align();
            assertThat(paths()).containsExactly("plan/late.drl", "plan/notes.txt");
            assertThat(new LiveFolder(database, book, disk, null).align()).isFalse();
            assertThat(book.current().number()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_changed_on_both_sides_is_left_alone_and_shown(Databases kind) throws IOException {
        try (Database database = kind.open(clock)) {
            save("plan/late.drl", Rules.rule("plan/late", "LOW"));
            save("plan/other.drl", Rules.rule("plan/other", "LOW"));
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            String mine = Rules.rule("plan/late", "MEDIUM");
            save("plan/late.drl", mine);
            save("plan/other.drl", Rules.rule("plan/other", "HIGH"));
            book.publish(BECAUSE, book.current().files().with("plan/late.drl", Rules.rule("plan/late", "CRITICAL")), 1);

            assertThat(folder.align()).isTrue();

            assertThat(folder.problems()).extracting(RuleProblem::code).containsExactly("changed-twice");
            assertThat(Files.readString(disk.resolve("plan/late.drl"))).isEqualTo(mine);
            assertThat(book.current().files().find("plan/late.drl").orElseThrow())
                    .contains("CRITICAL");
            assertThat(book.current().files().find("plan/other.drl").orElseThrow())
                    .contains("HIGH");
            assertThat(new LiveFolder(database, book, disk, null).align()).isFalse();
            save("plan/late.drl", Rules.rule("plan/late", "CRITICAL"));
            folder.align();
            assertThat(folder.problems()).isEmpty();
        }
    }

    @Test
    void edits_made_while_nothing_ran_are_taken_in_and_others_publications_kept() throws IOException {
        try (Database database = Databases.SQLITE.open(clock)) {
            save("plan/late.drl", Rules.rule("plan/late", "LOW"));
            save("plan/other.drl", Rules.rule("plan/other", "LOW"));
            Rulebook book = book(database);
            new LiveFolder(database, book, disk, null).align();
            save("plan/late.drl", Rules.rule("plan/late", "HIGH"));
            book.publish(BECAUSE, book.current().files().with("plan/other.drl", Rules.rule("plan/other", "MEDIUM")), 1);

            assertThat(new LiveFolder(database, book, disk, null).align()).isTrue();

            assertThat(book.current().files().find("plan/late.drl").orElseThrow())
                    .contains("HIGH");
            assertThat(book.current().files().find("plan/other.drl").orElseThrow())
                    .contains("MEDIUM");
            assertThat(LiveFolder.read(disk)).isEqualTo(book.current().files());
        }
    }

    @Test
    void an_older_copy_of_the_rules_in_a_new_place_is_brought_up_to_date() throws IOException {
        try (Database database = Databases.SQLITE.open(clock)) {
            save("plan/late.drl", Rules.rule("plan/late", "LOW"));
            Rulebook book = book(database);
            new LiveFolder(database, book, Databases.temporaryFolder(), null).align();
            new LiveFolder(database, book, disk, null).align();
            book.publish(BECAUSE, Rules.files("HIGH"), 1);
            Path copy = Databases.temporaryFolder();
            Files.createDirectories(copy.resolve("plan"));
            Files.writeString(copy.resolve("plan/late.drl"), Rules.rule("plan/late", "LOW"));

            assertThat(new LiveFolder(database, book, copy, null).align()).isFalse();

            assertThat(LiveFolder.read(copy)).isEqualTo(Rules.files("HIGH"));
        }
    }

    @Test
    void where_two_persons_publish_a_change_on_disk_waits_for_one() throws IOException {
        try (Database database = Databases.SQLITE.open(clock)) {
            save("plan/late.drl", Rules.rule("plan/late", "LOW"));
            Rulebook book = book(database);
            Drafts drafts = new Drafts(database, book);
            LiveFolder folder = new LiveFolder(database, book, disk, drafts);
            assertThat(folder.align()).isTrue();
            save("plan/late.drl", Rules.rule("plan/late", "HIGH"));

            assertThat(folder.align()).isFalse();
            assertThat(folder.align()).isFalse();

            Draft waiting = drafts.findDraft("files").orElseThrow();
            assertThat(waiting.state()).isEqualTo(Draft.State.SUBMITTED);
            assertThat(waiting.version()).isEqualTo(1);
            assertThat(waiting.over(book.current().files())).isEqualTo(Rules.files("HIGH"));
            assertThat(folder.problems()).extracting(RuleProblem::code).containsExactly("not-published");
            book.publish(BECAUSE, waiting.over(book.current().files()), 1);
            folder.follow();
            assertThat(folder.problems()).isEmpty();
        }
    }

    @Test
    void an_empty_or_missing_folder_is_not_an_edit() throws IOException {
        try (Database database = Databases.SQLITE.open(clock)) {
            save("plan/late.drl", Rules.rule("plan/late", "LOW"));
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            Files.delete(disk.resolve("plan/late.drl"));

            assertThat(folder.align()).isFalse();
            assertThat(folder.problems()).extracting(RuleProblem::code).containsExactly("no-rules");
            Files.delete(disk.resolve("plan"));
            Files.delete(disk);
            assertThat(folder.align()).isFalse();
            assertThat(book.current().number()).isEqualTo(1);
        }
    }

    @Test
    void a_watched_folder_is_taken_in_by_itself() throws Exception {
        try (Database database = Databases.SQLITE.open(clock)) {
            save("plan/late.drl", Rules.rule("plan/late", "LOW"));
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            CountDownLatch published = new CountDownLatch(1);
            try (FolderWatch watch = FolderWatch.start(folder, disk, published::countDown)) {
                save("schedule/later.drl", Rules.rule("schedule/later", "LOW"));

                assertThat(published.await(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(book.current().files().texts()).containsOnlyKeys("plan/late.drl", "schedule/later.drl");
        }
    }

    private Rulebook book(Database database) {
        return Rulebook.open(database, () -> LiveFolder.read(disk));
    }

    private void save(String path, String text) throws IOException {
        Path file = disk.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> paths() throws IOException {
        try (Stream<Path> walk = Files.walk(disk)) {
            return walk.filter(Files::isRegularFile)
                    .map(f -> disk.relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }
}
