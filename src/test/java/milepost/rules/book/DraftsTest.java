package milepost.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DraftsTest {
    private final Databases.Clock clock = new Databases.Clock("2026-11-23T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void an_author_has_one_draft_that_keeps_each_file(Databases kind) {
        try (Database database = kind.open(clock)) {
            Rulebook book = published(database);
            Drafts drafts = new Drafts(database, book);

            drafts.save("ada", 0, "plan/late.drl", Rules.rule("plan/late", "HIGH"));
            Draft two = drafts.save("ada", 1, "plan/more.drl", "not yet\r\na rule");
            drafts.save("kim", 0, "plan/late.drl", null);

            assertThat(two.files()).extracting(Draft.Changed::path).containsExactly("plan/late.drl", "plan/more.drl");
            assertThat(two.over(book.current().files()).find("plan/more.drl")).contains("not yet\na rule");
            assertThat(drafts.findDraft("ada")).contains(two);
            assertThat(drafts.list()).hasSize(2);
            assertThat(drafts.findDraft("kim")
                            .orElseThrow()
                            .over(book.current().files())
                            .rules())
                    .isEmpty();
            assertThat(book.current().files()).isEqualTo(Rules.files("LOW"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_is_as_it_was_leaves_the_draft(Databases kind) {
        try (Database database = kind.open(clock)) {
            Drafts drafts = new Drafts(database, published(database));
            drafts.save("ada", 0, "plan/late.drl", Rules.rule("plan/late", "HIGH"));
            drafts.save("ada", 1, "plan/more.drl", "text");

            assertThat(drafts.save("ada", 2, "plan/late.drl", Rules.rule("plan/late", "LOW"))
                            .files())
                    .extracting(Draft.Changed::path)
                    .containsExactly("plan/more.drl");
            assertThat(drafts.revert("ada", 3, "plan/more.drl").files()).isEmpty();
            drafts.discard("ada", 4);
            assertThat(drafts.findDraft("ada")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_save_over_another_window_s_is_refused(Databases kind) {
        try (Database database = kind.open(clock)) {
            Drafts drafts = new Drafts(database, published(database));
            Draft one = drafts.save("ada", 0, "plan/late.drl", "one");

            assertThatThrownBy(() -> drafts.save("ada", 0, "plan/late.drl", "two"))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT));
            assertThatThrownBy(() -> drafts.save("ada", 7, "plan/late.drl", "two"))
                    .isInstanceOf(Problem.class);
            assertThat(drafts.findDraft("ada")).contains(one);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_changed_elsewhere_since_is_a_conflict_until_the_author_decides(Databases kind) {
        try (Database database = kind.open(clock)) {
            Rulebook book = published(database);
            Drafts drafts = new Drafts(database, book);
            drafts.save("ada", 0, "plan/late.drl", Rules.rule("plan/late", "HIGH"));
            book.publish(Publication.files("files", "on disk"), Rules.files("MEDIUM"), 1);
            Draft draft = drafts.save("ada", 1, "plan/late.drl", Rules.rule("plan/late", "CRITICAL"));

            assertThat(draft.conflicts(book.current().files())).containsExactly("plan/late.drl");

            assertThat(draft.find("plan/late.drl").orElseThrow().base()).contains("LOW");
            Draft decided = drafts.insist("ada", 2, "plan/late.drl");
            assertThat(decided.conflicts(book.current().files())).isEmpty();
            assertThat(decided.over(book.current().files())).isEqualTo(Rules.files("CRITICAL"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_submitted_draft_says_what_is_new_and_an_edit_takes_it_back(Databases kind) {
        try (Database database = kind.open(clock)) {
            Drafts drafts = new Drafts(database, published(database));
            drafts.save("ada", 0, "plan/late.drl", "one");

            assertThatThrownBy(() -> drafts.submit("ada", 1, " ")).isInstanceOf(Problem.class);
            Draft submitted = drafts.submit("ada", 1, "Sharper");
            assertThat(submitted.state()).isEqualTo(Draft.State.SUBMITTED);
            assertThat(submitted.comment()).isEqualTo("Sharper");
            assertThat(drafts.save("ada", 2, "plan/late.drl", "two").state()).isEqualTo(Draft.State.OPEN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_new_file_must_have_a_folder_and_a_name_and_a_bearable_size(Databases kind) {
        try (Database database = kind.open(clock)) {
            Drafts drafts = new Drafts(database, published(database));

            for (String path :
                    new String[] {"late.drl", "../late.drl", "plan/Late.drl", "plan/late.txt", "plan/a/b.drl"}) {
                assertThatThrownBy(() -> drafts.save("ada", 0, path, "text"))
                        .as(path)
                        .isInstanceOfSatisfying(
                                Problem.class,
                                p -> assertThat(p.fields())
                                        .extracting(Problem.FieldError::field)
                                        .containsExactly("path"));
            }
            assertThatThrownBy(() -> drafts.save("ada", 0, "plan/late.drl", "x".repeat(256_001)))
                    .hasMessageContaining("256000 characters");
            assertThat(drafts.list()).isEmpty();
        }
    }

    private static Rulebook published(Database database) {
        Rulebook book = Rulebook.open(database, () -> Rules.files("LOW"));
        book.publish(Publication.files("files", "The first"), book.current().files(), 0);
        return book;
    }
}
