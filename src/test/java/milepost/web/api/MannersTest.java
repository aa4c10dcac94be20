package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import milepost.access.Role;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs expect of any address: heads, methods, encodings, schemes and cursors. */
class MannersTest {
    private static final String MILESTONE = "/roadmaps/REE/milestones/REE-2";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Site site;
    private static Client officer;

    @BeforeAll
    static void open() {
        site = Site.open("2026-11-23T09:00:00Z");
        site.roadmaps().sweep();
        officer = Client.of(site, Role.OFFICER);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/healthz, 200, text/plain",
        "/readyz, 200, text/plain",
        "/metrics, 200, text/plain",
        "/openapi.json, 200, application/json",
        "/sign-in, 200, text/html",
        "/, 303, text/html",
        "/events, 303, text/html",
        "/api/v1/roadmaps, 401, application/problem+json",
        "/nothing, 404, text/html"
    })
    void the_head_of_anything_says_what_its_whole_says(String path, int status, String type) throws Exception {
        HttpResponse<String> head = ask("HEAD", path);

        assertThat(head.statusCode())
                .isEqualTo(status)
                .isEqualTo(ask("GET", path).statusCode());
        assertThat(head.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void the_head_of_what_is_here_has_its_tag_and_needs_the_same_role() {
        Answer head = officer.send("HEAD", MILESTONE, BodyPublishers.noBody());

        assertThat(head.tag()).isEqualTo(officer.get(MILESTONE).tag()).isNotEmpty();
        assertThat(head.header("Content-Length"))
                .isEqualTo(String.valueOf(officer.get(MILESTONE).text().getBytes(StandardCharsets.UTF_8).length));
        assertThat(officer.send("HEAD", "/roadmaps/REE/members", BodyPublishers.noBody())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_address_tells_what_it_takes() throws Exception {
        HttpResponse<String> options = ask("OPTIONS", "/api/v1" + MILESTONE);
        HttpResponse<String> put = ask("PUT", "/api/v1" + MILESTONE);

        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(put.statusCode()).isEqualTo(405);
        for (HttpResponse<String> answer : List.of(options, put)) {
            assertThat(answer.headers().firstValue("Allow").orElse("").split(", "))
                    .containsExactlyInAnyOrder("GET", "HEAD", "PATCH", "DELETE", "OPTIONS");
        }
    }

    @Test
    void what_changes_is_sent_as_it_happens_unless_json_is_asked_for() throws Exception {
        String token = "Bearer " + site.people().token(Site.name(Role.VIEWER), Role.VIEWER, "looks on", null);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.address() + "/api/v1/events"))
                .header("Authorization", token);

        HttpResponse<InputStream> plain = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        plain.body().close();
        HttpResponse<InputStream> any =
                HTTP.send(request.header("Accept", "*/*").build(), BodyHandlers.ofInputStream());
        any.body().close();

        assertThat(plain.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(any.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(officer.get("/events", "Accept", "application/json").json().has("last"))
                .isTrue();
    }

    @Test
    void a_body_that_is_compressed_is_refused_in_plain_words() throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(small)) {
            out.write("{\"progress\": 11}".getBytes(StandardCharsets.UTF_8));
        }

        Answer refused = officer.send(
                "PATCH",
                MILESTONE,
                BodyPublishers.ofByteArray(small.toByteArray()),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "gzip",
                "If-Match",
                "*");

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.places()).containsExactly("Content-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
    void the_scheme_of_a_token_may_be_written_in_any_letters(String scheme) throws Exception {
        String token = site.people().token(Site.name(Role.VIEWER), Role.VIEWER, "as " + scheme, null);

        HttpResponse<String> answer = ask("GET", "/api/v1/roadmaps", "Authorization", scheme + token);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void a_cursor_that_no_list_gave_is_refused() {
        String next = officer.get("/roadmaps/REE/milestones?limit=2")
                .json()
                .get("next")
                .asString();
        String control = Base64.getUrlEncoder().encodeToString(new byte[] {0, 0, 0});

        for (String cursor : List.of("garbage", "%21", control, next + "=")) {
            Answer refused = officer.get("/roadmaps/REE/milestones?cursor=" + cursor);
            assertThat(refused.status()).as(cursor).isEqualTo(400);
            assertThat(refused.places()).containsExactly("cursor");
        }
        assertThat(officer.get("/roadmaps/REE/milestones?cursor=" + next).status())
                .isEqualTo(200);
    }

    @Test
    void a_rule_is_found_by_its_key_with_its_slash_written_either_way() {
        assertThat(officer.get("/rules/schedule%2Fdeadline-missed").text())
                .isEqualTo(officer.get("/rules/schedule/deadline-missed").text())
                .contains("Deadline missed");
    }

    @Test
    void figures_do_not_grow_with_methods_that_somebody_makes_up() throws Exception {
        ask("BREW", "/coffee");
        ask("STIR", "/coffee");

        assertThat(ask("GET", "/metrics").body()).contains("method=\"OTHER\"").doesNotContain("BREW", "STIR");
    }

    private static HttpResponse<String> ask(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(site.address() + path)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
