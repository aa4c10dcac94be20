package milepost.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import milepost.access.Person;
import milepost.access.Role;
import milepost.web.Server;
import milepost.web.Site;
import milepost.web.layout.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in with a password as a browser does it. */
class SignInTest {
    private static final String GOOD = "three sorry herons";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Site site = Site.open("2026-11-23T09:00:00Z");

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void too_many_attempts_are_answered_with_429_for_names_that_exist_and_names_that_do_not() throws Exception {
        for (String name : new String[] {"viewer", "nobody"}) {
            for (int i = 0; i < 10; i++) {
                assertThat(signIn(site.address(), name, "wrong", "").statusCode())
                        .isEqualTo(422);
            }

            HttpResponse<String> refused = signIn(site.address(), name, "wrong", "");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("900");
            assertThat(refused.body()).contains("Too many attempts for this name.");
        }
    }

    @Test
    void where_an_attempt_comes_from_is_believed_of_trusted_proxies_only() throws Exception {
        for (int i = 0; i < 50; i++) {
            signIn(site.address(), "name" + i, "wrong", "203.0.113." + i);
        }
        assertThat(signIn(site.address(), "viewer", "wrong", "203.0.113.99").body())
                .contains("Too many attempts from this address.");
        try (Server proxied = Server.start(site.parts(), "127.0.0.1", 0, Set.of("127.0.0.1", "10.0.0.1"))) {
            String address = proxied.address();

            assertThat(signIn(address, "viewer", "wrong", "198.51.100.7, 203.0.113.99, 10.0.0.1")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(signIn(address, "viewer", "wrong", "203.0.113.99, 127.0.0.1")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(signIn(address, "viewer", "wrong", "").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void whoever_signs_out_everywhere_else_stays_signed_in_here() throws Exception {
        Person viewer = site.people().active("by", Site.name(Role.VIEWER));
        String mine = site.people().signInWithLink(site.people().link(viewer.name()));
        String other = site.people().signInWithLink(site.people().link(viewer.name()));

        HttpResponse<String> page = as(mine, "GET", "/account", "");
        assertThat(page.body()).contains("Sign out everywhere else");
        assertThat(as(mine, "POST", "/account/sign-out-elsewhere", "").statusCode())
                .isEqualTo(303);

        assertThat(site.people().findBySession(mine)).contains(viewer);
        assertThat(site.people().findBySession(other)).isEmpty();
        assertThat(as(mine, "GET", "/account", "").body()).doesNotContain("Sign out everywhere else");
    }

    @Test
    void a_password_is_changed_with_the_one_of_now() throws Exception {
        String byLink = site.session(Role.VIEWER);
        assertThat(as(byLink, "GET", "/password", "").body()).doesNotContain("Password now");
        as(byLink, "POST", "/password", "password=" + encoded(GOOD));
        String session = site.people().signIn(Site.name(Role.VIEWER), GOOD, "127.0.0.1");
        assertThat(as(session, "GET", "/password", "").body()).contains("Password now");

        HttpResponse<String> refused =
                as(session, "POST", "/password", "password=" + encoded("four quiet geese here") + "&current=nothing");
        HttpResponse<String> done = as(
                session,
                "POST",
                "/password",
                "password=" + encoded("four quiet geese here") + "&current=" + encoded(GOOD));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The password you have now is another.");
        assertThat(done.statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> signIn(String address, String name, String password, String forwarded)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=" + name + "&password=" + encoded(password)));
        if (!forwarded.isEmpty()) {
            request.header("X-Forwarded-For", forwarded);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> as(String session, String method, String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "milepost_session=" + session)
                .header("X-CSRF-Token", Visitor.csrf(session))
                .method(method, BodyPublishers.ofString(form))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
