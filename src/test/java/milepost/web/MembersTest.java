package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.access.Accounts;
import milepost.access.Role;
import milepost.web.api.Client;
import milepost.web.layout.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Managers of a roadmap decide who sees it and who may do what on it. */
class MembersTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PAGE = "/roadmaps/REE/members";
    private Site site;

    @BeforeEach
    void open() {
        site = Site.open("2025-11-24T09:00:00Z");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_manager_adds_somebody_changes_them_removes_them_and_takes_that_back() {
        assertThat(get(Role.MANAGER, PAGE)).contains("No members yet", "Everyone has the role here");

        String added = post(Role.MANAGER, PAGE, Map.of("person", "viewer", "role", "OFFICER", "was", ""));
        assertThat(added).startsWith("200").contains("is officer here.", ">Undo<");
        assertThat(get(Role.VIEWER, "/roadmaps/REE/edit")).startsWith("200");

        String changed = post(Role.MANAGER, PAGE, Map.of("person", "viewer", "role", "VIEWER", "was", "OFFICER"));
        assertThat(changed).contains("was officer and is viewer here.");
        assertThat(get(Role.VIEWER, "/roadmaps/REE/edit")).startsWith("403");

        String removed = post(Role.MANAGER, PAGE + "/viewer/remove", Map.of("was", "VIEWER"));
        assertThat(removed).contains("has no role of their own here any more.", "name=\"role\" value=\"VIEWER\"");
        String undone = post(Role.MANAGER, PAGE, Map.of("person", "viewer", "role", "VIEWER", "was", ""));
        assertThat(undone).startsWith("200").contains("is viewer here.");
    }

    @Test
    void a_closed_roadmap_is_gone_for_others_at_once_and_back_when_it_is_opened() {
        String closed = post(Role.MANAGER, "/roadmaps/REE/visibility", Map.of("visibility", "MEMBERS"));
        assertThat(closed).startsWith("200").contains("Only members see this roadmap now.", "You; others change this");
        assertThat(get(Role.OFFICER, "/roadmaps/REE")).startsWith("404").doesNotContain("Rare-earth");
        assertThat(get(Role.OFFICER, "/")).doesNotContain("Rare-earth");
        assertThat(get(Role.MANAGER, "/roadmaps/REE")).startsWith("200");

        post(Role.MANAGER, "/roadmaps/REE/visibility", Map.of("visibility", "EVERYONE"));
        assertThat(get(Role.OFFICER, "/roadmaps/REE")).startsWith("200");
    }

    @Test
    void what_is_refused_is_said_and_what_was_chosen_stays_chosen() {
        assertThat(post(Role.MANAGER, PAGE, Map.of("person", "", "role", "MANAGER", "was", "")))
                .startsWith("422")
                .contains("Choose somebody to add.", "Error: Members", "value=\"MANAGER\" selected");
        assertThat(post(Role.MANAGER, PAGE, Map.of("person", "admin", "role", "VIEWER", "was", "")))
                .startsWith("422")
                .contains("is an administrator");
        assertThat(post(Role.MANAGER, PAGE, Map.of("person", "viewer", "role", "VIEWER", "was", "OFFICER")))
                .startsWith("409")
                .contains("is no member any more");
        assertThat(post(Role.MANAGER, PAGE + "/nobody/remove", Map.of("was", "VIEWER")))
                .startsWith("409")
                .contains("There is nobody called nobody.");
        assertThat(get(Role.OFFICER, PAGE)).startsWith("403");
    }

    @Test
    void programs_do_the_same() {
        Client manager = Client.of(site, Role.MANAGER);
        assertThat(manager.get(PAGE).json().get("visibility").asString()).isEqualTo("EVERYONE");
        assertThat(manager.post(PAGE, "{\"person\": \"viewer\", \"role\": \"MANAGER\"}")
                        .json()
                        .at("/members/0/role")
                        .asString())
                .isEqualTo("MANAGER");
        assertThat(manager.post(PAGE, "{\"person\": \"viewer\", \"role\": \"OFFICER\", \"was\": \"VIEWER\"}")
                        .status())
                .isEqualTo(409);
        assertThat(manager.post(PAGE, "{\"person\": \"nobody\", \"role\": \"OFFICER\"}")
                        .status())
                .isEqualTo(422);
        assertThat(manager.post(PAGE, "{\"person\": \"viewer\"}").status()).isEqualTo(422);
        assertThat(manager.post(PAGE + "/viewer/remove", "{}").json().get("members"))
                .isEmpty();
        assertThat(manager.post(PAGE + "/viewer/remove", "{}").status()).isEqualTo(404);
        assertThat(manager.post("/roadmaps/REE/visibility", "{\"visibility\": \"MEMBERS\"}")
                        .json()
                        .at("/members/0/person")
                        .asString())
                .isEqualTo("manager");
        assertThat(Client.of(site, Role.OFFICER).get("/roadmaps/REE").status()).isEqualTo(404);
    }

    @Test
    void a_token_reaches_only_the_roadmaps_it_is_limited_to() {
        Foreign.roadmap(site);
        String token =
                site.people().token("admin", new Accounts.Wish(Role.MANAGER, "of one", null, Set.of(Foreign.KEY)));
        Client program = Client.withToken(site, token);

        assertThat(program.get("/roadmaps").json().get("items"))
                .extracting(r -> r.get("key").asString())
                .containsExactly(Foreign.KEY);
        assertThat(program.get("/roadmaps/REE").status()).isEqualTo(404);
        assertThat(program.get(PAGE.replace("REE", Foreign.KEY)).status()).isEqualTo(200);
        String added = "{\"key\": \"NEW\", \"title\": \"New\", \"home\": \"RU\"}";
        assertThat(program.post("/roadmaps", added).status()).isEqualTo(403);
    }

    @Test
    void a_token_is_limited_on_the_page_of_the_account() {
        Map<String, String> form = Map.of("label", "one", "role", "VIEWER", "expires", "", "roadmaps", "REE, NONE");
        assertThat(post(Role.VIEWER, "/account/tokens", form))
                .startsWith("422")
                .contains("There is no roadmap NONE", "value=\"REE, NONE\"");
        Map<String, String> good = Map.of("label", "one", "role", "VIEWER", "expires", "", "roadmaps", "REE");
        assertThat(post(Role.VIEWER, "/account/tokens", good)).startsWith("200").contains("of REE only");
    }

    private String get(Role role, String path) {
        return send(role, HttpRequest.newBuilder(URI.create(site.address() + path)));
    }

    private String post(Role role, String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                role,
                HttpRequest.newBuilder(URI.create(site.address() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The status with the page. */
    private String send(Role role, HttpRequest.Builder request) {
        String session = site.session(role);
        request.header("Cookie", "milepost_session=" + session).header("X-CSRF-Token", Visitor.csrf(session));
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
