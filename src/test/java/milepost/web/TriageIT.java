package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.facts.Status;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TriageIT {
    private Site site;

    @BeforeEach
    void open() {
        site = Site.open("2025-12-02T09:00:00Z");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_manager_accepts_a_flag_until_a_date_and_the_history_says_who_and_why() {
        Page page = site.signedIn(Role.MANAGER, Screen.WIDE_LIGHT);
        Flag flag = missed();
        page.navigate(site.address() + "/flags/" + flag.id());
        page.getByText("Accept until a date").click();
        page.getByLabel("Reason").fill("The decree <b>is</b> being printed");
        record(page);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.getByLabel("Reason").inputValue()).isEqualTo("The decree <b>is</b> being printed");

        page.getByLabel("Accept until", new Page.GetByLabelOptions().setExact(true))
                .fill("2025-12-31");
        record(page);

        assertThat(page.locator(".facts").textContent()).contains("Accepted until 31 Dec 2025");
        assertThat(page.locator(".feed").textContent())
                .contains("Accepted until 31 Dec 2025: The decree <b>is</b> being printed", "Decision of manager");
        site.clock().set("2026-01-01T09:00:00Z");
        site.roadmaps().sweep();
        Page later = site.signedInAnew(Role.MANAGER, Screen.WIDE_LIGHT);
        later.navigate("/flags/" + flag.id());
        assertThat(later.locator(".feed").textContent()).contains("Returned", "The acceptance ended with 31 Dec 2025");
    }

    @Test
    void a_decision_about_a_flag_that_cleared_meanwhile_is_refused_and_kept_on_the_page() {
        Page page = site.signedIn(Role.MANAGER, Screen.WIDE_LIGHT);
        Flag flag = missed();
        page.navigate(site.address() + "/flags/" + flag.id());
        cancel("REE-1");
        page.getByLabel("Reason").fill("typed before");
        record(page);

        assertThat(page.locator(".note.bad").textContent()).contains("cleared meanwhile");
        assertThat(page.getByLabel("Reason").inputValue()).isEqualTo("typed before");
        assertThat(site.flags().flag(flag.id()).triage()).isEqualTo(Triage.UNTRIAGED);
    }

    @Test
    void officers_see_no_form_to_decide() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(site.address() + "/flags/" + missed().id());
        assertThat(page.locator("#decide").count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void the_form_is_accessible_on_every_screen(Screen screen) {
        Page page = site.signedIn(Role.MANAGER, screen);
        assertThat(Looks.complaints(page, "/flags/" + missed().id())).isEmpty();
    }

    private Flag missed() {
        return site.flags()
                .list(FlagQuery.active().ofRule("schedule/deadline-missed"))
                .get(0);
    }

    private void cancel(String key) {
        Milestone m = site.roadmaps().snapshot("REE").findMilestone(key).orElseThrow();
        Edit cancelled = new Edit.MilestoneRevision(
                key,
                m.recorded().version(),
                m.title(),
                m.description(),
                m.stream(),
                m.stage(),
                Status.CANCELLED,
                m.progress(),
                m.start(),
                m.due(),
                m.forecast(),
                m.completedOn(),
                m.owner(),
                m.requires(),
                m.evidence(),
                m.source());
        site.roadmaps().save(new Roadmaps.Author("kim", null, null), "REE", List.of(cancelled));
    }

    private static void record(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record decision"))
                .click();
        page.waitForLoadState();
    }
}
