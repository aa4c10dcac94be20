package milepost.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.function.Consumer;
import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeopleTest {
    private static final String GOOD = "three sorry herons";
    private final Databases.Clock clock = new Databases.Clock("2025-11-10T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void a_link_signs_in_once(Databases kind) {
        with(kind, people -> {
            String link = people.link("kim");
            String session = people.signInWithLink(link);

            assertThat(people.findBySession(session)).map(Person::name).contains("kim");
            refused(() -> people.signInWithLink(link), "This link was used before or is older than a day.");
            refused(() -> people.signInWithLink("guessed"), "This link was used before or is older than a day.");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_link_and_a_session_end_with_time(Databases kind) {
        with(kind, people -> {
            String used = people.link("kim");
            String late = people.link("kim");
            clock.set("2025-11-11T08:59:59Z");
            String session = people.signInWithLink(used);
            clock.set("2025-11-11T09:00:00Z");
            refused(() -> people.signInWithLink(late), "older than a day");

            clock.set("2025-11-11T20:59:58Z");
            assertThat(people.findBySession(session)).isPresent();
            clock.set("2025-11-11T20:59:59Z");
            assertThat(people.findBySession(session)).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_session_ends_when_its_person_signs_out_or_is_disabled(Databases kind) {
        with(kind, people -> {
            String first = people.signInWithLink(people.link("kim"));
            String second = people.signInWithLink(people.link("kim"));
            String token = people.token("kim", Role.VIEWER, "feed", null);
            String link = people.link("kim");
            people.signOut(first);
            assertThat(people.findBySession(first)).isEmpty();
            assertThat(people.findBySession(second)).isPresent();

            people.disable("kim");
            assertThat(people.findBySession(second)).isEmpty();
            assertThat(people.findByToken(token)).isEmpty();
            refused(() -> people.signInWithLink(link), "This link was used before");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_new_password_ends_other_sessions_and_links(Databases kind) {
        with(kind, people -> {
            String mine = people.signInWithLink(people.link("kim"));
            String other = people.signInWithLink(people.link("kim"));
            String link = people.link("kim");
            String token = people.token("kim", Role.VIEWER, "feed", null);

            people.setPassword(people.findBySession(mine).orElseThrow(), GOOD, mine);

            assertThat(people.findBySession(mine)).isPresent();
            assertThat(people.findBySession(other)).isEmpty();
            assertThat(people.findByToken(token)).isPresent();
            refused(() -> people.signInWithLink(link), "This link was used before");
            assertThat(people.findBySession(people.signIn("kim", GOOD, "127.0.0.1")))
                    .isPresent();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_password_is_changed_by_whoever_knows_it_or_came_by_a_link(Databases kind) {
        with(kind, people -> {
            String byLink = people.signInWithLink(people.link("kim"));
            Person kim = people.findBySession(byLink).orElseThrow();
            people.confirm(kim, byLink, "");
            people.setPassword(kim, GOOD, byLink);
            people.confirm(kim, byLink, "");
            String byPassword = people.signIn("kim", GOOD, "127.0.0.1");

            people.confirm(kim, byPassword, GOOD);
            refused(() -> people.confirm(kim, byPassword, ""), "The password you have now is another.");
            for (int i = 0; i < 9; i++) {
                refused(() -> people.confirm(kim, byPassword, "four sorry herons"), "is another");
            }
            assertThatThrownBy(() -> people.confirm(kim, byPassword, GOOD)).isInstanceOf(Throttle.TooMany.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_name_and_a_wrong_password_look_the_same(Databases kind) {
        with(kind, people -> {
            Person kim = people.list().get(0);
            people.setPassword(kim, GOOD, "");
            String sentence = "The name or the password is not right.";

            refused(() -> people.signIn("kim", "four sorry herons", "127.0.0.1"), sentence);
            refused(() -> people.signIn("lee", GOOD, "127.0.0.1"), sentence);
            people.disable("kim");
            refused(() -> people.signIn("kim", GOOD, "127.0.0.1"), sentence);
        });
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void guessing_is_slowed_down_for_one_name_only(Databases kind) {
        with(kind, people -> {
            people.setPassword(people.list().get(0), GOOD, "");
            Person lee = people.add("lee", "Lee", Role.VIEWER);
            people.setPassword(lee, GOOD, "");
            for (int i = 0; i < 10; i++) {
                refused(() -> people.signIn("kim", "a wrong password", "127.0.0.1"), "is not right");
            }

            assertThatThrownBy(() -> people.signIn("kim", GOOD, "127.0.0.1"))
                    .isInstanceOf(Throttle.TooMany.class)
                    .hasMessage("Too many attempts for this name. Try again in 15 minutes.");
            assertThat(people.signIn("lee", GOOD, "127.0.0.1")).isNotBlank();
            clock.set("2025-11-10T09:15:01Z");
            assertThat(people.signIn("kim", GOOD, "127.0.0.1")).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "short, use at least 12",
        "12345678901, use at least 12",
        "passwordpassword, one of the first",
        "PasswordPassword, one of the first",
        "aaaaaaaaaaaaaaa, one of the first",
        "iloveyou123456, one of the first",
        "qwertyuiop1234, one of the first",
        "milepostmilepost, one of the first",
        "my name is Kim!, holds your name"
    })
    void a_bad_password_is_refused_at_its_field(String password, String sentence) {
        with(Databases.SQLITE, people -> {
            Person kim = people.list().get(0);
            assertThatThrownBy(() -> people.setPassword(kim, password, ""))
                    .hasMessageContaining(sentence)
                    .extracting(e -> ((Problem) e).fields().get(0).field())
                    .isEqualTo("password");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_token_has_its_role_until_it_ends(Databases kind) {
        with(kind, people -> {
            String token = people.token("kim", Role.OFFICER, "feed", Instant.parse("2025-12-01T00:00:00Z"));
            assertThat(people.findByToken(token)).map(Person::role).contains(Role.OFFICER);
            refused(() -> people.token("kim", Role.ADMIN, "more", null), "cannot have the role ADMIN");
            assertThat(people.findBySession(token)).as("a token is no session").isEmpty();

            clock.set("2025-12-01T00:00:00Z");
            assertThat(people.findByToken(token)).isEmpty();
            String again = people.token("kim", Role.VIEWER, "feed", null);
            people.revokeToken("feed");
            assertThat(people.findByToken(again)).isEmpty();
            refused(() -> people.revokeToken("feed"), "There is no token called feed.");
        });
    }

    @ParameterizedTest
    @EnumSource
    void no_secret_is_stored(Databases kind) {
        try (Database database = kind.open(clock)) {
            People people = new People(database);
            people.add("kim", "Kim Osei", Role.MANAGER);
            String token = people.token("kim", Role.VIEWER, "feed", null);
            String session = people.signInWithLink(people.link("kim"));
            people.setPassword(people.list().get(0), GOOD, session);

            String stored = database.read(tx -> String.join(
                    " ",
                    tx.handle()
                            .createQuery("select hash from credential union all select password from person")
                            .mapTo(String.class)
                            .list()));
            assertThat(stored).contains("$argon2id$").doesNotContain(token, session, GOOD);
        }
    }

    private void with(Databases kind, Consumer<People> test) {
        try (Database database = kind.open(clock)) {
            People people = new People(database);
            people.add("kim", "Kim Osei", Role.MANAGER);
            test.accept(people);
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String sentence) {
        assertThatThrownBy(work).isInstanceOf(Problem.class).hasMessageContaining(sentence);
    }
}
