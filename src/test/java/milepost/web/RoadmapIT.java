package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.access.Role;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.web.officer.milestone.MilestoneForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoadmapIT {
    private Site site;

    @BeforeEach
    void open() {
        site = Site.open("2026-11-23T09:00:00Z");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void the_pages_of_officers_are_accessible_quiet_and_narrow_enough(Screen screen) {
        Page page = site.signedIn(Role.OFFICER, screen);
        for (String path : List.of(
                "/roadmaps/REE",
                "/roadmaps/REE?sort=-due&zoom=quarter",
                "/roadmaps/REE/milestones/REE-7/cell/owner",
                "/roadmaps/REE/edit",
                "/roadmaps/new",
                "/roadmaps/REE/indicators/processing-capacity",
                "/roadmaps/REE/indicators/reserves-15/remove",
                "/roadmaps/REE/observations/new?indicator=processing-capacity",
                "/roadmaps/REE/restrictions/cn-export",
                "/roadmaps/REE/events/new")) {
            assertThat(Looks.complaints(page, path)).as(path).isEmpty();
        }
    }

    @Test
    void an_owner_typed_into_the_table_is_saved_and_clears_its_flag() {
        Set<String> before = about("REE-7");
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE");

        cell(page, "Officer of REE-7").click();
        page.locator("input[name=owner]").fill("K. Osei");
        page.keyboard().press("Enter");

        Locator line = page.locator("#saved");
        line.getByText("Saved. Rules ran").waitFor();
        assertThat(line.innerText()).contains("0 raised, 1 cleared").contains("Nobody is recorded as the owner");
        assertThat(page.locator("#m-REE-7").innerText()).contains("K. Osei");
        assertThat(page.evaluate("document.activeElement.closest('tr').id")).isEqualTo("m-REE-7");
        before.remove("plan/no-owner");
        assertThat(about("REE-7")).isEqualTo(before);
    }

    @Test
    void what_is_taken_out_of_the_timeline_stays_out_after_a_save() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE");
        assertThat(drawn(page, ".dep")).isEqualTo("visible");
        assertThat(drawn(page, "[href$='#m-base']")).isEqualTo("visible");

        page.getByLabel("Dependencies").uncheck();
        page.getByLabel("Baseline").uncheck();
        cell(page, "Officer of REE-7").click();
        page.locator("input[name=owner]").fill("K. Osei");
        page.keyboard().press("Enter");
        page.locator("#saved").getByText("Saved. Rules ran").waitFor();

        assertThat(drawn(page, ".dep")).isEqualTo("hidden");
        assertThat(drawn(page, "[href$='#m-base']")).isEqualTo("hidden");
        page.getByLabel("Dependencies").check();
        assertThat(drawn(page, ".dep")).isEqualTo("visible");
    }

    private static Object drawn(Page page, String what) {
        return page.locator("#timeline .tl-p " + what)
                .first()
                .evaluate("element => getComputedStyle(element).visibility");
    }

    @Test
    void escape_leaves_a_value_as_it_was() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE");

        cell(page, "Officer of REE-7").click();
        page.locator("input[name=owner]").fill("Nobody");
        page.keyboard().press("Escape");

        cell(page, "Officer of REE-7").waitFor();
        assertThat(page.locator("#m-REE-7").innerText()).doesNotContain("Nobody");
        assertThat(about("REE-7")).contains("plan/no-owner");
    }

    @Test
    void a_value_that_cannot_be_is_refused_at_its_place_and_kept() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE");

        cell(page, "Progress of REE-2").click();
        page.locator("input[name=progress]").fill("101");
        page.keyboard().press("Enter");

        page.getByText("Progress must be a whole number from 0 to 100").waitFor();
        assertThat(page.getByLabel("Progress of REE-2").last().inputValue()).isEqualTo("101");
    }

    @Test
    void a_recorded_capacity_clears_exactly_the_flags_about_it() {
        Set<String> before = all();
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE");

        page.getByLabel("Record a value of Processing capacity").click();
        page.getByLabel("Value", new Page.GetByLabelOptions().setExact(true)).fill("2 500");
        page.getByLabel("Measured").fill("2026");
        page.getByLabel("Title of the source").fill("Survey of the operator");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();

        assertThat(page.locator("#saved").innerText()).contains("Saved. Rules ran");
        assertThat(page.locator("#gauges").innerText()).contains("2500").contains("Survey of the operator");
        before.removeAll(all());
        assertThat(before)
                .containsExactlyInAnyOrder("capacity/required-value-missing REE-7", "capacity/nothing-after-it REE-5");
    }

    @Test
    void everything_works_without_scripts() {
        Page page = site.signedInWithoutScripts(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE");

        cell(page, "Due of REE-7").click();
        page.locator("input[name=due]").fill("Q5 2027");
        Response refused = page.waitForResponse("**/cell/due", () -> save(page));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(page.locator("input[name=due]").inputValue()).isEqualTo("Q5 2027");
        page.locator("input[name=due]").fill("Q3 2027");
        save(page);

        assertThat(page.url()).contains("#m-REE-7");
        assertThat(page.locator("#saved").innerText())
                .contains("Saved. Rules ran")
                .contains("Cleared");
        assertThat(page.locator("#m-REE-7").innerText()).contains("Q3 2027");
        assertThat(about("REE-7")).doesNotContain("plan/no-due-date");
    }

    @Test
    void a_form_with_mistakes_names_them_all_and_keeps_what_was_typed() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE/restrictions/cn-export");
        page.getByLabel("In force from").fill("31 Feb 2026");
        page.getByLabel("In force to").fill("2026");
        page.getByLabel("Note").fill("Typed with care");
        save(page);

        assertThat(page.title()).startsWith("Error: ");
        Locator alert = page.getByRole(AriaRole.ALERT).first();
        assertThat(alert.innerText())
                .contains("There is a problem")
                .contains("real date")
                .contains("name the day");
        assertThat(page.getByLabel("In force from").inputValue()).isEqualTo("31 Feb 2026");
        assertThat(page.getByLabel("Note").inputValue()).isEqualTo("Typed with care");
    }

    @Test
    void a_value_saved_by_someone_else_meanwhile_is_told_before_it_is_replaced() {
        Page page = site.signedInWithoutScripts(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE/milestones/REE-7/cell/owner");
        owned("Someone else");
        page.locator("input[name=owner]").fill("K. Osei");
        Response conflict = page.waitForResponse("**/cell/owner", () -> save(page));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(page.locator("main").innerText())
                .contains("kim changed REE-7 meanwhile: owner empty → Someone else");
        save(page);
        assertThat(page.locator("#m-REE-7").innerText()).contains("K. Osei");
    }

    @Test
    void a_removed_event_comes_back_when_the_removal_is_undone() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE/events/eastern-economic-forum");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Remove"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove this event"))
                .click();
        assertThat(page.locator("#events").innerText()).doesNotContain("Far Eastern Economic Forum");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(page.locator("#events").innerText()).contains("Far Eastern Economic Forum");
        assertThat(page.locator("#changes").innerText()).contains("Undid change");
    }

    @Test
    void an_indicator_that_a_milestone_requires_cannot_be_removed() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE/indicators/processing-capacity/remove");
        assertThat(page.locator("main").innerText()).contains("REE-7 requires this indicator");
        assertThat(page.locator("main form button").count()).isZero();
    }

    @Test
    void a_new_roadmap_begins_empty_and_says_what_to_do() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/new");
        save(page);
        assertThat(page.getByRole(AriaRole.ALERT).first().innerText())
                .contains("A key has 1 to 40 letters")
                .contains("Enter the title");
        page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true)).fill("HYD");
        page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true)).fill("Hydrogen roadmap");
        page.getByLabel("Home").selectOption("NO");
        save(page);

        assertThat(page.url()).contains("/roadmaps/HYD");
        assertThat(page.locator("main").innerText())
                .contains("No milestones yet")
                .contains("Add the first milestone");
    }

    @Test
    void viewers_read_and_are_offered_nothing_to_change() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE");
        assertThat(page.locator("a.cell, main a[href$='/new'], main a[href$='/edit']")
                        .count())
                .isZero();
        assertThat(page.navigate("/roadmaps/REE/milestones/REE-7/cell/owner").status())
                .isEqualTo(403);
    }

    private static Locator cell(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("edit " + name));
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .first()
                .click();
    }

    private void owned(String owner) {
        var snapshot = site.roadmaps().snapshot("REE");
        var milestone = snapshot.findMilestone("REE-7").orElseThrow();
        var form = MilestoneForm.of(snapshot, milestone).with("owner", owner);
        List<Edit> edits = MilestoneForm.read(form, snapshot, "REE-7", java.time.LocalDate.EPOCH)
                .edits();
        site.roadmaps().save(new Roadmaps.Author("kim", null, null), "REE", edits);
    }

    private Set<String> about(String subject) {
        return site.flags().list(FlagQuery.active().about(subject)).stream()
                .map(Flag::rule)
                .collect(Collectors.toSet());
    }

    private Set<String> all() {
        return site.flags().list(FlagQuery.active()).stream()
                .map(flag -> flag.rule() + " " + flag.subject())
                .collect(Collectors.toSet());
    }
}
