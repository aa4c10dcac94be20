package milepost.web;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.access.Role;
import milepost.rules.book.Draft;
import milepost.rules.book.RuleFiles;
import milepost.web.api.Client;
import milepost.web.layout.Visitor;
import org.junit.jupiter.api.Test;

/** Where rules are published by someone else than their writer, nobody gets around it. */
class TwoPersonsTest {
    private static final String PATH = "plan/no-owner.drl";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_draft_is_published_by_another_author_in_the_pages() throws Exception {
        try (Site site = Site.ofTwoPersons("2026-11-23T09:00:00Z")) {
            Draft draft = draft(site);
            Map<String, String> publish =
                    Map.of("version", String.valueOf(draft.version()), "comment", "A category of its own");
            String page = "/drafts/" + draft.id();

            assertThat(get(site, Role.AUTHOR, page)).contains("/submit\"").doesNotContain("/publish\"");
            assertThat(post(site, Role.AUTHOR, page + "/publish", publish).statusCode())
                    .isEqualTo(403);
            assertThat(post(site, Role.ADMIN, page + "/publish", publish).statusCode())
                    .isEqualTo(403);
            assertThat(site.workbench().book().current().number()).isEqualTo(1);

            assertThat(post(site, Role.AUTHOR, page + "/submit", publish).statusCode())
                    .isEqualTo(303);
            assertThat(post(site, Role.AUTHOR, page + "/publish", again(site, publish))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(get(site, Role.ADMIN, page)).contains("/publish\"");
            assertThat(post(site, Role.ADMIN, page + "/publish", again(site, publish))
                            .statusCode())
                    .isEqualTo(303);

            assertThat(site.workbench().book().version(2).by()).isEqualTo(Site.name(Role.ADMIN));
            assertThat(site.workbench().book().version(2).writer()).isEqualTo(Site.name(Role.AUTHOR));
        }
    }

    @Test
    void a_program_cannot_publish_what_its_own_person_wrote_and_can_bring_back_what_two_published() {
        try (Site site = Site.ofTwoPersons("2026-11-23T09:00:00Z")) {
            Client author = Client.of(site, Role.AUTHOR);
            String files = changed(site).texts().entrySet().stream()
                    .map(e -> "{\"path\": \"" + e.getKey() + "\", \"content\": \"" + escaped(e.getValue()) + "\"}")
                    .collect(Collectors.joining(",", "[", "]"));

            Client.Answer refused = author.post("/rulesets", "{\"files\": " + files + ", \"comment\": \"mine\"}");

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("detail").asString()).contains("someone else than their writer");
            assertThat(site.workbench().book().current().number()).isEqualTo(1);
        }
    }

    private static Map<String, String> again(Site site, Map<String, String> form) {
        long version = site.workbench().drafts().list().get(0).version();
        return Map.of("version", String.valueOf(version), "comment", form.get("comment"));
    }

    private static Draft draft(Site site) {
        return site.workbench()
                .drafts()
                .save(Site.name(Role.AUTHOR), 0, PATH, changed(site).find(PATH).orElseThrow());
    }

    private static RuleFiles changed(Site site) {
        RuleFiles live = site.workbench().book().current().files();
        String text = live.find(PATH).orElseThrow();
        return live.with(PATH, text.replace("@severity(", "@category( \"owners\" )\n    @severity("));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private String get(Site site, Role role, String path) throws Exception {
        return http.send(request(site, role, path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(Site site, Role role, String path, Map<String, String> form) throws Exception {
        String csrf = Visitor.csrf(site.session(role));
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = request(site, role, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body + "&csrf=" + csrf))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Site site, Role role, String path) {
        return HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Cookie", "milepost_session=" + site.session(role));
    }
}
