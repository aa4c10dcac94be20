package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import milepost.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages that look back or ahead, in a moment of the past: nothing recorded later is on them. */
class PagesThenTest {
    private static final String REE = "/roadmaps/REE";
    private static final String THEN = "?asOf=2025-09-30";

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open("2025-12-05T09:00:00Z");
        site.roadmaps().sweep();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void the_history_of_then_has_the_changes_of_then_and_nothing_to_undo() {
        String page = page(REE + "/history" + THEN);

        assertThat(page)
                .contains("Record of 30 Sep 2025.", "5 Sep 2025", "/changes/4?asOf=2025-09-30")
                .doesNotContain("Change 5", "1 Dec 2025", "/undo");
        assertThat(page(REE + "/history" + THEN + "&milestone=REE-1"))
                .contains("name=\"asOf\" value=\"2025-09-30\"", "name=\"milestone\" value=\"REE-1\"");
        assertThat(page(REE + "/changes/4" + THEN))
                .contains("Record of 30 Sep 2025.")
                .doesNotContain("/undo");
        assertThat(get(REE + "/changes/5" + THEN).status()).isEqualTo(404);
    }

    @Test
    void slips_of_then_are_drawn_as_promised_then() {
        assertThat(page(REE + "/slips" + THEN))
                .contains("30 Nov 2025", "Never moved")
                .doesNotContain("First slip");
        assertThat(page(REE + "/slips")).contains("First slip, 1 day since the first promise");
    }

    @Test
    void the_forecast_of_then_is_what_could_have_been_said_then() {
        assertThat(page("/forecast" + THEN))
                .contains("If nothing had changed by 30 September 2026", "Due 2025-11-30, 1 days ago")
                .doesNotContain("REE-7");
        assertThat(page("/forecast?asOf=1999-01-01")).contains("No roadmap was recorded by then");
    }

    @Test
    void what_changed_since_is_marked_unless_the_box_is_cleared() {
        String now = "now 1 Dec 2025";

        assertThat(page(REE + THEN)).contains(now, "name=\"since\" value=\"on\" checked");
        assertThat(page(REE + THEN + "&since=off&since=on")).contains(now);
        assertThat(page(REE + THEN + "&since=off"))
                .doesNotContain(now)
                .contains("name=\"since\" value=\"on\">", "1 of 2 changed between");
    }

    @Test
    void what_changed_since_is_marked_on_a_milestone_unless_the_box_is_cleared() {
        String one = REE + "/milestones/REE-1" + THEN;
        String now = "now 1 Dec 2025";

        assertThat(page(one))
                .contains(now, "name=\"since\" value=\"on\" checked")
                .containsPattern("Version 2, [0-9]+ of [0-9]+ changed since");
        assertThat(page(one + "&since=off&since=on")).contains(now);
        assertThat(page(one + "&since=off"))
                .contains("name=\"since\" value=\"on\">")
                .doesNotContain(now)
                .doesNotContainPattern("[0-9] changed since");
    }

    @Test
    void what_happened_next_tells_flags_that_a_new_day_raised() {
        try (Site later = Site.open("2025-11-28T09:00:00Z")) {
            later.roadmaps().sweep();
            later.clock().set("2025-12-02T09:00:00Z");
            later.roadmaps().sweep();

            assertThat(new Browsing(later, Role.OFFICER)
                            .get(REE + "?asOf=2025-12-01")
                            .body())
                    .containsPattern("(?s)What happened next.*2 Dec 2025, 12:00.*The day changed"
                            + ".*REE-1</a> raised: Due 2025-12-01, 1 days ago");
        }
    }

    @Test
    void before_the_rules_had_looked_nothing_is_said_to_be_on_track() {
        assertThat(page(REE + THEN)).contains("Not judged").doesNotContain("On track");
        assertThat(page("/" + THEN)).contains("Not judged").doesNotContain("On track");
        assertThat(page(REE + "/brief" + THEN)).contains("Not judged").doesNotContain("On track");
        assertThat(page(REE)).contains("Off track").doesNotContain("Not judged");
    }

    @Test
    void a_record_of_then_is_exported_from_its_page() {
        assertThat(page(REE + THEN)).contains("/export?format=csv&amp;asOf=2025-09-30");
        assertThat(page(REE + "/export?format=csv&asOf=2025-09-30"))
                .contains("2025-11-30")
                .doesNotContain("2025-12-01");
        assertThat(get(REE + "/export?format=csv&asOf=soon").status()).isEqualTo(422);
    }

    @Test
    void a_moment_that_cannot_be_shown_is_said_beside_the_page_of_today() {
        for (String path : List.of(REE + "/history", REE + "/slips", "/forecast")) {
            for (String day : List.of("soon", "1899-12-31", "2201-01-01", "2026-01-15")) {
                Browsing.Answer answer = get(path + "?asOf=" + day);
                assertThat(answer.status()).as(path + " " + day).isEqualTo(422);
                assertThat(answer.body()).contains("This is the page of today.");
            }
        }
        for (String path : List.of(REE + "/history", REE + "/slips")) {
            assertThat(page(path + "?asOf=1999-01-01"))
                    .contains("Nothing recorded yet", "It was first recorded on 19 Jun 2024");
        }
    }

    private static String page(String path) {
        Browsing.Answer answer = get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static Browsing.Answer get(String path) {
        return new Browsing(site, Role.OFFICER).get(path);
    }
}
