package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.event.HandlerMetaInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.member.Memberships;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.web.layout.Pages;
import milepost.web.layout.Visitor;
import milepost.web.news.Streams;
import milepost.web.operation.Metrics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every registered route is asked by everybody, about a roadmap of their own and about a foreign one. What each route needs stands a
 * second time in {@code routes.txt}: whoever changes it in one place alone is told.
 */
class GuardTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String WRITTEN = "src/test/resources/milepost/web/routes.txt";
    private static final List<Route> ROUTES = new ArrayList<>();
    private static final Map<Asker, String> TOKENS = new HashMap<>();
    private static final Place NOWHERE = new Place("NOWHERE", 999_999);
    private static Site site;
    private static Place own;
    private static Place foreign;

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

        /** Whether it is about one roadmap, which its address names, or whose flag it names. */
        boolean aboutRoadmap() {
            return path.matches("(/api/v1)?/(roadmaps/[{](key|roadmap)|flags/[{]id)[}].*");
        }

        /** Whether it takes the key of a roadmap that is not there yet, which cannot but differ from one that is. */
        boolean makesRoadmaps() {
            return path.equals("/api/v1/roadmaps/{roadmap}/import");
        }

        /** An address of this route about that roadmap, where there is nothing else of what it names. */
        String address(Place place) {
            return path.replaceFirst("/roadmaps/[{][a-z]+[}]", "/roadmaps/" + place.roadmap())
                    .replace("/flags/{id}", "/flags/" + place.flag())
                    .replace("{id}", "999999")
                    .replaceAll("[{<][a-z]+[>}]", "none");
        }

        @Override
        public String toString() {
            return method + " " + path + " " + access;
        }
    }

    /** A roadmap and the number of one of its flags. */
    record Place(String roadmap, long flag) {}

    /** What came back. */
    record Answer(int status, HttpHeaders headers, String text) {
        boolean asksToSignIn() {
            return status == 401 || headers.firstValue("Location").orElse("").startsWith("/sign-in");
        }
    }

    @BeforeAll
    static void open() {
        site = Site.open("2025-12-24T09:00:00Z");
        site.roadmaps().sweep();
        Foreign.roadmap(site);
        own = place("REE");
        foreign = place(Foreign.KEY);
        Javalin.create(config -> {
            config.events.handlerAdded(info -> {
                if (info.getHttpMethod().isHttpMethod()) {
                    ROUTES.add(Route.of(info));
                }
            });
            new Routes(site.parts(), new Pages(site.parts()), new Metrics(site.parts()), new Streams(site.parts()))
                    .register(config.routes);
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
                                "/(healthz|readyz|metrics|openapi.json|theme|sign-in.*|sign-out|(unsubscribe|confirm)/[{]link[}]|assets/.*|feeds/[{]secret[}][.](ics|atom)|update/[{]token[}])"));
    }

    @Test
    void the_routes_need_what_is_written_down() {
        List<String> registered =
                ROUTES.stream().map(Route::toString).distinct().toList();
        assertThat(registered.stream().filter(route -> !written().contains(route)))
                .as("routes that are new or need another role; if that is meant, write them into " + WRITTEN)
                .isEmpty();
        assertThat(written().stream().filter(route -> !registered.contains(route)))
                .as("routes that are gone or need another role; if that is meant, take them out of " + WRITTEN)
                .isEmpty();
        assertThat(written()).isSorted();
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
        guarded()
                .forEach(route -> expect(
                        askAs(route, new Asker(role, role), own),
                        route + " for " + role,
                        role.covers(route.access().role()) ? Verdict.MAY : Verdict.MAY_NOT));
    }

    @ParameterizedTest
    @EnumSource
    void a_foreign_roadmap_is_not_there_but_for_administrators(Role role) {
        aboutRoadmaps()
                .forEach(route -> expect(
                        askAs(route, new Asker(role, role), foreign),
                        route + " for " + role,
                        role == Role.ADMIN ? Verdict.MAY : Verdict.NOT_THERE));
    }

    @ParameterizedTest
    @EnumSource(names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void a_foreign_roadmap_answers_programs_as_one_that_does_not_exist(Role role) {
        aboutRoadmaps()
                .filter(Route::api)
                .filter(route -> !route.makesRoadmaps())
                .forEach(route -> {
                    String told = told(route, role, foreign);
                    assertThat(told).as("%s for %s", route, role).isEqualTo(told(route, role, NOWHERE));
                    assertThat(told).doesNotContain(Foreign.KEY, Foreign.WORD);
                });
    }

    @ParameterizedTest
    @CsvSource({"VIEWER, VIEWER", "VIEWER, OFFICER", "VIEWER, MANAGER", "MANAGER, VIEWER", "AUTHOR, OFFICER"})
    void a_member_gets_what_the_membership_covers(Role role, Role membership) {
        Memberships.Place place = new Memberships.Place(site.people().active("by", Site.name(Role.ADMIN)), Foreign.KEY);
        Person member = site.people().active("person", Site.name(role));
        site.parts().members().set(place, member, membership, null);
        try {
            aboutRoadmaps()
                    .forEach(route -> expect(
                            askAs(route, new Asker(role, membership), foreign),
                            route + " for " + role + " as " + membership,
                            membership.covers(route.access().role()) ? Verdict.MAY : Verdict.MAY_NOT));
        } finally {
            site.parts().members().remove(place, member, membership);
        }
    }

    /** What is to become of a request. */
    private enum Verdict {
        MAY,
        MAY_NOT,
        NOT_THERE
    }

    /** A person, and what the token of their programs may do at most. */
    record Asker(Role person, Role token) {}

    private static void expect(Answer answer, String what, Verdict verdict) {
        assertThat(answer.asksToSignIn()).as(what).isFalse();
        assertThat(answer.status()).as(what).isLessThan(500);
        if (verdict == Verdict.NOT_THERE) {
            assertThat(answer.status()).as(what).isEqualTo(404);
        } else {
            assertThat(answer.status() == 403).as(what + ": " + answer.status()).isEqualTo(verdict == Verdict.MAY_NOT);
        }
    }

    private static String told(Route route, Role role, Place place) {
        Answer answer = askAs(route, new Asker(role, role), place);
        return answer.status() + " " + answer.text().replaceAll("\"instance\":\"[^\"]*\"|flag [0-9]+", "");
    }

    private static Answer askAs(Route route, Asker asker, Place place) {
        String name = Site.name(asker.person());
        if (route.api()) {
            return ask(route, place, "Authorization", "Bearer " + TOKENS.computeIfAbsent(asker, GuardTest::token));
        }
        String session = site.people().signInWithLink(site.people().link(name));
        return ask(route, place, "Cookie", "milepost_session=" + session, "X-CSRF-Token", Visitor.csrf(session));
    }

    private static String token(Asker asker) {
        return site.people().token(Site.name(asker.person()), asker.token(), "guard of " + asker, null);
    }

    private static Place place(String roadmap) {
        List<Flag> flags = site.flags().list(FlagQuery.all().inRoadmap(roadmap));
        assertThat(flags).as("flags of " + roadmap).isNotEmpty();
        return new Place(roadmap, flags.get(0).id());
    }

    private static Stream<Route> aboutRoadmaps() {
        return guarded().filter(Route::aboutRoadmap);
    }

    private static List<String> written() {
        try {
            return Files.readAllLines(Path.of(WRITTEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static Answer ask(Route route, String... headers) {
        return ask(route, own, headers);
    }

    private static Answer ask(Route route, Place place, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.address() + route.address(place)))
                .timeout(Duration.ofSeconds(20))
                .method(route.method(), HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<InputStream> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                boolean stream =
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                String text = stream ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(answer.statusCode(), answer.headers(), text);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(route.toString(), e);
        }
    }
}
