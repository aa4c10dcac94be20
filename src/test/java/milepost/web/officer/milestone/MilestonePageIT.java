package milepost.web.officer.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Status;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.web.Looks;
import milepost.web.Screen;
import milepost.web.Site;
import milepost.web.officer.form.Keys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MilestonePageIT {
    private static final String REE_7 = "/roadmaps/REE/milestones/REE-7";

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open("2026-11-23T09:00:00Z");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void owner_and_due_date_clear_exactly_the_flags_that_the_preview_named() {
        Page page = officer(REE_7);
        Set<Long> before = active();
        page.getByLabel("Officer").fill("K. Osei");
        page.getByLabel("Due", exact()).fill("Q2 2027");
        page.waitForSelector("#effect:has-text('cleared')");
        assertThat(page.locator("#f-due-echo").innerText()).contains("Quarter", "Late after 30 Jun 2027");
        List<String> promised = cleared(page.locator("#effect"));
        save(page);

        assertThat(page.locator(".note.good").innerText()).contains("Saved as version 2 by officer", "3 flags cleared");
        assertThat(cleared(page.locator(".note.good"))).isEqualTo(promised).hasSize(3);
        Set<Long> after = active();
        assertThat(before).containsAll(after);
        before.removeAll(after);
        assertThat(before.stream().map(id -> site.flags().flag(id)))
                .extracting(Flag::rule)
                .containsExactlyInAnyOrder("plan/no-owner", "plan/no-due-date", "capacity/nothing-after-it");
        assertThat(before.stream().map(id -> site.flags().flag(id).message()))
                .allMatch(message -> promised.stream().anyMatch(said -> said.contains(message)));
    }

    @Test
    void a_save_can_be_undone_at_once_and_its_flags_return() {
        Page page = officer(REE_7);
        Set<Long> before = active();
        page.getByLabel("Officer").fill("K. Osei");
        save(page);
        assertThat(active()).isNotEqualTo(before);

        undo(page).click();
        page.waitForSelector(".note.good:has-text('Saved as version 3')");

        assertThat(page.url()).contains(REE_7);
        assertThat(milestone("REE-7").owner()).isNull();
        assertThat(active()).isEqualTo(before);
    }

    @Test
    void a_save_that_somebody_else_saved_over_is_not_undone_and_the_difference_is_shown() {
        Page page = officer(REE_7);
        page.getByLabel("Officer").fill("K. Osei");
        save(page);
        someoneElse("J. Park", Status.PLANNED);

        Response answer = page.waitForResponse(
                response -> response.url().endsWith("/undo"), () -> undo(page).click());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(page.locator("main").innerText()).contains("K. Osei").contains("J. Park");
        assertThat(milestone("REE-7").owner()).isEqualTo("J. Park");
    }

    private static Locator undo(Page page) {
        return page.locator(".note.good").getByText("Undo");
    }

    @Test
    void an_observation_clears_the_flag_of_the_missing_capacity() {
        site.roadmaps()
                .save(
                        new Roadmaps.Author("officer", "first survey", null),
                        "REE",
                        List.of(new Edit.Put(new Observation(
                                "capacity-1",
                                "processing-capacity",
                                null,
                                BigDecimal.TEN,
                                null,
                                null,
                                Keys.version(0)))));
        Page page = officer(REE_7);
        assertThat(page.locator("#flags").innerText()).doesNotContain("which has no recorded value");
        assertThat(page.locator("#flags").innerText()).contains("Nobody is recorded as the owner");
    }

    @Test
    void done_with_a_link_clears_the_deadline_and_history_and_flag_name_the_edit() {
        Page page = officer("/roadmaps/REE/milestones/REE-1");
        Flag late = site.flags()
                .list(FlagQuery.active().ofRule("schedule/deadline-missed"))
                .get(0);
        page.getByLabel("Status", exact()).selectOption("DONE");
        page.getByText("Add link").click();
        page.locator("[id='f-evidence-~1-title']").fill("Government decree");
        page.locator("[id='f-evidence-~1-url']").fill("https://example.org/decree");
        page.getByLabel("Why this change").fill("The roadmap was approved");
        save(page);

        String history = page.locator("#history .ver").first().innerText();
        assertThat(history)
                .contains("officer", "The roadmap was approved", "Government decree", "Done")
                .contains("Cleared: REE-1 " + late.message());
        assertThat(page.locator("#flags").innerText()).doesNotContain(late.message());
        Milestone done = milestone("REE-1");
        assertThat(done.completedOn()).hasToString("2026-11-23");
        page.navigate("/flags/" + late.id());
        assertThat(page.locator("main").innerText())
                .contains("Resolved")
                .contains("Edit by officer, change")
                .contains("The roadmap was approved");
    }

    @ParameterizedTest
    @CsvSource({
        "progress, 101, Progress must be a whole number from 0 to 100",
        "due, 31 Feb 2027, Due must be a real date",
        "due, 5/6/2027, could be 5 Jun 2027 or 6 May 2027",
        "title, '', Enter the title",
        "source/url, ftp://x, An address begins with http"
    })
    void a_wrong_field_is_told_at_the_field_and_what_was_typed_stays(String field, String typed, String message) {
        Page page = officer(REE_7);
        String id = "f-" + field.replace('/', '-');
        page.getByLabel("Description").fill("typed before the mistake");
        page.locator("#" + id).fill(typed);
        page.locator(".savebar .pri").click();
        page.waitForSelector("#errors");

        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("errors");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.locator("#errors").innerText()).contains(message);
        assertThat(page.locator("#" + id + "-error").innerText()).contains(message);
        assertThat(page.locator("#" + id).getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.locator("#" + id).inputValue()).isEqualTo(typed);
        assertThat(page.getByLabel("Description").inputValue()).isEqualTo("typed before the mistake");
        assertThat(milestone("REE-7").recorded().version()).isEqualTo(1);
    }

    @Test
    void a_due_date_before_the_start_and_a_circle_are_refused_together() {
        Page page = officer("/roadmaps/REE/milestones/REE-1");
        page.getByLabel("Start", exact()).fill("2027");
        page.getByText("Add dependency").click();
        page.locator("[id='f-dependencies-~1-predecessor']").selectOption("REE-7");
        page.locator(".savebar .pri").click();
        page.waitForSelector("#errors");

        assertThat(page.locator("#errors").innerText())
                .contains("is before the start")
                .contains("circle: REE-7 > REE-1 > REE-7");
        assertThat(page.locator("[id='f-dependencies-~1-predecessor']").inputValue())
                .isEqualTo("REE-7");
    }

    @Test
    void an_unknown_status_is_refused() {
        Page page = officer(REE_7);
        page.evaluate("document.querySelector('#f-status').innerHTML += '<option value=LATER selected>Later</option>'");
        page.locator(".savebar .pri").click();
        page.waitForSelector("#errors");
        assertThat(page.locator("#f-status-error").innerText()).contains("Choose one of the entries for Status");
        assertThat(page.locator("#f-status").inputValue()).isEqualTo("LATER");
    }

    @Test
    void two_megabytes_of_title_are_refused_and_the_form_stays() {
        Page page = officer(REE_7);
        page.evaluate("document.querySelector('#f-title').value = 'x'.repeat(2000000)");
        page.locator(".savebar .pri").click();
        page.waitForSelector("#alerts .note");
        assertThat(page.locator("#alerts").innerText()).contains("too large");
        assertThat(page.locator("#f-title").inputValue()).hasSize(2_000_000);
        assertThat(milestone("REE-7").recorded().version()).isEqualTo(1);
    }

    @Test
    void a_merge_keeps_both_sides_and_asks_only_where_both_changed() {
        Page page = officer(REE_7);
        page.getByLabel("Officer").fill("K. Osei");
        page.getByLabel("Due", exact()).fill("2027");
        site.clock().set("2026-11-23T09:05:00Z");
        someoneElse("M. Lindqvist", Status.BLOCKED);
        page.locator(".savebar .pri").click();
        page.waitForSelector("text=Choose what to keep");

        String table = page.locator("table[aria-label='Changed fields']").innerText();
        assertThat(table).contains("K. Osei", "M. Lindqvist", "Blocked", "2027");
        assertThat(page.locator("tr.cur"))
                .satisfies(rows -> assertThat(rows.count()).isEqualTo(1));
        assertThat(Looks.complaints(page)).isEmpty();
        page.locator("tr.cur input[value=mine]").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save merged version"))
                .click();
        page.waitForURL("**?saved=*");

        Milestone merged = milestone("REE-7");
        assertThat(merged.owner()).isEqualTo("K. Osei");
        assertThat(merged.due()).hasToString("2027");
        assertThat(merged.status()).isEqualTo(Status.BLOCKED);
        assertThat(merged.recorded().version()).isEqualTo(3);
    }

    @Test
    void the_other_value_can_be_taken_and_a_choice_left_open_is_asked_for_again() {
        Page page = site.signedInWithoutScripts(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(REE_7);
        page.getByLabel("Officer").fill("K. Osei");
        site.clock().set("2026-11-23T09:05:00Z");
        someoneElse("M. Lindqvist", Status.PLANNED);
        page.locator(".savebar .pri").click();
        page.locator("tr.cur input[value=theirs]").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save merged version"))
                .click();
        assertThat(milestone("REE-7").owner()).isEqualTo("M. Lindqvist");
        assertThat(page.url()).contains("saved=0");
    }

    @Test
    void everything_works_without_scripts() {
        Page page = site.signedInWithoutScripts(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(REE_7);
        page.getByLabel("Officer").fill("K. Osei");
        page.getByText("Add participant").click();
        page.locator("[id='f-participants-~1-name']").fill("Mill builder");
        page.locator("[id='f-participants-~1-jurisdiction']").fill("kz");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview"))
                .click();
        assertThat(page.locator("#effect").innerText()).contains("If you save now:", "1 flag cleared");
        assertThat(milestone("REE-7").owner()).isNull();
        page.locator("[id='f-participants-~1-jurisdiction']").fill("XX");
        page.locator(".savebar .pri").click();
        assertThat(page.locator("[id='f-participants-~1-jurisdiction-error']").innerText())
                .contains("not an ISO 3166 country code");
        page.locator("[id='f-participants-~1-jurisdiction']").fill("KZ");
        page.locator(".savebar .pri").click();

        assertThat(milestone("REE-7").owner()).isEqualTo("K. Osei");
        assertThat(page.locator("#f-participants-ree-7-kz-name").inputValue()).isEqualTo("Mill builder");
        page.locator("input[name='participants/ree-7-kz/gone']").check();
        page.locator(".savebar .pri").click();
        assertThat(page.locator("#f-participants-ree-7-kz-name").count()).isZero();
    }

    @Test
    void a_report_is_added_and_moves_the_progress() {
        Page page = officer("/roadmaps/REE/milestones/REE-2");
        page.locator("#updates summary").click();
        page.locator("#f-report-progress").fill("101");
        page.locator("#updates .pri").click();
        page.waitForSelector("#f-report-progress-error");
        page.locator("#f-report-progress").fill("40");
        page.locator("#f-report-text").fill("Piers are standing");
        page.locator("#updates .pri").click();
        page.waitForURL("**?saved=*");
        assertThat(page.locator("#updates .feed").innerText()).contains("Piers are standing", "40% done");
        assertThat(milestone("REE-2").progress()).isEqualTo(40);
    }

    @Test
    void a_milestone_is_created_and_removed_and_its_history_stays() {
        Page page = officer("/roadmaps/REE/milestones/new");
        page.getByLabel("Title", exact()).fill("Licences awarded");
        String key = page.locator("#f-key").inputValue();
        save(page);
        assertThat(page.locator("h1").innerText()).contains("Licences awarded", key);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Remove milestone"))
                .click();
        page.waitForURL("**/remove");
        assertThat(page.locator(".note").innerText()).contains("If you remove it:", "flags cleared");
        page.getByLabel("Why it is removed").fill("Entered twice");
        page.locator("main .pri").click();
        page.waitForURL(url -> url.endsWith("/roadmaps/REE"));
        assertThat(site.roadmaps().snapshot("REE").findMilestone(key)).isEmpty();
        page.navigate("/roadmaps/REE/milestones/" + key + "/history");
        assertThat(page.locator("main").innerText()).contains("Licences awarded", "This milestone was removed");
    }

    @Test
    void a_viewer_reads_the_facts_and_can_change_nothing() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate(REE_7);
        assertThat(page.locator("main").innerText()).contains("Processing", "Not recorded", "REE-1");
        assertThat(page.locator("main form[method=post]").count()).isZero();
        assertThat(page.navigate(REE_7 + "/remove").status()).isEqualTo(403);
    }

    @Test
    void ctrl_enter_saves_and_a_changed_form_asks_before_it_is_left() {
        Page page = officer(REE_7);
        page.getByLabel("Officer").fill("K. Osei");
        boolean[] asked = {false};
        page.onDialog(dialog -> {
            asked[0] = true;
            dialog.dismiss();
        });
        page.locator(".brand").click();
        page.waitForTimeout(300);
        assertThat(asked[0]).isTrue();
        assertThat(page.url()).endsWith(REE_7);
        page.getByLabel("Officer").press("Control+Enter");
        page.waitForURL("**?saved=*");
        assertThat(milestone("REE-7").owner()).isEqualTo("K. Osei");
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void every_state_is_accessible_and_narrow_enough(Screen screen) {
        Page page = site.signedIn(Role.OFFICER, screen);
        for (String path : List.of("REE-7", "REE-1", "REE-8", "REE-7/remove", "REE-7/history", "new")) {
            assertThat(Looks.complaints(page, "/roadmaps/REE/milestones/" + path))
                    .as(path)
                    .isEmpty();
        }
        Page viewer = site.signedIn(Role.VIEWER, screen);
        assertThat(Looks.complaints(viewer, REE_7)).isEmpty();
    }

    private Page officer(String path) {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(path);
        Looks.settle(page);
        return page;
    }

    private static void save(Page page) {
        page.locator(".savebar .pri").click();
        page.waitForURL("**?saved=*");
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static List<String> cleared(Locator place) {
        return place.locator("li").allInnerTexts().stream()
                .filter(text -> text.startsWith("Cleared"))
                .toList();
    }

    private Set<Long> active() {
        return site.flags().list(FlagQuery.active()).stream().map(Flag::id).collect(Collectors.toSet());
    }

    private Milestone milestone(String key) {
        return site.roadmaps().snapshot("REE").findMilestone(key).orElseThrow();
    }

    private void someoneElse(String owner, Status status) {
        Edit.MilestoneRevision same = MilestoneForm.unchanged(milestone("REE-7"));
        site.roadmaps()
                .save(
                        new Roadmaps.Author("manager", null, null),
                        "REE",
                        List.of(new Edit.MilestoneRevision(
                                same.key(),
                                same.version(),
                                same.title(),
                                same.description(),
                                same.stream(),
                                same.stage(),
                                status,
                                same.progress(),
                                same.start(),
                                same.due(),
                                same.forecast(),
                                same.completedOn(),
                                owner,
                                same.requires(),
                                same.evidence(),
                                same.source())));
    }
}
