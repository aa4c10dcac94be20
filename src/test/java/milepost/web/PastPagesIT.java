package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.roadmap.Baselines;
import milepost.roadmap.history.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looking back in a browser: history, undo, comparison, baselines, slips, comments, calendar. */
class PastPagesIT {
    private Site site;

    @BeforeEach
    void open() {
        site = Site.open("2025-11-24T09:00:00Z");
        site.roadmaps().sweep();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void the_pages_are_accessible_quiet_and_narrow_enough(Screen screen) {
        site.roadmaps()
                .baselines()
                .set("REE", "Before the directive", "2025-10-31", new Baselines.Approval("max", "Cabinet", "review"));
        site.roadmaps().comments().add("ann", "REE", "REE-1", "A word " + "without-end".repeat(30));
        Page page = site.signedIn(Role.ADMIN, screen);
        for (String path : List.of(
                "/history",
                "/history?milestone=REE-1&from=soon",
                "/history?by=nobody",
                "/changes/5",
                "/changes/5/undo",
                "/changes/4/undo",
                "/compare",
                "/compare?from=2025-09-30",
                "/compare?from=1990-01-01&to=2025-09-30",
                "/compare?from=never",
                "/slips",
                "/baselines",
                "/baselines/before-the-directive/remove",
                "/milestones/REE-1",
                "/milestones/REE-1/baseline",
                "/calendar")) {
            boolean expected = path.contains("soon") || path.contains("never") || path.endsWith("4/undo");
            assertThat(Looks.complaints(page, site.address() + "/roadmaps/REE" + path).stream()
                            .filter(c -> !(expected && c.contains("Failed to load resource"))))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void an_edit_is_found_in_the_history_and_undone_without_scripts() {
        Page page = site.signedInWithoutScripts(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(site.address() + "/roadmaps/REE/milestones/REE-7");
        page.getByLabel("Officer").fill("K. Osei");
        page.getByLabel("Why this change").fill("Named at last");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .last()
                .click();
        assertThat(milestone("REE-7").owner()).isEqualTo("K. Osei");

        page.navigate(site.address() + "/roadmaps/REE");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("History").setExact(true))
                .click();
        String newest = page.locator(".ver").first().innerText();
        assertThat(newest).contains("officer", "REE-7", "K. Osei", "Named at last", "Cleared");
        page.locator(".ver").first().getByText("Undo").click();
        assertThat(page.locator("main").innerText()).contains("If you undo it");
        page.getByLabel("Why it is undone").fill("A mix-up");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo change"))
                .click();

        assertThat(milestone("REE-7").owner()).isNull();
        assertThat(page.locator("main").innerText()).contains("Saved. Rules ran");
        assertThat(page.locator(".ver").first().innerText()).contains("A mix-up", "Undoes", "K. Osei");
        assertThat(page.locator(".ver").nth(1).innerText()).contains("Undone by");
    }

    @Test
    void what_was_changed_since_is_shown_and_not_undone() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        var answer = page.navigate(site.address() + "/roadmaps/REE/changes/4/undo");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(page.locator(".note[role=alert]").innerText())
                .contains("This change cannot be undone", "30 Nov 2025", "1 Dec 2025");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo change"))
                        .count())
                .isZero();
    }

    @Test
    void the_slip_chart_the_changed_since_table_and_the_history_agree_to_the_day() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate(site.address() + "/roadmaps/REE/slips");
        String moves = page.getByRole(AriaRole.TABLE).innerText();
        assertThat(moves)
                .contains("First slip, 1 day since the first promise")
                .containsSubsequence(
                        "4 Nov 2025", "1 day later", "30 Nov 2025", "1 Dec 2025", "The directive was published");
        assertThat(page.locator("svg a[aria-label*='REE-1']").getAttribute("aria-label"))
                .startsWith("REE-1 ")
                .endsWith("first slip, 1 day since the first promise");
        assertThat(page.locator("svg a[aria-label*='REE-1'] .sline circle").count())
                .isEqualTo(2);

        page.navigate(site.address() + "/roadmaps/REE/compare?from=2025-11-03&to=2025-11-04");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Due"))
                        .first()
                        .innerText())
                .containsSubsequence("Due", "30 Nov 2025", "1 Dec 2025");
        page.navigate(site.address() + "/roadmaps/REE/history?milestone=REE-1&kind=MILESTONE");
        assertThat(page.locator(".ver").first().innerText())
                .containsSubsequence("4 Nov 2025", "Due", "30 Nov 2025", "1 Dec 2025");
        Promise promise = site.roadmaps().past().findPromise("REE", "REE-1").orElseThrow();
        assertThat(promise.days()).isEqualTo(1);
    }

    @Test
    void a_long_move_asks_for_the_reason_at_its_field_and_keeps_what_was_typed() {
        Page page = site.signedInWithoutScripts(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(site.address() + "/roadmaps/REE/milestones/REE-1");
        assertThat(page.locator("main").innerText()).contains("by more than 30 days");
        page.getByLabel("Due", new Page.GetByLabelOptions().setExact(true)).fill("1 Mar 2026");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .last()
                .click();

        assertThat(page.locator("#errors").innerText())
                .contains("Give the reason for moving the due date of REE-1 by 90 days");
        assertThat(page.locator("#f-reason").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.getByLabel("Due", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("1 Mar 2026");
        page.getByLabel("Why this change").fill("Agreed with the ministry");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .last()
                .click();

        assertThat(milestone("REE-1").due()).hasToString("2026-03-01");
        assertThat(page.locator("#promises").innerText())
                .contains("Second slip, 91 days since the first promise", "Agreed with the ministry");
    }

    @Test
    void a_long_move_in_the_table_asks_for_the_reason_there() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(site.address() + "/roadmaps/REE/milestones/REE-1/cell/due");
        page.locator("input[name=due]").fill("1 Mar 2026");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        page.waitForSelector("input[name=reason]");
        assertThat(page.locator(".err").innerText()).contains("Give the reason");
        page.locator("input[name=reason]").fill("Agreed");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        page.waitForCondition(
                () -> "2026-03-01".equals(String.valueOf(milestone("REE-1").due())));
    }

    @Test
    void a_manager_sets_a_baseline_compares_with_it_and_removes_it_without_scripts() {
        Page page = site.signedInWithoutScripts(Role.MANAGER, Screen.PHONE_LIGHT);
        page.navigate(site.address() + "/roadmaps/REE/baselines");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set baseline"))
                .click();
        assertThat(page.locator(".note[role=alert]").innerText())
                .contains("Enter the name", "who approved it", "reason");
        page.getByLabel("Name").fill("Plan of September");
        page.getByLabel("Moment").fill("2025-09-30");
        page.getByLabel("Approved by").fill("Cabinet");
        page.getByLabel("Why").fill("The first plan");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set baseline"))
                .click();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Changed since").setExact(true))
                .click();
        assertThat(page.locator("main").innerText()).contains("Plan of September (30 Sep 2025, 23:59)", "1 Dec 2025");

        page.navigate(site.address() + "/roadmaps/REE/baselines");
        page.getByText("Remove").first().click();
        page.getByLabel("Why it goes").fill("Replaced");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove baseline"))
                .click();
        assertThat(page.locator("main").innerText()).contains("No baseline has been set yet");
    }

    @Test
    void another_first_promise_needs_a_manager_with_a_reason_and_an_approver() {
        Page page = site.signedInWithoutScripts(Role.MANAGER, Screen.WIDE_LIGHT);
        page.navigate(site.address() + "/roadmaps/REE/milestones/REE-1");
        page.getByText("Set another first promise").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set first promise"))
                .click();
        assertThat(page.locator(".note[role=alert]").innerText()).contains("who approved it", "reason");
        page.getByLabel("Approved by").fill("Cabinet");
        page.getByLabel("Why").fill("By the order of November");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set first promise"))
                .click();

        assertThat(milestone("REE-1").baseline()).hasToString("2025-12-01");
        assertThat(page.locator("#promises").innerText()).contains("New first promise", "approved by Cabinet");
        Page officer = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        officer.navigate(site.address() + "/roadmaps/REE/milestones/REE-1");
        assertThat(officer.getByText("Set another first promise").count()).isZero();
        assertThat(officer.navigate(site.address() + "/roadmaps/REE/milestones/REE-1/baseline")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_comment_is_shown_as_plain_text_and_one_without_words_is_refused() {
        Page page = site.signedInWithoutScripts(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(site.address() + "/roadmaps/REE/milestones/REE-2");
        page.locator("#comments summary").click();
        page.locator("#comments textarea").fill("<b>Piers</b>\nare up");
        page.locator("#comments button").click();
        assertThat(page.locator("#comments .says").innerText()).isEqualTo("<b>Piers</b>\nare up");

        page.locator("#comments summary").click();
        page.locator("#comments button").click();
        assertThat(page.locator(".note[role=alert]").innerText()).contains("Enter the comment");
    }

    private Milestone milestone(String key) {
        return site.roadmaps().snapshot("REE").findMilestone(key).orElseThrow();
    }
}
