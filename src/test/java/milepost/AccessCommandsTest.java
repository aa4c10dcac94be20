package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import milepost.access.People;
import milepost.access.Person;
import milepost.db.Database;
import org.junit.jupiter.api.Test;

class AccessCommandsTest {
    private final String database =
            Databases.temporaryFolder().resolve("milepost.db").toString();

    @Test
    void a_person_is_added_with_a_link_that_signs_in_once() {
        Ran added = Ran.on(database, "user", "add", "kim", "--role", "officer", "--display", "Kim Osei");

        assertThat(added.status()).isZero();
        assertThat(added.out().strip()).startsWith("http://127.0.0.1:7070/sign-in/link/");
        assertThat(signedInBy(secret(added))).isEqualTo("kim");
    }

    @Test
    void a_new_link_leads_to_where_the_site_is_reached() {
        Ran.on(database, "user", "add", "kim", "--role", "OFFICER");

        Ran link = Ran.on(database, "user", "link", "kim", "--address", "https://plans.example.org/");
        assertThat(link.out()).startsWith("https://plans.example.org/sign-in/link/");
        assertThat(signedInBy(secret(link))).isEqualTo("kim");
    }

    @Test
    void people_are_listed_with_role_and_end() {
        Ran.on(database, "user", "add", "kim", "--role", "officer", "--display", "Kim Osei");
        Ran.on(database, "user", "add", "lee", "--role", "author");
        assertThat(Ran.on(database, "user", "disable", "lee").status()).isZero();

        assertThat(Ran.on(database, "user", "list").out().lines())
                .satisfiesExactly(
                        kim -> assertThat(kim)
                                .contains("kim", "OFFICER", "Kim Osei")
                                .doesNotContain("disabled"),
                        lee -> assertThat(lee).contains("lee", "AUTHOR", "(disabled)"));
    }

    @Test
    void a_token_is_printed_once_and_can_be_ended() {
        Ran.on(database, "user", "add", "kim", "--role", "manager");
        Ran created = Ran.on(database, "token", "create", "--user", "kim", "--role", "viewer", "--name", "feed");
        assertThat(holder(created.out().strip())).isEqualTo("kim VIEWER");

        assertThat(Ran.on(database, "token", "revoke", "feed").status()).isZero();
        assertThat(holder(created.out().strip())).isEqualTo("nobody");
        refused(Ran.on(database, "token", "revoke", "feed"), "There is no token called feed.");
    }

    @Test
    void a_token_can_be_limited_to_roadmaps_that_there_are() {
        Ran.on(database, "user", "add", "kim", "--role", "manager");
        refused(
                Ran.on(
                        database,
                        "token",
                        "create",
                        "--user",
                        "kim",
                        "--role",
                        "viewer",
                        "--name",
                        "x",
                        "--roadmap",
                        "NO"),
                "There is no roadmap NO.");
    }

    @Test
    void two_living_tokens_have_two_names() {
        Ran.on(database, "user", "add", "kim", "--role", "manager");
        String[] create = {"token", "create", "--user", "kim", "--role", "viewer", "--name", "feed"};
        assertThat(Ran.on(database, create).status()).isZero();

        refused(Ran.on(database, create), "There is already a token called feed; revoke it or choose another name.");
        Ran.on(database, "token", "revoke", "feed");
        assertThat(Ran.on(database, create).status()).isZero();
    }

    @Test
    void a_token_that_would_never_be_good_is_refused() {
        Ran.on(database, "user", "add", "kim", "--role", "officer");

        refused(
                Ran.on(database, "token", "create", "--user", "kim", "--role", "admin", "--name", "x"),
                "A token of kim cannot have the role ADMIN.");
        refused(
                Ran.on(
                        database,
                        "token",
                        "create",
                        "--user",
                        "kim",
                        "--role",
                        "viewer",
                        "--name",
                        "x",
                        "--expires",
                        "2001-01-01"),
                "The token would have ended before it begins; choose a later day.");
        Ran.on(database, "user", "disable", "kim");
        refused(
                Ran.on(database, "token", "create", "--user", "kim", "--role", "viewer", "--name", "x"),
                "kim is disabled and can have no token.");
        refused(Ran.on(database, "user", "link", "kim"), "kim is disabled and can have no link.");
    }

    @Test
    void names_that_are_taken_unknown_or_impossible_are_told() {
        Ran.on(database, "user", "add", "kim", "--role", "viewer");

        refused(Ran.on(database, "user", "add", "kim", "--role", "viewer"), "There is already somebody called kim.");
        refused(Ran.on(database, "user", "disable", "lee"), "There is nobody called lee.");
        refused(Ran.on(database, "user", "link", "lee"), "There is nobody called lee.");
        refused(
                Ran.on(database, "user", "add", "Kim Osei", "--role", "viewer"),
                "A name has 2 to 60 small letters, digits, dots, dashes or @.");
    }

    private String signedInBy(String link) {
        try (Database opened = Database.open(
                database, new Databases.Clock(java.time.Instant.now().toString()))) {
            People people = new People(opened);
            return people.findBySession(people.signInWithLink(link))
                    .map(Person::name)
                    .orElse("nobody");
        }
    }

    private String holder(String token) {
        try (Database opened = Database.open(
                database, new Databases.Clock(java.time.Instant.now().toString()))) {
            return new People(opened)
                    .findByToken(token)
                    .map(p -> p.name() + " " + p.role())
                    .orElse("nobody");
        }
    }

    private static String secret(Ran ran) {
        return ran.out().strip().replaceFirst(".*/sign-in/link/", "");
    }

    private static void refused(Ran ran, String sentence) {
        assertThat(ran.err().strip()).isEqualTo(sentence);
        assertThat(ran.status()).isEqualTo(2);
    }
}
