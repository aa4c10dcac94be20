package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Time travel on pages: the control, the record of a past day, the projection to a day to come. */
class AsOfIT {
    private static final String REE = "/roadmaps/REE";

    private Site site;
    private Flag missed;

    @BeforeEach
    void open() {
        site = Site.open("2025-11-10T09:00:00Z");
        day("2025-11-14");
        set("REE-1", Status.IN_PROGRESS, 10, "2025-12-01", "started");
        day("2025-11-20");
        set("REE-7", Status.PLANNED, null, "2026-06-30", "plan agreed");
        day("2025-12-02");
        missed = site.flags()
                .list(FlagQuery.active().ofRule("schedule/deadline-missed").about("REE-1"))
                .get(0);
        day("2025-12-10");
        set("REE-1", Status.IN_PROGRESS, 60, "2026-02-01", "moved");
        day("2025-12-12");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void every_page_is_accessible_quiet_and_narrow_enough_in_any_moment(Screen screen) {
        Page page = site.signedIn(Role.MANAGER, screen);
        for (String path : List.of(
                REE + "?asOf=2025-11-15",
                REE + "?asOf=2026-07-15",
                REE + "?knownAt=2025-12-02T10:00:00Z",
                REE + "?asOf=2020-01-15",
                REE + "/milestones/REE-1?asOf=2025-12-05",
                REE + "/milestones/REE-1?asOf=2026-03-01",
                "/flags?asOf=2025-12-05",
                "/flags?asOf=2026-07-15",
                "/flags/" + missed.id(),
                "/flags/" + missed.id() + "?asOf=2025-12-05",
                "/?asOf=2025-12-05",
                "/?asOf=2026-07-15")) {
            assertThat(Looks.complaints(page, path)).as(path).isEmpty();
        }
    }

    @Test
    void the_record_of_a_past_day_shows_what_was_known_and_what_has_become_of_it() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(REE + "?asOf=2025-09-30");

        assertThat(page.title()).contains("as of 30 Sep 2025");
        assertThat(page.getByRole(AriaRole.STATUS).allInnerTexts().toString())
                .contains("Record of 30 Sep 2025.")
                .contains("Nothing here can be edited.");
        Locator row = page.locator("#m-REE-1");
        assertThat(row.innerText()).contains("30 Nov 2025").contains("now 1 Feb 2026");
        assertThat(row.innerText()).doesNotContain("1 Dec 2025");
        assertThat(page.locator("#m-REE-7").count()).isZero();
        assertThat(page.locator("#milestones header").innerText())
                .contains("changed between 30 Sep 2025 and 12 Dec 2025")
                .contains("added since");
        assertThat(page.locator("#flags-then").innerText())
                .contains("The rules had not looked at this roadmap by then");
        assertThat(page.locator("#next").innerText()).contains("The directive was published");
        assertThat(page.locator("a.cell, a.btn.pri, a[href$='/edit']").count()).isZero();
        assertThat(page.locator("#facts").innerText()).doesNotContain("Prime Minister");
        assertThat(page.locator("#timeline").innerText())
                .contains("As of 30 Sep 2025")
                .doesNotContain("REE-7");
    }

    @Test
    void flags_of_a_past_day_say_what_was_said_then_and_what_became_of_them() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(REE + "?asOf=2025-12-05");

        Locator flags = page.locator("#flags-then");
        assertThat(flags.innerText()).contains("Due 2025-12-01, 4 days ago").contains("REE-1, cleared 10 Dec 2025");
        flags.getByText("Due 2025-12-01, 4 days ago").click();
        page.waitForURL("**/flags/" + missed.id() + "?asOf=2025-12-05");
        assertThat(page.locator("h1").innerText()).isEqualTo("Due 2025-12-01, 4 days ago");
        assertThat(page.locator("#decide").count()).isZero();
        assertThat(page.locator(".feed").innerText())
                .contains("Raised")
                .contains("The day changed to 2 Dec 2025")
                .doesNotContain("Resolved");
        assertThat(page.locator(".proof").innerText()).contains("2025-12-01").contains("analyst");
    }

    @Test
    void every_value_of_a_flag_leads_to_the_change_that_recorded_it_and_an_absence_says_what_was_looked_for() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        Flag capacity = site.flags()
                .list(FlagQuery.active().ofRule("capacity/required-value-missing"))
                .get(0);
        page.navigate("/flags/" + capacity.id());

        String proof = page.locator(".proof").innerText();
        assertThat(proof).contains("none found; looked for an observation of that indicator");
        assertThat(proof).contains("Press article on the rare-earth directive");
        Flag resolved = site.flags().flag(missed.id());
        page.navigate("/flags/" + resolved.id());
        Locator due = page.locator(".proof tr").filter(new Locator.FilterOptions().setHasText("2025-12-01"));
        assertThat(due.first().innerText()).contains("analyst").contains("The directive was published");
        assertThat(due.first().locator("a").first().getAttribute("href")).matches("/roadmaps/REE/changes/\\d+");
        Locator turns = page.locator(".feed li");
        assertThat(turns.first().innerText()).contains("The day changed to 2 Dec 2025");
        assertThat(turns.last().innerText()).contains("Edit by officer").contains("moved");
        assertThat(turns.last().locator("a").first().getAttribute("href")).matches("/roadmaps/REE/changes/\\d+");
    }

    @Test
    void a_day_to_come_begins_with_what_will_happen_to_flags() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(REE + "?asOf=2026-02-15");

        assertThat(page.getByRole(AriaRole.STATUS).allInnerTexts().toString())
                .contains("Projection for 15 Feb 2026.")
                .contains("65 days ahead")
                .contains("raised");
        String changes = page.locator("#ahead").innerText();
        assertThat(changes).contains("2 Feb 2026").contains("Deadline missed").contains("REE-1");
        assertThat(page.locator("#timeline").innerText()).contains("Today").contains("As of 15 Feb 2026");
        assertThat(page.locator("#m-REE-1").innerText()).contains("late");
        assertThat(page.locator("a.cell, a.btn.pri").count()).isZero();
        page.getByText("Return to today").click();
        page.locator("a.cell").first().waitFor();
        assertThat(page.url()).endsWith(REE);
    }

    @Test
    void the_control_moves_by_field_keys_and_slider() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(REE + "?sort=-due");

        page.locator("#asof").fill("15 Nov 2025");
        page.locator("#asof").press("Enter");
        page.getByText("Record of 15 Nov 2025.").waitFor();
        assertThat(page.url()).endsWith("?sort=-due&asOf=2025-11-15");
        page.locator("h1").click();
        page.keyboard().press("[");
        page.getByText("Record of 14 Nov 2025.").waitFor();
        page.keyboard().press("]");
        page.getByText("Record of 20 Nov 2025.").waitFor();
        page.keyboard().press("t");
        page.locator("a.cell").first().waitFor();
        assertThat(page.url()).endsWith("?sort=-due");
        Locator slider = page.getByLabel("As-of date, history to projection");
        slider.focus();
        slider.press("ArrowRight");
        page.getByText("Projection for 13 Dec 2025.").waitFor();
        assertThat(page.url()).endsWith("asOf=2025-12-13");
        page.goBack();
        page.locator("a.cell").first().waitFor();
    }

    @Test
    void the_control_is_a_plain_form_without_scripts() {
        Page page = site.signedInWithoutScripts(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(REE);

        assertThat(page.getByLabel("As-of date, history to projection").isVisible())
                .isFalse();
        page.locator("#asof").fill("15 November 2025");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Show").setExact(true))
                .click();
        assertThat(page.url()).endsWith(REE + "?asOf=2025-11-15");
        assertThat(page.locator("#m-REE-1").innerText()).contains("10%").contains("now 60%");
        page.getByLabel("Next change").click();
        assertThat(page.url()).endsWith("?asOf=2025-11-20");
        page.locator("#m-REE-7 a.main").first().click();
        assertThat(page.url()).endsWith(REE + "/milestones/REE-7?asOf=2025-11-20");
        assertThat(page.locator("form.form").count()).isZero();
        assertThat(page.locator("dl.pair").innerText()).contains("30 Jun 2026");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Today").setExact(true))
                .click();
        assertThat(page.url()).endsWith(REE + "/milestones/REE-7");
        assertThat(page.locator("form.form").count()).isPositive();
    }

    @Test
    void a_moment_that_cannot_be_shown_is_refused_where_it_was_typed() {
        Browsing officer = new Browsing(site, Role.OFFICER);
        for (String query : List.of(
                "asOf=soon",
                "asOf=1899-12-31",
                "asOf=2201-01-01",
                "asOf=2031-01-01",
                "knownAt=yesterday",
                "knownAt=2025-12-13T00:00:00Z",
                "asOf=2025-11-15&knownAt=2025-11-15T00:00:00Z")) {
            for (String path : List.of(REE, "/flags", "/", REE + "/milestones/REE-1", "/flags/" + missed.id())) {
                Browsing.Answer answer = officer.get(path + "?" + query);

                assertThat(answer.status()).as(path + "?" + query).isEqualTo(422);
                assertThat(answer.find("<title>(.*?)</title>")).startsWith("Error: ");
                assertThat(answer.find("id=\"asof-error\"[^>]*>(.*?)</p>")).contains("This is the page of today.");
                assertThat(answer.find("(<input[^>]* id=\"asof\"[^>]*>)")).contains("aria-invalid=\"true\"");
            }
        }
    }

    @Test
    void a_moment_before_the_first_change_is_an_empty_page_that_says_so() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);

        Response answer = page.navigate(REE + "?asOf=2020-01-01");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(page.locator(".blank").innerText()).contains("It was first recorded on 19 Jun 2024.");
        page.getByText("Show that day").click();
        assertThat(page.locator("#milestones").innerText()).contains("REE-2").doesNotContain("REE-1");
        page.navigate(REE + "/milestones/REE-7?asOf=2025-09-30");
        assertThat(page.locator(".blank").innerText()).contains("It was first recorded on 4 Nov 2025.");
        page.navigate("/flags/" + missed.id() + "?asOf=2025-11-20");
        assertThat(page.locator(".blank").innerText()).contains("It was first recorded on 2 Dec 2025.");
        page.navigate("/?asOf=2020-01-01");
        assertThat(page.content()).contains("No roadmap was recorded by then.");
    }

    @Test
    void flags_and_portfolio_of_a_past_day_count_what_was_active_then() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate("/flags?asOf=2025-12-05&severity=CRITICAL");

        Locator list = page.locator("#flags");
        assertThat(list.innerText()).contains("Due 2025-12-01, 4 days ago").contains("3 d");
        page.getByLabel("Why: Due 2025-12-01, 4 days ago").click();
        page.locator(".whyrow .proof").first().waitFor();
        assertThat(page.locator(".whyrow .proof").first().innerText()).contains("2025-12-01");
        page.navigate("/flags?asOf=2025-12-01&severity=CRITICAL");
        assertThat(page.locator("#flags").innerText()).contains("No flag matches");
        page.navigate("/?asOf=2025-12-05");
        assertThat(page.content()).contains("Off track").contains("Due 2025-12-01, 4 days ago");
        page.locator("a.main", new Page.LocatorOptions().setHasText("Rare-earth roadmap"))
                .first()
                .click();
        assertThat(page.url()).endsWith(REE + "?asOf=2025-12-05");
    }

    private void day(String day) {
        LocalDate to = LocalDate.parse(day);
        LocalDate from = site.clock().instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        for (LocalDate next = from.plusDays(1); !next.isAfter(to); next = next.plusDays(1)) {
            site.clock().set(next + "T09:00:00Z");
            site.roadmaps().sweep();
        }
    }

    private void set(String key, Status status, Integer progress, String due, String why) {
        Milestone m = site.roadmaps().snapshot("REE").findMilestone(key).orElseThrow();
        Edit edit = new Edit.MilestoneRevision(
                key,
                m.recorded().version(),
                m.title(),
                m.description(),
                m.stream(),
                m.stage(),
                status,
                progress,
                m.start(),
                TargetDate.parse(due),
                m.forecast(),
                m.completedOn(),
                m.owner(),
                m.requires(),
                m.evidence(),
                m.source());
        site.roadmaps().save(new Roadmaps.Author("officer", why, null), "REE", List.of(edit));
    }
}
