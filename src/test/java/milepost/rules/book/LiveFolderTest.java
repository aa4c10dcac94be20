package milepost.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Problem;
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
            rule("plan/late", "LOW");
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);

            assertThat(folder.align()).isTrue();
            assertThat(folder.align()).isFalse();
            rule("plan/late", "HIGH");
            save("plan/late.cases.yaml", Rules.cases("plan/late").replace("A-1", "A-2"));
            assertThat(folder.align()).isTrue();

            assertThat(book.versions(null, 10))
                    .extracting(RulesetVersion::cause, RulesetVersion::comment)
                    .containsExactly(
                            tuple(RulesetVersion.Cause.FILES, "Saved on disk: plan/late.cases.yaml, plan/late.drl"),
                            tuple(RulesetVersion.Cause.FILES, "The rules as first found"));
            assertThat(book.current().files().texts()).containsOnlyKeys("plan/late.cases.yaml", "plan/late.drl");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_change_whose_cases_fail_stays_out_of_use_and_is_shown_at_the_case_until_it_is_mended(Databases kind)
            throws IOException {
        try (Database database = kind.open(clock)) {
            rule("plan/late", "LOW");
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            save("plan/late.drl", Rules.rule("plan/late", "HIGH").replace("due.last < $today", "due.last <= $today"));

            assertThat(folder.align()).isFalse();

            assertThat(book.current().files()).isEqualTo(Rules.files("LOW"));
            assertThat(folder.problems())
                    .extracting(RuleProblem::code, RuleProblem::path, RuleProblem::line, RuleProblem::severity)
                    .containsExactly(
                            tuple("case-fails", "plan/late.cases.yaml", 7, RuleProblem.Level.ERROR),
                            tuple("case-missing", "plan/late.drl", 4, RuleProblem.Level.ERROR));
            assertThat(folder.problems().get(0).message())
                    .contains("\"in time\" fails", "expected nothing", "got      A-1 HIGH");
            rule("plan/late", "HIGH");
            assertThat(folder.align()).isTrue();
            assertThat(folder.problems()).isEmpty();
            assertThat(book.current().files()).isEqualTo(Rules.files("HIGH"));
        }
    }

    @Test
    void a_rule_saved_before_its_cases_waits_for_them_and_cases_taken_away_are_missed() throws IOException {
        try (Database database = Databases.SQLITE.open(clock)) {
            rule("plan/late", "LOW");
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            save("schedule/later.drl", Rules.rule("schedule/later", "LOW"));
            assertThat(folder.align()).isFalse();
            assertThat(folder.problems())
                    .extracting(RuleProblem::code, RuleProblem::path, RuleProblem::line)
                    .containsExactly(tuple("case-missing", "schedule/later.drl", 4));

            save("schedule/later.cases.yaml", Rules.cases("schedule/later"));
            assertThat(folder.align()).isTrue();
            assertThat(folder.problems()).isEmpty();

            Files.delete(disk.resolve("plan/late.cases.yaml"));
            assertThat(folder.align()).isFalse();
            assertThat(folder.problems()).extracting(RuleProblem::path).containsExactly("plan/late.drl");
            save("plan/late.cases.yaml", "rule: plan/late\ncases: [ { nme: x } ]\n");
            assertThat(folder.align()).isFalse();
            assertThat(folder.problems())
                    .anyMatch(p -> p.path().equals("plan/late.cases.yaml") && p.line() == 2 && p.column() > 1);
            assertThat(book.current().number()).isEqualTo(2);
        }
    }

    @Test
    void a_folder_that_is_bad_at_the_start_leaves_the_last_published_rules_in_use_and_says_so() throws IOException {
        try (Database database = Databases.SQLITE.open(clock)) {
            rule("plan/late", "LOW");
            new LiveFolder(database, book(database), disk, null).align();
            for (String bad : List.of(
                    Rules.rule("plan/late", "HIGH").replace("due.last", "due.lost"),
                    Rules.rule("plan/late", "HIGH").replace("due.last < $today", "due.last <= $today"))) {
                save("plan/late.drl", bad);

                Rulebook book = book(database);
                LiveFolder folder = new LiveFolder(database, book, disk, null);

                assertThat(folder.align()).isFalse();
                assertThat(book.current().files()).isEqualTo(Rules.files("LOW"));
                assertThat(folder.problems()).isNotEmpty();
                assertThat(Files.readString(disk.resolve("plan/late.drl"))).isEqualTo(bad);
            }
        }
    }

    @Test
    void the_first_rules_of_a_database_are_used_without_cases_and_warned_of_until_they_have_them() throws IOException {
        try (Database database = Databases.SQLITE.open(clock)) {
            save("plan/late.drl", Rules.rule("plan/late", "LOW"));
            LiveFolder folder = new LiveFolder(database, book(database), disk, null);

            assertThat(folder.align()).isTrue();

            assertThat(folder.problems()).isEmpty();
            assertThat(folder.warnings()).extracting(RuleProblem::code).containsExactly("case-missing");
            save("plan/late.cases.yaml", Rules.cases("plan/late"));
            folder.align();
            assertThat(folder.warnings()).isEmpty();
        }
    }

    @Test
    void what_could_not_be_reviewed_just_now_is_reviewed_again_and_what_cost_too_much_is_not() throws IOException {
        try (Database database = Databases.SQLITE.open(clock)) {
            rule("plan/late", "LOW");
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            rule("plan/late", "HIGH");

            for (Problem.Kind kind : List.of(Problem.Kind.CONFLICT, Problem.Kind.INVALID)) {
                LiveFolder busy = folder.reviewedBy(files -> {
                    throw new Problem(kind, "Not today.");
                });
                assertThat(busy.align()).isFalse();
                assertThat(busy.problems())
                        .extracting(RuleProblem::code, RuleProblem::message)
                        .containsExactly(
                                tuple(kind == Problem.Kind.CONFLICT ? "try-again" : "not-published", "Not today."));
            }
            assertThat(folder.align()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_with_errors_is_shown_at_its_place_and_the_last_good_rules_stay(Databases kind) throws IOException {
        try (Database database = kind.open(clock)) {
            rule("plan/late", "LOW");
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
            rule("plan/late", "HIGH");
            assertThat(folder.align()).isTrue();
            assertThat(folder.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_published_elsewhere_is_written_to_the_folder_and_does_not_come_back(Databases kind)
            throws IOException {
        try (Database database = kind.open(clock)) {
            rule("plan/late", "LOW");
            save("plan/notes.txt", "not a rule");
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            RuleFiles files = Rules.with(Rules.files("HIGH"), "schedule/later", "LOW");
            book.publish(BECAUSE, files, 1);

            assertThat(folder.align()).isFalse();

            assertThat(LiveFolder.read(disk)).isEqualTo(files);
            assertThat(paths())
                    .containsExactly(
                            "plan/late.cases.yaml",
                            "plan/late.drl",
                            "plan/notes.txt",
                            "schedule/later.cases.yaml",
                            "schedule/later.drl");
            book.publish(BECAUSE, Rules.files("HIGH"), 2);
            folder.align();
            assertThat(paths()).containsExactly("plan/late.cases.yaml", "plan/late.drl", "plan/notes.txt");
            assertThat(new LiveFolder(database, book, disk, null).align()).isFalse();
            assertThat(book.current().number()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_changed_on_both_sides_is_left_alone_and_shown(Databases kind) throws IOException {
        try (Database database = kind.open(clock)) {
            rule("plan/late", "LOW");
            rule("plan/other", "LOW");
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            String mine = Rules.rule("plan/late", "MEDIUM");
            save("plan/late.drl", mine);
            rule("plan/other", "HIGH");
            book.publish(BECAUSE, book.current().files().with("plan/late.drl", Rules.rule("plan/late", "CRITICAL")), 1);

            assertThat(folder.align()).isTrue();

            assertThat(folder.problems()).extracting(RuleProblem::code).containsExactly("changed-twice");
            assertThat(Files.readString(disk.resolve("plan/late.drl"))).isEqualTo(mine);
            assertThat(book.current().files().find("plan/late.drl").orElseThrow())
                    .contains("CRITICAL");
            assertThat(book.current().files().find("plan/other.drl").orElseThrow())
                    .contains("HIGH");
            assertThat(new LiveFolder(database, book, disk, null).align()).isFalse();
            rule("plan/late", "CRITICAL");
            folder.align();
            assertThat(folder.problems()).isEmpty();
        }
    }

    @Test
    void edits_made_while_nothing_ran_are_taken_in_and_others_publications_kept() throws IOException {
        try (Database database = Databases.SQLITE.open(clock)) {
            rule("plan/late", "LOW");
            rule("plan/other", "LOW");
            Rulebook book = book(database);
            new LiveFolder(database, book, disk, null).align();
            rule("plan/late", "HIGH");
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
            rule("plan/late", "LOW");
            Rulebook book = book(database);
            new LiveFolder(database, book, Databases.temporaryFolder(), null).align();
            new LiveFolder(database, book, disk, null).align();
            book.publish(BECAUSE, Rules.files("HIGH"), 1);
            Path copy = Databases.temporaryFolder();
            Files.createDirectories(copy.resolve("plan"));
            Files.writeString(copy.resolve("plan/late.drl"), Rules.rule("plan/late", "LOW"));
            Files.writeString(copy.resolve("plan/late.cases.yaml"), Rules.cases("plan/late"));

            assertThat(new LiveFolder(database, book, copy, null).align()).isFalse();

            assertThat(LiveFolder.read(copy)).isEqualTo(Rules.files("HIGH"));
        }
    }

    @Test
    void where_two_persons_publish_a_change_on_disk_waits_for_one() throws IOException {
        try (Database database = Databases.SQLITE.open(clock)) {
            rule("plan/late", "LOW");
            Rulebook book = book(database);
            Drafts drafts = new Drafts(database, book);
            LiveFolder folder = new LiveFolder(database, book, disk, drafts);
            assertThat(folder.align()).isTrue();
            rule("plan/late", "HIGH");

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
    void what_editors_and_version_control_hide_in_the_folder_is_no_rule() throws IOException {
        rule("plan/late", "LOW");
        try (Database database = Databases.SQLITE.open(clock)) {
            LiveFolder folder = new LiveFolder(database, book(database), disk, null);
            folder.align();
            String before = folder.fingerprint();
            for (String path : List.of(
                    "plan/.late.drl.swp",
                    "plan/late.drl~",
                    "plan/#late.drl#",
                    "plan/.#late.drl",
                    "plan/._late.drl",
                    "plan/.late.drl",
                    ".git/late.drl",
                    "plan/4913")) {
                save(path, "not a rule");
            }

            assertThat(folder.fingerprint()).isEqualTo(before);
            assertThat(folder.align()).isFalse();
            assertThat(folder.problems()).isEmpty();
        }
    }

    @Test
    void a_checkout_with_other_line_ends_or_a_byte_order_mark_is_the_same_text() throws IOException {
        rule("plan/late", "LOW");
        try (Database database = Databases.SQLITE.open(clock)) {
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();

            save("plan/late.drl", "\uFEFF" + Rules.rule("plan/late", "LOW").replace("\n", "\r\n"));
            save("plan/late.cases.yaml", "\uFEFF" + Rules.cases("plan/late").replace("\n", "\r\n"));
            assertThat(folder.align()).isFalse();

            save("plan/late.drl", "\uFEFF" + Rules.rule("plan/late", "HIGH").replace("\n", "\r\n"));
            assertThat(folder.align()).isTrue();
            assertThat(book.current().files()).isEqualTo(Rules.files("HIGH"));
            assertThat(folder.problems()).isEmpty();
        }
    }

    @Test
    void a_file_that_cannot_be_read_as_text_is_named_and_takes_nothing_away() throws IOException {
        rule("plan/late", "LOW");
        Path outside =
                Files.writeString(Databases.temporaryFolder().resolve("late.drl"), Rules.rule("plan/late", "HIGH"));
        try (Database database = Databases.SQLITE.open(clock)) {
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            Path file = disk.resolve("plan/late.drl");

            Files.write(file, "// überfällig\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(unreadable(folder)).containsExactly("It is not UTF-8 text; save it as UTF-8.");
            Files.delete(file);
            Files.createSymbolicLink(file, outside);
            assertThat(unreadable(folder)).singleElement().asString().contains("leads out of the rules folder");
            Files.delete(file);
            Files.createSymbolicLink(file, disk.resolve("plan/gone.drl"));
            assertThat(unreadable(folder)).containsExactly("This link leads nowhere; take it away or mend it.");
            Files.delete(file);
            save(".store/late.drl", Rules.rule("plan/late", "HIGH"));
            Files.createSymbolicLink(file, disk.resolve(".store/late.drl"));
            assertThat(folder.align()).isTrue();
            assertThat(book.current().files()).isEqualTo(Rules.files("HIGH"));
        }
    }

    private static List<String> unreadable(LiveFolder folder) {
        assertThat(folder.align()).isFalse();
        assertThat(folder.problems()).allMatch(p -> p.path().equals("plan/late.drl"));
        return folder.problems().stream().map(RuleProblem::message).toList();
    }

    @Test
    void a_folder_may_be_named_by_a_link_to_it() throws IOException {
        rule("plan/late", "LOW");
        Path link = Files.createSymbolicLink(Databases.temporaryFolder().resolve("rules"), disk);

        assertThat(LiveFolder.read(link)).isEqualTo(Rules.files("LOW"));
    }

    @Test
    void a_rule_in_a_file_of_another_name_waits_until_the_names_agree() throws IOException {
        rule("plan/late", "LOW");
        try (Database database = Databases.SQLITE.open(clock)) {
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            Files.move(disk.resolve("plan/late.drl"), disk.resolve("plan/overdue.drl"));
            Files.move(disk.resolve("plan/late.cases.yaml"), disk.resolve("plan/overdue.cases.yaml"));

            assertThat(folder.align()).isFalse();
            RuleProblem problem = folder.problems().get(0);
            assertThat(problem.code()).isEqualTo("file-name");
            assertThat(problem.message()).contains("belongs into plan/late.drl", "@alias( \"plan/late\" )");

            save("plan/overdue.drl", problem.fix().applyTo(Rules.rule("plan/late", "LOW")));
            save("plan/overdue.cases.yaml", Rules.cases("plan/overdue"));
            assertThat(folder.align()).isTrue();
            assertThat(book.live().findRule("plan/overdue")).isPresent();
        }
    }

    @Test
    void what_cannot_be_written_to_the_folder_is_published_and_told() throws IOException {
        rule("plan/late", "LOW");
        Files.createDirectories(disk.resolve("plan/.late.drl.new"));
        try (Database database = Databases.SQLITE.open(clock)) {
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            book.publish(Publication.web("ada", "ada", "Worse"), Rules.files("HIGH"), 1);

            folder.follow();

            assertThat(folder.problems()).extracting(RuleProblem::code).containsExactly(LiveFolder.NOT_WRITTEN);
            assertThat(LiveFolder.read(disk)).isEqualTo(Rules.files("LOW"));
            assertThat(folder.align()).isFalse();
            assertThat(book.current().files()).isEqualTo(Rules.files("HIGH"));
            Files.delete(disk.resolve("plan/.late.drl.new"));
            folder.follow();
            assertThat(folder.problems()).isEmpty();
            assertThat(LiveFolder.read(disk)).isEqualTo(Rules.files("HIGH"));
        }
    }

    @Test
    void an_empty_or_missing_folder_is_not_an_edit() throws IOException {
        try (Database database = Databases.SQLITE.open(clock)) {
            rule("plan/late", "LOW");
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            Files.delete(disk.resolve("plan/late.drl"));
            Files.delete(disk.resolve("plan/late.cases.yaml"));

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
            rule("plan/late", "LOW");
            Rulebook book = book(database);
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            CountDownLatch published = new CountDownLatch(1);
            try (FolderWatch watch = FolderWatch.start(folder, disk, published::countDown)) {
                rule("schedule/later", "LOW");

                assertThat(published.await(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(book.current().files().texts())
                    .containsOnlyKeys(
                            "plan/late.cases.yaml", "plan/late.drl", "schedule/later.cases.yaml", "schedule/later.drl");
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

    private void rule(String key, String severity) throws IOException {
        save(key + ".drl", Rules.rule(key, severity));
        save(key + ".cases.yaml", Rules.cases(key));
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
