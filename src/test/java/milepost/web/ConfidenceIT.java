package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import milepost.access.Role;
import milepost.facts.Confidence;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Health;
import milepost.web.api.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What managers say beside the computed health, and the response to a red rating. */
class ConfidenceIT {
    private static final String REE_7 = "/roadmaps/REE/confidence?milestone=REE-7";

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open("2025-12-02T09:00:00Z");
        site.roadmaps().sweep();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_red_rating_owes_a_response_and_a_flag_says_when_nobody_looked_again(boolean scripts) {
        Page page = scripts
                ? site.signedIn(Role.MANAGER, Screen.WIDE_LIGHT)
                : site.signedInWithoutScripts(Role.MANAGER, Screen.WIDE_LIGHT);
        page.navigate(REE_7);
        page.locator("input[value=RED]").check();
        page.fill("#commentary", "No plant will be ready, <b>whatever</b> is done");
        record(page);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.locator("#plan-err").textContent()).contains("Enter the plan");
        assertThat(page.locator("#responsible-err").textContent()).contains("Enter the person");
        assertThat(page.locator("#reviewOn-err").textContent()).contains("rated again");
        assertThat(page.inputValue("#commentary")).isEqualTo("No plant will be ready, <b>whatever</b> is done");

        page.fill("#plan", "Buy capacity abroad");
        page.fill("#responsible", "K. Osei");
        page.fill("#reviewOn", "2026-01-10");
        record(page);
        assertThat(page.locator(".feed").textContent())
                .contains("Red", "manager of the tests", "<b>whatever</b>", "Buy capacity abroad", "10 Jan 2026");
        assertThat(overdue()).isZero();

        site.clock().set("2026-01-11T09:00:00Z");
        site.roadmaps().sweep();
        assertThat(overdue()).isEqualTo(1);
        Page later = site.signedInAnew(Role.MANAGER, Screen.WIDE_LIGHT);
        later.navigate(REE_7);
        assertThat(later.locator(".feed").textContent()).contains("overdue");
        later.locator("input[value=AMBER]").check();
        later.fill("#commentary", "A plant was found");
        record(later);
        assertThat(overdue()).isZero();

        later.getByLabel("Withdraw the rating of 11 Jan 2026").click();
        later.waitForLoadState();
        assertThat(overdue()).as("the red one holds again").isEqualTo(1);
        assertThat(site.roadmaps()
                        .snapshot("REE")
                        .findRating("REE-7", LocalDate.parse("2026-01-11"))
                        .orElseThrow()
                        .level())
                .isEqualTo(Confidence.RED);
    }

    @Test
    void a_rating_stands_beside_the_health_and_never_changes_it() {
        Page page = site.signedIn(Role.MANAGER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE/confidence");
        page.locator("input[value=GREEN]").check();
        page.fill("#commentary", "The decree is signed");
        record(page);
        page.navigate("/roadmaps/REE");
        assertThat(page.locator(".facts").textContent()).contains("Off track", "Green");
        page.navigate("/");
        assertThat(page.locator("table").first().textContent()).contains("Off track", "Green");
        assertThat(page.locator(".head").textContent()).contains("because of Rare-earth roadmap");

        JsonNode health =
                Client.of(site, Role.VIEWER).get("/roadmaps/REE/health").json();
        assertThat(health.get("health").asString()).isEqualTo(Health.OFF_TRACK.name());
        assertThat(health.at("/reasons/0/rule").asString()).isEqualTo("schedule/deadline-missed");
        assertThat(health.at("/confidence/level").asString()).isEqualTo("GREEN");
        assertThat(health.get("milestones")
                        .valueStream()
                        .filter(m -> m.get("key").asString().equals("REE-1"))
                        .map(m -> m.get("health").asString()))
                .containsExactly("OFF_TRACK");
        assertThat(Client.withToken(site, token(Role.VIEWER))
                        .get("/roadmaps/REE")
                        .json()
                        .get("confidence")
                        .asString())
                .isEqualTo("GREEN");
    }

    @Test
    void only_managers_rate_and_a_rating_speaks_of_a_day_that_has_come() {
        Page viewer = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        viewer.navigate(REE_7);
        assertThat(viewer.locator("#rate").count()).isZero();
        Client manager = Client.of(site, Role.MANAGER);
        String body = "{\"key\": \"a\", \"level\": \"AMBER\", \"date\": \"2025-12-03\", \"commentary\": \"x\"}";
        assertThat(manager.post("/roadmaps/REE/ratings", body).text()).contains("has not");
        assertThat(Client.of(site, Role.OFFICER)
                        .post("/roadmaps/REE/ratings", body)
                        .status())
                .isEqualTo(403);
        assertThat(manager.post("/roadmaps/REE/ratings", body.replace("12-03", "12-01"))
                        .status())
                .isEqualTo(201);
        assertThat(manager.get("/roadmaps/REE/ratings?asOf=2025-11-30")
                        .json()
                        .get("items")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void the_pages_are_accessible(Screen screen) {
        Page page = site.signedIn(Role.MANAGER, screen);
        assertThat(Looks.complaints(page, "/roadmaps/REE/confidence")).isEmpty();
        page.navigate(REE_7);
        page.locator("input[value=RED]").check();
        record(page);
        assertThat(Looks.complaints(page)).isEmpty();
        page.fill("#commentary", "so");
        page.fill("#plan", "this");
        page.fill("#responsible", "K. Osei");
        page.fill("#reviewOn", "2026-01-10");
        record(page);
        assertThat(Looks.complaints(page)).isEmpty();
        page.context().close();
    }

    private String token(Role role) {
        return site.people().token(Site.name(role), role, "again", null);
    }

    private int overdue() {
        return site.flags().count(FlagQuery.counted().ofRule("plan/response-overdue"));
    }

    private static void record(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record rating"))
                .click();
        page.waitForLoadState();
    }
}
