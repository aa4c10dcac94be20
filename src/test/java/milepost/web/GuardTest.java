package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.event.HandlerMetaInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import milepost.access.Role;
import milepost.web.layout.Pages;
import milepost.web.layout.Visitor;
import milepost.web.operation.Metrics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every registered route is asked by everybody. */
class GuardTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<Route> ROUTES = new ArrayList<>();
    private static Site site;

    /** A registered route. */
    record Route(String method, String path, Access access) {
        static Route of(HandlerMetaInfo info) {
            assertThat(info.getRoles()).as(info.getPath()).hasSize(1);
            Access access = (Access) info.getRoles().iterator().next();
            return new Route(info.getHttpMethod().toString(), info.getPath(), access);
        }

        boolean safe() {
            return method.equals("GET") || method.equals("HEAD");
        }

        boolean api() {
            return path.startsWith("/api/");
        }

        /** An address of this route at which there is nothing. */
        String address() {
            return path.replace("{id}", "999999").replaceAll("[{<][a-z]+[>}]", "none");
        }
    }

    /** What came back. */
    record Answer(int status, HttpHeaders headers) {
        boolean asksToSignIn() {
            return status == 401 || headers.firstValue("Location").orElse("").startsWith("/sign-in");
        }
    }

    @BeforeAll
    static void open() {
        site = Site.open("2025-11-24T09:00:00Z");
        Javalin.create(config -> {
            config.events.handlerAdded(info -> {
                if (info.getHttpMethod().isHttpMethod()) {
                    ROUTES.add(Route.of(info));
                }
            });
            new Routes(site.parts(), new Pages(site.parts()), new Metrics(site.parts())).register(config.routes);
        });
    }

    @AfterAll
    static void close() {
        site.close();
    }

    static Stream<Route> guarded() {
        return ROUTES.stream().filter(route -> route.access() != Access.ANYONE);
    }

    @Test
    void the_routes_are_known_with_one_access_each() {
        assertThat(ROUTES)
                .hasSizeGreaterThan(20)
                .anyMatch(Route::api)
                .anyMatch(route -> route.access() == Access.MANAGER);
        assertThat(ROUTES.stream()
                        .filter(route -> route.access() == Access.ANYONE)
                        .map(Route::path)
                        .distinct())
                .as("addresses that need no sign-in")
                .allMatch(
                        path -> path.matches(
                                "/(healthz|readyz|metrics|openapi.json|theme|sign-in.*|sign-out|assets/.*|feeds/[{]secret[}][.]ics)"));
    }

    @Test
    void nobody_gets_past_the_sign_in() {
        guarded().forEach(route -> {
            Answer answer = ask(route);
            assertThat(answer.asksToSignIn())
                    .as("%s answered %s", route, answer.status())
                    .isTrue();
            if (route.api()) {
                assertThat(answer.status()).isEqualTo(401);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void each_role_gets_what_it_covers_and_nothing_else(Role role) {
        String token = site.people().token(Site.name(role), role, "guard of " + role, null);
        guarded().forEach(route -> {
            String session = site.people().signInWithLink(site.people().link(Site.name(role)));
            Answer answer = route.api() ? ask(route, "Authorization", "Bearer " + token) : asVisitor(route, session);
            boolean covered = role.covers(route.access().role());

            assertThat(answer.asksToSignIn()).as("%s for %s", route, role).isFalse();
            assertThat(answer.status() == 403)
                    .as("%s for %s: %s", route, role, answer.status())
                    .isEqualTo(!covered);
            assertThat(answer.status()).as("%s for %s", route, role).isLessThan(500);
        });
    }

    @Test
    void a_form_without_the_token_of_its_session_is_refused() {
        String session = site.people().signInWithLink(site.people().link(Site.name(Role.ADMIN)));
        guarded().filter(route -> !route.safe()).forEach(route -> {
            assertThat(ask(route, "Cookie", "milepost_session=" + session).status())
                    .as("%s", route)
                    .isEqualTo(403);
            assertThat(ask(route, "Cookie", "milepost_session=" + session, "X-CSRF-Token", "guessed")
                            .status())
                    .as("%s", route)
                    .isEqualTo(403);
        });
    }

    @Test
    void a_form_from_another_site_is_refused_wherever_it_goes() {
        ROUTES.stream().filter(route -> !route.safe() && !route.api()).forEach(route -> {
            assertThat(ask(route, "Sec-Fetch-Site", "cross-site").status())
                    .as("%s", route)
                    .isEqualTo(403);
            assertThat(ask(route, "Origin", "https://elsewhere.example").status())
                    .as("%s", route)
                    .isEqualTo(403);
        });
    }

    @Test
    void every_answer_keeps_browsers_careful() {
        String session = site.session(Role.ADMIN);
        Stream.concat(ROUTES.stream().filter(Route::safe), Stream.of(new Route("GET", "/nothing/here", Access.VIEWER)))
                .forEach(route -> {
                    HttpHeaders headers =
                            ask(route, "Cookie", "milepost_session=" + session).headers();
                    String policy =
                            headers.firstValue("Content-Security-Policy").orElse("");
                    assertThat(policy)
                            .as("%s", route)
                            .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                            .doesNotContain("unsafe");
                    assertThat(headers.firstValue("X-Content-Type-Options"))
                            .as("%s", route)
                            .contains("nosniff");
                });
    }

    @Test
    void the_session_cookie_stays_where_it_belongs() {
        String plain = signedIn();
        assertThat(plain)
                .startsWith("milepost_session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        assertThat(signedIn("X-Forwarded-Proto", "https")).contains("; Secure", "HttpOnly");
    }

    private static String signedIn(String... headers) {
        Route link = new Route("POST", "/sign-in/link/" + site.people().link(Site.name(Role.VIEWER)), Access.ANYONE);
        return ask(link, headers).headers().firstValue("Set-Cookie").orElse("");
    }

    private static Answer asVisitor(Route route, String session) {
        String csrf = Visitor.of(site.people().findBySession(session).orElseThrow(), session)
                .csrf();
        return ask(route, "Cookie", "milepost_session=" + session, "X-CSRF-Token", csrf);
    }

    private static Answer ask(Route route, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.address() + route.address()))
                .timeout(Duration.ofSeconds(20))
                .method(route.method(), HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<InputStream> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return new Answer(answer.statusCode(), answer.headers());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(route.toString(), e);
        }
    }
}
