package milepost.web.officer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import milepost.access.Role;
import milepost.exchange.intake.Wish;
import milepost.facts.Milestone;
import milepost.web.Looks;
import milepost.web.Screen;
import milepost.web.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Roadmaps in from files and out to files, in a browser; scripts are off wherever something is done. */
class ImportPagesIT {
    private static final String TABLE = """
            key,Title,Deadline,In charge,Budget
            REE-1,,1 Dec 2025,A. Petrov,10
            REE-90,Pilot line opens,15 Mar 2027,,withheld
            REE-91,Second line opens,1/012/2014,,12
            """;

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
        Page page = site.signedIn(Role.OFFICER, screen);
        assertThat(Looks.complaints(page, site.address() + "/import")).isEmpty();
        assertThat(Looks.complaints(page, site.address() + "/roadmaps/REE")).isEmpty();
        assertThat(Looks.complaints(page, site.address() + "/roadmaps/REE/import"))
                .isEmpty();
        send(page, "board.csv", TABLE);
        assertThat(Looks.complaints(page)).isEmpty();
        press(page, "Import 3 milestones");
        page.waitForURL("**/imports/*");
        assertThat(page.locator("h1").innerText()).isEqualTo("Imported");
        assertThat(Looks.complaints(page)).isEmpty();
    }

    @Test
    void a_table_is_looked_at_corrected_and_imported_in_one_change_that_can_be_undone() {
        Page page = officer("/roadmaps/REE/import");
        send(page, "board.csv", TABLE);
        assertThat(text(page)).contains("The roadmap REE, from board.csv");
        assertThat(sums(page)).containsSubsequence("Rows", "3", "Added", "2", "Changed", "1", "Problems", "1");
        assertThat(text(page)).contains("Row 4, column C", "1/012/2014", "REE-90 Pilot line opens");
        assertThat(page.getByLabel("Meaning of Deadline").inputValue()).isEqualTo("due");
        long before = site.roadmaps().snapshot("REE").milestones().size();

        page.getByLabel("Meaning of In charge").selectOption("owner");
        page.getByLabel("Meaning of Budget").selectOption("ignore");
        press(page, "Import 3 milestones");
        assertThat(page.locator(".note[role=status]").innerText()).contains("Nothing is imported yet");
        assertThat(site.roadmaps().snapshot("REE").milestones()).hasSize((int) before);
        assertThat(page.getByLabel("Meaning of Budget").inputValue()).isEqualTo("ignore");

        press(page, "Import 3 milestones");
        assertThat(text(page)).contains("board.csv: 2 milestones added, 1 changed, 0 unchanged", "Saved. Rules ran");
        assertThat(page.locator(".note.good li").allInnerTexts()).anyMatch(flag -> flag.startsWith("Raised"));
        assertThat(milestone("REE-1").owner()).isEqualTo("A. Petrov");
        assertThat(milestone("REE-90").due()).hasToString("2027-03-15");

        press(page, "Undo");
        assertThat(site.roadmaps().snapshot("REE").milestones()).hasSize((int) before);
    }

    @Test
    void a_table_that_moves_a_due_date_far_comes_in_with_a_reason_only() {
        Page page = officer("/roadmaps/REE/import");
        send(page, "later.csv", "key,Title,Deadline\nREE-1,,1 Mar 2026\n");
        assertThat(page.locator(".note[role=alert]").innerText())
                .contains("Give the reason for moving the due date of REE-1 by 90 days");
        assertThat(page.locator("#f-reason").getAttribute("aria-invalid")).isEqualTo("true");

        page.locator("#f-reason").fill("Agreed with the ministry");
        press(page, "Look again");
        press(page, "Import 1 milestone");
        assertThat(milestone("REE-1").due()).hasToString("2026-03-01");
    }

    @Test
    void a_profile_keeps_what_columns_mean_for_the_next_file() {
        Page page = officer("/roadmaps/REE/import");
        send(page, "board.csv", TABLE);
        page.getByLabel("Meaning of In charge").selectOption("description");
        page.getByLabel("Save the meanings").fill("!");
        press(page, "Save profile");
        assertThat(page.locator(".note[role=alert]").innerText()).contains("1 to 40 letters");
        assertThat(page.getByLabel("Meaning of In charge").inputValue()).isEqualTo("description");
        page.getByLabel("Save the meanings").fill("Board report");
        press(page, "Save profile");
        assertThat(page.locator(".note[role=status]").innerText()).contains("Board report");

        page.navigate(site.address() + "/roadmaps/REE/import");
        page.getByLabel("Saved profile").selectOption("Board report");
        send(page, "next.csv", "In charge;Title\nAs agreed;A thing\n");
        assertThat(page.getByLabel("Meaning of In charge").inputValue()).isEqualTo("description");
    }

    @Test
    void columns_that_contradict_each_other_are_told_and_what_was_chosen_stays() {
        Page page = officer("/roadmaps/REE/import");
        send(page, "board.csv", TABLE);
        page.getByLabel("Meaning of In charge").selectOption("due");
        page.getByLabel("As of").fill("1 Oct 2031");
        press(page, "Look again");

        assertThat(page.locator(".note[role=alert]").innerText()).contains("Two columns are both");
        assertThat(page.getByLabel("Meaning of In charge").inputValue()).isEqualTo("due");
        page.getByLabel("Meaning of In charge").selectOption("ignore");
        press(page, "Look again");
        assertThat(page.locator(".note[role=alert]").innerText()).contains("still to come");
        assertThat(page.getByLabel("As of").inputValue()).isEqualTo("1 Oct 2031");
        assertThat(page.getByText("Import 3 milestones").count()).isZero();
    }

    @Test
    void a_row_under_another_name_is_taken_for_the_milestone_it_resembles() {
        String title = milestone("REE-1").title();
        Page page = officer("/roadmaps/REE/import");
        send(page, "names.csv", "title,owner\n" + title + " today,A. Petrov\n");
        assertThat(sums(page)).containsSubsequence("Added", "1", "Changed", "0");
        page.getByLabel("It is REE-1").check();
        press(page, "Look again");
        assertThat(sums(page)).containsSubsequence("Added", "0", "Changed", "1");
        assertThat(page.getByLabel("It is REE-1").isChecked()).isTrue();
    }

    @Test
    void a_new_roadmap_comes_from_a_table_and_what_was_sent_stays_while_the_key_is_wrong() {
        Page page = officer("/import");
        page.locator("#f-key").fill("REE");
        page.locator("#f-title").fill("The ports plan");
        send(page, "ports.csv", "Title,Due\nQuay opens,1 Mar 2027\n");
        assertThat(page.locator(".note[role=alert]").innerText()).contains("There is a roadmap with this key already");
        assertThat(page.locator("#f-title").inputValue()).isEqualTo("The ports plan");
        assertThat(text(page)).contains("ports.csv, 1 kB is here already");

        page.locator("#f-key").fill("PORTS");
        press(page, "Look at it");
        press(page, "Import 1 milestone");
        page.getByText("Open the roadmap").click();
        assertThat(page.locator("h1").innerText()).contains("The ports plan", "PORTS");
        assertThat(text(page)).contains("Quay opens");
    }

    @Test
    void an_export_of_one_server_is_imported_on_an_empty_one_from_its_first_page() {
        Page here = officer("/roadmaps/REE");
        APIResponse export = here.request().get(site.address() + "/roadmaps/REE/export?format=json");
        assertThat(export.headers()).containsEntry("content-disposition", "attachment; filename=\"REE.json\"");
        try (Site empty = Site.empty("2026-11-24T09:00:00Z")) {
            Page page = empty.signedInWithoutScripts(Role.OFFICER, Screen.WIDE_LIGHT);
            page.navigate(empty.address() + "/");
            page.getByText("Choose a file").click();
            send(page, "REE.json", export.text());
            String milestones =
                    String.valueOf(site.roadmaps().snapshot("REE").milestones().size());
            assertThat(sums(page)).containsSubsequence("Changes", "Milestones", milestones);
            press(page, "Import all of the history");
            assertThat(text(page)).contains("of the history imported");
            String again = page.request()
                    .get(empty.address() + "/roadmaps/REE/export?format=json")
                    .text();
            assertThat(again).isEqualTo(export.text());
        }
    }

    @Test
    void the_roadmap_offers_every_form_of_export_to_whoever_may_read_it() {
        Page page = site.signedInWithoutScripts(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate(site.address() + "/roadmaps/REE");
        for (String form : List.of("CSV", "XLSX", "JSON", "iCalendar")) {
            String href = page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(form).setExact(true))
                    .getAttribute("href");
            assertThat(page.request().get(site.address() + href).status())
                    .as(form)
                    .isEqualTo(200);
        }
        assertThat(page.getByText("Import", new Page.GetByTextOptions().setExact(true))
                        .count())
                .isZero();
        assertThat(page.navigate(site.address() + "/roadmaps/REE/import").status())
                .isEqualTo(403);
        assertThat(page.navigate(site.address() + "/roadmaps/REE/export?format=pdf")
                        .status())
                .isEqualTo(422);
        assertThat(text(page)).contains("csv, xlsx, json, ics");
    }

    @Test
    void what_is_no_table_or_no_file_at_all_is_refused_at_its_field() {
        Page page = officer("/roadmaps/REE/import");
        page.getByLabel("As of").fill("soon");
        press(page, "Look at it");
        assertThat(page.locator(".note[role=alert]").innerText()).contains("Choose a file");
        assertThat(page.getByLabel("As of").inputValue()).isEqualTo("soon");
        page.getByLabel("As of").fill("");
        send(page, "broken.xlsx", "PK\u0003\u0004 and nothing behind it");
        assertThat(page.locator("#f-file-note").innerText()).contains("Error");
        send(page, "broken.json", "{\"roadmap\": [[[");
        assertThat(page.locator("#f-file-note").innerText()).contains("Error");
        assertThat(text(page)).doesNotContain("is here already");
        APIResponse cut = page.request()
                .post(
                        site.address() + "/roadmaps/REE/import",
                        RequestOptions.create()
                                .setHeader("Content-Type", "multipart/form-data; boundary=x")
                                .setData("--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nab"));
        assertThat(cut.status()).isBetween(400, 499);
    }

    @Test
    void a_file_larger_than_a_page_may_send_is_taken_and_waits_for_its_person_alone_and_not_for_ever() {
        Page page = officer("/roadmaps/REE/import");
        String filler = "x".repeat(2_000);
        send(page, "large.csv", "Title,Notes\n" + ("A thing," + filler + "\n").repeat(1_000));
        page.locator("h1:text('Look before you import')").waitFor();
        String address = page.url();
        assertThat(site.signedIn(Role.ADMIN, Screen.WIDE_LIGHT)
                        .navigate(address)
                        .status())
                .isEqualTo(404);
        assertThat(page.navigate(address).status()).isEqualTo(200);

        Inbox inbox = new Inbox(() -> Instant.parse("2025-11-24T09:00:00Z"));
        Upload first = inbox.put(upload());
        for (int i = 0; i < Inbox.OF_ONE_PERSON; i++) {
            inbox.put(upload());
        }
        assertThat(inbox.find(first.token(), "ann")).as("the oldest gave way").isEmpty();
        Instant[] now = {Instant.parse("2025-11-24T09:00:00Z")};
        Inbox aging = new Inbox(() -> now[0]);
        Upload waiting = aging.put(upload());
        assertThat(aging.find(waiting.token(), "ben")).isEmpty();
        assertThat(aging.find(waiting.token(), "ann")).isPresent();
        now[0] = now[0].plus(Inbox.KEPT).plus(Duration.ofSeconds(1));
        assertThat(aging.find(waiting.token(), "ann")).isEmpty();
    }

    private static Upload upload() {
        return Upload.of("ann", "a.csv", new byte[10], Wish.of("REE", null));
    }

    private Page officer(String path) {
        Page page = site.signedInWithoutScripts(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate(site.address() + path);
        return page;
    }

    private static void send(Page page, String name, String content) {
        page.locator("#f-file")
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
        press(page, "Look at it");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static List<String> sums(Page page) {
        Locator facts = page.locator("dl.facts").first();
        return List.of(facts.innerText().split("\\s*\\n\\s*"));
    }

    private static String text(Page page) {
        return page.locator("main").innerText();
    }

    private Milestone milestone(String key) {
        return site.roadmaps().snapshot("REE").findMilestone(key).orElseThrow();
    }
}
