package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.security.Roles;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import milepost.access.Role;
import milepost.facts.Confidence;
import milepost.facts.Rating;
import milepost.facts.Recorded;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.web.api.Client;
import milepost.web.api.Contract;
import milepost.web.news.Streams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every address for programs: who may use it, and that the OpenAPI document has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiRoutesTest {
    private static final String ROOT = "/api/v1";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private Site site;

    /** One line of the route table. */
    record Route(String method, String path, Access access) {
        String line() {
            return method + " " + path + " " + (access.role() == null ? access : access.role());
        }
    }

    private String begun = "";

    @BeforeAll
    void open() {
        site = Site.open("2025-12-05T09:00:00Z");
        site.roadmaps().sweep();
        Rating rating = new Rating(
                "first",
                null,
                Confidence.AMBER,
                LocalDate.parse("2025-12-05"),
                "Two partners are under sanctions",
                null,
                null,
                null,
                new Recorded(0, Instant.EPOCH, ""));
        site.roadmaps().save(new Roadmaps.Author("mara", null, null), "REE", List.of(new Edit.Put(rating)));
        for (Role role : Role.values()) {
            tokens.put(role, site.people().token(Site.name(role), role, "for routes as " + role, null));
        }
        begun = Client.withToken(site, tokens.get(Role.ADMIN))
                .send(
                        "POST",
                        "/roadmaps/LATER/import",
                        BodyPublishers.ofString("Title\nHarbour\n"),
                        "Prefer",
                        "dry-run, respond-async",
                        "Content-Type",
                        "text/csv")
                .header("Location")
                .replaceFirst(".*/", "");
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void the_document_has_every_route_with_its_role_and_no_other() {
        Stream<String> documented = Contract.of(site.address()).document().get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + ROOT + path.getKey() + " "
                                + operation.getValue().get("x-role").asString().toUpperCase(Locale.ROOT)));

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(routes().filter(
                                r -> r.path().startsWith(ROOT) && !r.method().equals("HEAD"))
                        .map(Route::line)
                        .toList())
                .hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void each_role_may_use_what_it_covers_and_nothing_else(Route route) throws Exception {
        assertThat(status(route)).as("nobody").isEqualTo(route.access() == Access.ANYONE ? 200 : 401);
        for (Role role : Role.values()) {
            int status = status(route, "Authorization", "Bearer " + tokens.get(role));
            Role needed = route.access().role();
            if (needed == null || role.covers(needed)) {
                assertThat(status).as(role + " may").isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(status).as(role + " may not").isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_browser_session_reads_but_changes_nothing_by_itself(Route route) throws Exception {
        String cookie = "milepost_session=" + site.session(Role.ADMIN);

        int status = status(route, "Cookie", cookie);

        if (route.method().equals("GET") || route.method().equals("HEAD")) {
            assertThat(status).isEqualTo(200);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    @Test
    void whoever_has_no_good_token_is_told_how_to_send_one() throws Exception {
        HttpResponse<String> none = send("GET", ROOT + "/roadmaps");
        HttpResponse<String> wrong = send("GET", ROOT + "/roadmaps", "Authorization", "Bearer nothing");

        assertThat(none.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"milepost\"");
        assertThat(none.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"milepost\", error=\"invalid_token\"");
        String ended = site.people().token("viewer", Role.VIEWER, "ended", null);
        site.people().revokeToken("ended");
        assertThat(send("GET", ROOT + "/roadmaps", "Authorization", "Bearer " + ended)
                        .statusCode())
                .isEqualTo(401);
    }

    Stream<Route> routes() {
        Javalin javalin = Javalin.create(
                config -> new ApiRoutes(site.parts(), new Turns(), new Streams(site.parts())).register(config.routes));
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .map(e -> new Route(e.method.name(), e.path, (Access)
                        e.metadata(Roles.class).getRoles().iterator().next()))
                .sorted(Comparator.comparing(Route::line));
    }

    private int status(Route route, String... headers) throws Exception {
        long flag = site.flags()
                .list(milepost.flags.store.FlagQuery.active())
                .get(0)
                .id();
        String kind = route.path().replaceFirst(".*[{]roadmap[}]/", "").replaceFirst("/[{]key[}].*", "");
        String path = route.path()
                .replace("{roadmap}", "REE")
                .replace("/rules/{key}", "/rules/schedule%2Fdeadline-missed")
                .replace("{key}", key(kind))
                .replace("{indicator}", indicator())
                .replace("{id}", String.valueOf(flag))
                .replace("{version}", "999")
                .replace("{subscription}", "1")
                .replace("{act}", "test")
                .replace("{import}", begun)
                .replace("{delivery}", "1")
                .replace("{change}", "1")
                .replace("{baseline}", "none")
                .replace("{person}", "nobody")
                .replace("/compare", "/compare?from=1")
                .replace("{folder}", "schedule")
                .replace("{name}", "deadline-missed");
        return send(route.method(), path, headers).statusCode();
    }

    private String key(String kind) {
        var snapshot = site.roadmaps().snapshot("REE");
        return switch (kind) {
            case "milestones" -> "REE-1";
            case "dependencies" ->
                snapshot.dependencies().get(0).predecessor() + "%3E"
                        + snapshot.dependencies().get(0).successor();
            case "participants" -> snapshot.participants().get(0).key();
            case "restrictions" -> snapshot.restrictions().get(0).key();
            case "indicators" -> snapshot.indicators().get(0).key();
            case "events" -> snapshot.events().get(0).key();
            case "ratings" -> "first";
            case "updates" -> snapshot.updates().get(0).key();
            default -> snapshot.observations().get(0).key();
        };
    }

    private String indicator() {
        return site.roadmaps().snapshot("REE").observations().get(0).indicator();
    }

    private HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        boolean body = List.of("POST", "PATCH").contains(method);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Accept", "application/json")
                .method(method, body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
