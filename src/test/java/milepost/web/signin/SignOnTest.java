package milepost.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.oidc.OpenIdSettings;
import milepost.facts.Problem;
import milepost.web.Site;
import milepost.web.signin.LocalProvider.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People sign in through a real provider on this machine, honestly and not; each test with people of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignOnTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private LocalProvider provider;
    private Site site;

    @BeforeAll
    void open() throws Exception {
        provider = new LocalProvider();
        site = Site.withProvider(
                "2025-11-24T09:00:00Z",
                new OpenIdSettings(
                        URI.create(provider.issuer()),
                        LocalProvider.CLIENT,
                        LocalProvider.SECRET,
                        "groups",
                        OpenIdSettings.roles("admins=ADMIN, pmo=MANAGER, staff=VIEWER")));
    }

    @AfterAll
    void close() {
        site.close();
        provider.close();
    }

    @Test
    void a_first_sign_in_makes_the_person_with_the_role_of_their_first_group() throws Exception {
        provider.is("s-1", "Nina", List.of("staff", "pmo"));

        HttpResponse<String> back = signIn("/flags?tab=all");

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(location(back)).isEqualTo("/flags?tab=all");
        Person nina = site.people().findBySession(session(back)).orElseThrow();
        assertThat(nina.name() + " " + nina.displayName() + " " + nina.role()).isEqualTo("nina Nina elsewhere MANAGER");
    }

    @Test
    void the_groups_decide_at_each_sign_in_and_without_one_everything_ends() throws Exception {
        provider.is("s-5", "gus", List.of("pmo"));
        String first = session(signIn("/"));
        String token = site.people().token("gus", Role.MANAGER, "script", null);

        provider.is("s-5", "renamed", List.of("staff"));
        String second = session(signIn("/"));
        assertThat(site.people().findBySession(second)).map(Person::role).contains(Role.VIEWER);
        assertThat(site.people().findByToken(token))
                .as("a token above the role")
                .isEmpty();

        provider.is("s-5", "gus", List.of("others"));
        HttpResponse<String> refused = signIn("/");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("You belong to no group of 127.0.0.1 any more");
        assertThat(site.people().findBySession(first)).isEmpty();
        assertThat(site.people().findBySession(second)).isEmpty();
    }

    @Test
    void who_was_made_by_the_provider_chooses_no_password_to_get_around_it() throws Exception {
        provider.is("s-10", "pia", List.of("staff"));
        String session = session(signIn("/"));
        Person pia = site.people().findBySession(session).orElseThrow();
        assertThatThrownBy(() -> site.people().setPassword(pia, "three sorry herons", session))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("You sign in through an identity provider");
    }

    @Test
    void somebody_of_no_known_group_is_not_made() throws Exception {
        provider.is("s-9", "stranger", List.of());
        assertThat(signIn("/").body()).contains("You belong to no group of 127.0.0.1 that may use this server.");
        assertThat(site.people().list()).extracting(Person::name).doesNotContain("stranger");
    }

    @Test
    void an_account_of_here_is_nobodys_until_an_administrator_links_it() throws Exception {
        provider.is("s-2", "Admin", List.of("pmo"));
        assertThat(signIn("/").body()).contains("There is somebody called admin here already", "the subject s-2");

        Person officer = site.people().active("name", "officer");
        site.parts().signOn().link("admin", officer, "s-2");
        assertThat(site.people().findBySession(session(signIn("/"))))
                .map(p -> p.name() + " " + p.role())
                .contains("officer MANAGER");
        Person manager = site.people().active("name", "manager");
        assertThatThrownBy(() -> site.parts().signOn().link("admin", manager, "s-2"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("is linked to officer already");
        site.parts().signOn().unlink("admin", officer);
        assertThat(signIn("/").body()).contains("There is somebody called admin here already");
    }

    @Test
    void who_is_disabled_stays_out_and_the_last_administrator_stays_in() throws Exception {
        Person viewer = site.people().active("name", "viewer");
        site.parts().signOn().link("admin", viewer, "s-3");
        site.people().disable("viewer");
        provider.is("s-3", "viewer", List.of("admins"));
        assertThat(signIn("/").body()).contains("Your account here is disabled");

        Person admin = site.people().active("name", "admin");
        site.parts().signOn().link("admin", admin, "s-4");
        provider.is("s-4", "admin", List.of("staff"));
        assertThat(site.people().findBySession(session(signIn("/"))))
                .map(Person::role)
                .contains(Role.ADMIN);
        assertThat(site.people().signInWithLink(site.people().link("admin"))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void a_token_that_cannot_be_believed_signs_nobody_in(Fault fault) throws Exception {
        provider.is("s-6", "mallory", List.of("admins"));
        provider.fails(fault);

        HttpResponse<String> refused = signIn("/");

        provider.fails(Fault.NONE);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Signing in with 127.0.0.1 did not work.");
        assertThat(session(refused)).isEmpty();
        assertThat(site.people().list()).extracting(Person::name).doesNotContain("mallory");
    }

    @Test
    void an_answer_is_good_once_in_the_browser_that_began_and_for_ten_minutes() throws Exception {
        provider.is("s-7", "ole", List.of("pmo"));
        HttpResponse<String> begun = get(site.address() + "/sign-in/openid", "");
        URI answer = provider.signsIn(URI.create(location(begun)));

        assertThat(get(answer.toString(), "").body()).as("another browser").contains("was not begun in this browser");
        assertThat(get(answer.toString(), "milepost_sign_on=guessed").statusCode())
                .isEqualTo(422);
        String cookie = cookie(begun, "milepost_sign_on");
        assertThat(get(answer.toString(), cookie).statusCode()).isEqualTo(303);
        assertThat(get(answer.toString(), cookie).body()).as("replayed").contains("was used before");

        HttpResponse<String> late = get(site.address() + "/sign-in/openid", "");
        URI tooLate = provider.signsIn(URI.create(location(late)));
        site.clock().set("2025-11-24T09:10:00Z");
        assertThat(get(tooLate.toString(), cookie(late, "milepost_sign_on")).statusCode())
                .isEqualTo(422);
        site.clock().set("2025-11-24T09:00:00Z");
    }

    @Test
    void an_answer_of_another_issuer_is_refused_before_its_code_is_used() throws Exception {
        provider.is("s-1", "nina", List.of("pmo"));
        for (String iss : List.of("&iss=https://elsewhere.example", "")) {
            HttpResponse<String> begun = get(site.address() + "/sign-in/openid", "");
            String answer =
                    provider.signsIn(URI.create(location(begun))).toString().replaceAll("&iss=.*", iss);
            assertThat(get(answer, cookie(begun, "milepost_sign_on")).body()).contains("did not work");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"})
    void nobody_is_sent_to_another_site_afterwards(String next) throws Exception {
        provider.is("s-8", "ida", List.of("pmo"));
        assertThat(location(signIn(next))).isEqualTo("/");
    }

    @Test
    void the_request_asks_for_what_makes_the_answer_safe() throws Exception {
        HttpResponse<String> begun = get(site.address() + "/sign-in/openid", "");
        assertThat(location(begun))
                .startsWith(provider.issuer() + "/authorize?")
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "nonce=", "state=");
        assertThat(begun.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Lax", "Path=/sign-in");
        assertThat(get(site.address() + "/sign-in", "").body()).contains("Sign in with 127.0.0.1");
    }

    @Test
    void without_a_provider_there_is_no_button_and_no_address() throws Exception {
        try (Site plain = Site.open("2025-11-24T09:00:00Z")) {
            assertThat(get(plain.address() + "/sign-in", "").body()).doesNotContain("/sign-in/openid");
            assertThat(get(plain.address() + "/sign-in/openid", "").statusCode())
                    .isEqualTo(404);
            assertThat(get(plain.address() + "/sign-in/openid/callback?code=x&state=y", "")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_provider_that_is_away_leaves_the_password() throws Exception {
        OpenIdSettings nowhere = new OpenIdSettings(
                URI.create("http://127.0.0.1:1"), "x", "", "groups", OpenIdSettings.roles("staff=VIEWER"));
        try (Site away = Site.withProvider("2025-11-24T09:00:00Z", nowhere)) {
            HttpResponse<String> begun = get(away.address() + "/sign-in/openid", "");
            assertThat(begun.statusCode()).isEqualTo(422);
            assertThat(begun.body()).contains("cannot be reached. Sign in with name and password", "name=\"password\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://idp.example, c, a=VIEWER, https://",
        "https://idp.example, '', a=VIEWER, client id is missing",
        "https://idp.example, c, '', which group may do what",
        "https://idp.example, c, a=KING, 'not a=KING'",
        "https://idp.example, c, =VIEWER, 'not =VIEWER'"
    })
    void settings_that_cannot_work_are_refused_in_words(String issuer, String client, String roles, String words) {
        assertThatThrownBy(
                        () -> new OpenIdSettings(URI.create(issuer), client, "", "groups", OpenIdSettings.roles(roles)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(words);
    }

    private HttpResponse<String> signIn(String next) throws Exception {
        String path =
                "/sign-in/openid?next=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8);
        HttpResponse<String> begun = get(site.address() + path, "");
        return get(provider.signsIn(URI.create(location(begun))).toString(), cookie(begun, "milepost_sign_on"));
    }

    private HttpResponse<String> get(String address, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String session(HttpResponse<String> answer) {
        return cookie(answer, "milepost_session").replaceFirst("milepost_session=", "");
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith(name + "=") && !c.startsWith(name + "=;"))
                .map(c -> c.replaceFirst(";.*", ""))
                .findFirst()
                .orElse("");
    }
}
