package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Snapshot;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.web.api.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What authors see of how rules fare, and administrators of the machinery. */
class BackstageTest {
    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open("2026-11-23T09:00:00Z");
        site.roadmaps().sweep();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void the_page_of_administrators_says_how_drafts_are_kept_apart_and_what_runs() throws Exception {
        Client.of(site, Role.AUTHOR)
                .post("/rulesets/check", "{\"files\": [{\"path\": \"plan/x.drl\", \"content\": \"rule\"}]}");

        String page = get("/admin", Role.ADMIN);

        String jail = site.workbench().backstage().drafts().get().jail().meaning();
        assertThat(page)
                .contains(jail)
                .contains("of the tests")
                .contains(site.workbench().book().live().version())
                .contains("Answered since the start")
                .contains("every rule was carried through")
                .doesNotContain("Answered since the start</th><td class=\"num\">0<");
        assertThat(get("/", Role.ADMIN)).contains("href=\"/admin\"");
        assertThat(get("/", Role.AUTHOR)).doesNotContain("href=\"/admin\"");
    }

    @Test
    void a_rule_tells_its_hits_its_time_its_noise_and_its_review() throws Exception {
        LocalDate today = LocalDate.parse("2026-11-23");
        String rule = site.flags().insights().values().stream()
                .filter(i -> i.active() >= 3)
                .findFirst()
                .orElseThrow()
                .rule();
        String text = Files.readString(site.folder().resolve(rule + ".drl"));
        Files.writeString(
                site.folder().resolve(rule + ".drl"),
                text.replace("@severity(", "@review( 2026-11-01 )\n    @severity("));
        site.workbench().folder().align();
        site.roadmaps().sweep();
        List<Flag> flags = site.flags().list(FlagQuery.active().ofRule(rule));
        Decision wrong = new Decision(Triage.FALSE_POSITIVE, "done long ago", null);
        flags.forEach(flag -> site.flags()
                .triaging()
                .act(
                        new milepost.flags.decision.Decider("kim", milepost.facts.Severity.CRITICAL),
                        new milepost.flags.FlagRef(flag.id(), null),
                        new milepost.flags.decision.Act.Decide(wrong),
                        today));
        Snapshot facts = site.roadmaps().snapshot("REE");
        site.workbench().backstage().times().sample(site.workbench().book().live(), facts, today, 1_000);

        Client viewer = Client.of(site, Role.VIEWER);
        JsonNode insight = viewer.get("/rules/" + rule).json().path("insight");
        JsonNode listed = viewer.get("/rules").json().path("items").get(0).path("insight");

        assertThat(insight.path("active").asInt())
                .as("what was called false counts nowhere")
                .isZero();
        assertThat(insight.path("falsePositives").asInt()).isEqualTo(flags.size());
        assertThat(insight.path("noisy").asBoolean()).isTrue();
        assertThat(insight.path("reviewDue").asBoolean()).isTrue();
        assertThat(insight.path("lastRaised").asString()).startsWith("20");
        assertThat(insight.path("averageMicros").isNumber()).isTrue();
        assertThat(listed.propertyNames()).contains("reviewDue", "noisy", "ever");
        assertThat(get("/rules/" + rule, Role.VIEWER))
                .contains("Noisy")
                .contains("Review due")
                .contains("Adds to an evaluation");
        assertThat(get("/rules", Role.VIEWER))
                .contains("Noisy")
                .contains("Review due")
                .contains("Never");
    }

    private static String get(String path, Role role) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Cookie", "milepost_session=" + site.session(role))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
