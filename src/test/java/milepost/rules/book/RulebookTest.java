package milepost.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulebookTest {
    private final Databases.Clock clock = new Databases.Clock("2026-11-23T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void what_is_published_is_in_use_and_every_version_stays(Databases kind) {
        try (Database database = kind.open(clock)) {
            Rulebook book = Rulebook.open(database, () -> Rules.files("LOW"));
            assertThat(book.current().number()).isZero();
            book.publish(Publication.files("files", "The first"), book.current().files(), 0);
            clock.set("2026-11-24T09:00:00Z");

            RulesetVersion second =
                    book.publish(Publication.web("ada", "kim", " Worse than it was "), Rules.files("HIGH"), 1);

            assertThat(second.number()).isEqualTo(2);
            assertThat(second.comment()).isEqualTo("Worse than it was");
            assertThat(book.live().version()).isEqualTo(second.hash());
            assertThat(book.versions(null, 10))
                    .extracting(RulesetVersion::number)
                    .containsExactly(2L, 1L);
            assertThat(book.version(2)).isEqualTo(second);
            assertThat(book.files(1)).isEqualTo(Rules.files("LOW"));
            assertThat(book.files(2)).isEqualTo(Rules.files("HIGH"));
            assertThat(Rulebook.open(database, () -> RuleFiles.NONE).current().files())
                    .isEqualTo(Rules.files("HIGH"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void bringing_a_version_back_is_a_new_version_with_its_files(Databases kind) {
        try (Database database = kind.open(clock)) {
            Rulebook book = published(database);
            RulesetVersion first = book.version(1);

            RulesetVersion back = book.restore("ada", 1, "The old one was right");

            assertThat(back.number()).isEqualTo(3);
            assertThat(back.restored()).isEqualTo(1);
            assertThat(back.cause()).isEqualTo(RulesetVersion.Cause.RESTORE);
            assertThat(back.hash()).isEqualTo(first.hash());
            assertThat(book.current().files()).isEqualTo(book.files(1));
            assertThat(book.findVersion(first.hash())).contains(back);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_published_is_refused_and_changes_nothing(Databases kind) {
        try (Database database = kind.open(clock)) {
            Rulebook book = published(database);
            Publication because = Publication.web("ada", "ada", "because");
            RuleFiles broken = Rules.files("LOW")
                    .with("plan/late.drl", Rules.rule("plan/late", "LOW").replace("due", "duu"));

            assertThatThrownBy(() -> book.publish(because, broken, 2)).isInstanceOfSatisfying(Problem.class, p -> {
                assertThat(p.kind()).isEqualTo(Problem.Kind.INVALID);
                assertThat(p.fields().get(0).field()).startsWith("plan/late.drl:9:");
            });
            assertThatThrownBy(() -> book.publish(because, Rules.files("HIGH"), 2))
                    .hasMessageContaining("Nothing differs");
            assertThatThrownBy(() -> book.publish(because, RuleFiles.NONE, 2)).hasMessageContaining("no rule file");
            assertThatThrownBy(() -> book.publish(Publication.web("ada", "ada", "  "), Rules.files("LOW"), 2))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            p -> assertThat(p.fields())
                                    .extracting(Problem.FieldError::field)
                                    .containsExactly("comment"));
            assertThatThrownBy(() -> book.publish(because, Rules.files("MEDIUM"), 1))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT));
            assertThatThrownBy(() -> book.restore("ada", 7, "because")).hasMessageContaining("no version 7");
            assertThat(book.versions(null, 10)).hasSize(2);
            assertThat(book.current().number()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_process_that_publishes_is_noticed(Databases kind) {
        try (Database database = kind.open(clock)) {
            Rulebook one = published(database);
            Rulebook other = Rulebook.open(database, () -> RuleFiles.NONE);
            other.publish(Publication.web("ada", "ada", "because"), Rules.files("MEDIUM"), 2);

            assertThat(one.live().version()).isNotEqualTo(other.live().version());
            assertThat(one.refresh()).isTrue();
            assertThat(one.refresh()).isFalse();
            assertThat(one.live().version()).isEqualTo(other.live().version());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_version_that_this_program_cannot_compile_gives_way_to_the_one_before(Databases kind) {
        try (Database database = kind.open(clock)) {
            published(database);
            RuleFiles strange = RuleFiles.NONE.with("plan/late.drl", "rule of another time");
            database.write(tx -> {
                RulesetVersion third = new RulesetVersion(
                        3, "x", tx.now(), "ada", "ada", RulesetVersion.Cause.WEB, "from a newer program", null);
                new RulebookStore().add(tx, third, strange);
                return third;
            });

            assertThat(Rulebook.open(database, () -> RuleFiles.NONE).current().number())
                    .isEqualTo(2);
        }
    }

    private static Rulebook published(Database database) {
        Rulebook book = Rulebook.open(database, () -> Rules.files("LOW"));
        book.publish(Publication.files("files", "The first"), book.current().files(), 0);
        book.publish(Publication.web("ada", "ada", "The second"), Rules.files("HIGH"), 1);
        return book;
    }
}
