package milepost.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import milepost.access.Role;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.web.layout.Pages;
import milepost.web.layout.Visitor;
import milepost.web.operation.Metrics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that is read anywhere tells of a roadmap that is for its members only. */
class LeakTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** What lists and tools over several roadmaps are asked with. */
    private static final List<String> ASKED = List.of(
            "",
            "?q=anziba",
            "?q=" + Foreign.KEY + "-1",
            "?asOf=2025-12-01",
            "?asOf=2026-12-01",
            "?tab=all&roadmap=" + Foreign.KEY,
            "?shadow=true",
            "?rule=schedule/deadline-missed&roadmap=" + Foreign.KEY + "&subject=" + Foreign.KEY + "-1");

    private static final List<String> READ = new ArrayList<>();
    /** Addresses that answer everybody alike, signed in or not: asked without questions. */
    private static final Set<String> ALIKE = new HashSet<>();

    private static Site site;
    private static Flag flag;

    @BeforeAll
    static void open() {
        site = Site.open("2025-12-24T09:00:00Z");
        Foreign.roadmap(site);
        site.roadmaps().sweep();
        for (Role role : Role.values()) {
            site.session(role);
        }
        flag = site.flags().list(FlagQuery.active().inRoadmap(Foreign.KEY)).get(0);
        Javalin.create(config -> {
            config.events.handlerAdded(info -> {
                if (info.getHttpMethod().toString().equals("GET")
                        && !info.getPath().contains("assets")) {
                    READ.add(info.getPath());
                    if (info.getRoles().contains(Access.ANYONE)) {
                        ALIKE.add(info.getPath());
                    }
                }
            });
            new Routes(
                            site.parts(),
                            new Pages(site.parts()),
                            new Metrics(site.parts()),
                            new milepost.web.news.Streams(site.parts()))
                    .register(config.routes);
        });
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource(names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void no_address_tells_of_a_foreign_roadmap(Role role) {
        addresses().parallel().forEach(address -> {
            String text = get(role, address);
            assertThat(text).as("%s for %s", address, role).doesNotContain(Foreign.WORD);
            if (!address.contains(Foreign.KEY)) {
                assertThat(text).as("%s for %s", address, role).doesNotContain(Foreign.KEY);
            }
        });
    }

    @Test
    void the_same_addresses_tell_administrators_of_it() {
        List<String> telling = addresses()
                .parallel()
                .filter(address -> get(Role.ADMIN, address).contains(Foreign.KEY + "-1"))
                .toList();
        assertThat(telling)
                .contains(
                        "/",
                        "/flags",
                        "/flags/export.csv",
                        "/forecast",
                        "/search?q=anziba",
                        "/rules/schedule/deadline-missed",
                        "/roadmaps/" + Foreign.KEY + "/history",
                        "/api/v1/roadmaps",
                        "/api/v1/roadmaps?asOf=2025-12-01",
                        "/api/v1/roadmaps/" + Foreign.KEY + "/milestones",
                        "/api/v1/flags/" + flag.id());
    }

    @Test
    void several_flags_at_once_leave_foreign_ones_alone() {
        String body = "{\"flags\": [{\"id\": " + flag.id() + "}], \"action\": \"acknowledge\"}";
        String answer = send(
                Role.MANAGER,
                HttpRequest.newBuilder(URI.create(site.address() + "/api/v1/flags/triage"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));

        assertThat(answer).contains("There is no flag " + flag.id()).doesNotContain(Foreign.WORD);
        assertThat(site.flags().flag(flag.id()).triage()).isEqualTo(flag.triage());
    }

    private static Stream<String> addresses() {
        return READ.stream()
                .map(path -> path.replaceFirst("/roadmaps/[{][a-z]+[}]", "/roadmaps/" + Foreign.KEY)
                        .replace("/flags/{id}", "/flags/" + flag.id())
                        .replace("{m}", Foreign.KEY + "-1")
                        .replace("/milestones/{key}", "/milestones/" + Foreign.KEY + "-1")
                        .replace("{folder}/{name}", "schedule/deadline-missed")
                        .replace("{number}", "1")
                        .replace("{change}", "1")
                        .replaceAll("[{<][a-z]+[>}]", "none"))
                .distinct()
                .flatMap(path -> path.contains(Foreign.KEY)
                                || path.contains("/none")
                                || path.contains("/admin")
                                || ALIKE.contains(path)
                        ? Stream.of(path)
                        : ASKED.stream().map(asked -> path + asked));
    }

    private static String get(Role role, String address) {
        return send(role, HttpRequest.newBuilder(URI.create(site.address() + address)));
    }

    private static String send(Role role, HttpRequest.Builder request) {
        String session = site.session(role);
        request.timeout(Duration.ofSeconds(20))
                .header("Cookie", "milepost_session=" + session)
                .header("X-CSRF-Token", Visitor.csrf(session));
        try {
            HttpResponse<InputStream> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).as(request.toString()).isLessThan(500);
            try (InputStream body = answer.body()) {
                String type = answer.headers().firstValue("Content-Type").orElse("");
                return answer.headers().firstValue("Location").orElse("")
                        + (type.startsWith("text/event-stream") ? "" : new String(body.readAllBytes(), UTF_8));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
