package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import milepost.access.Role;
import milepost.foresight.Failing;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.rules.language.RuleFile;
import milepost.web.Browsing;
import milepost.web.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A forecast that cannot be finished, or in which a rule fails on the way, says so on the page, over HTTP and in the calendar. */
class PartialForecastTest {
    private Site site;
    private Client viewer;

    @BeforeEach
    void open() {
        site = Site.open("2025-11-10T09:00:00Z");
        site.roadmaps().sweep();
        viewer = Client.of(site, Role.VIEWER);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void one_that_ends_early_says_up_to_which_day_it_knows() {
        publish(Failing.tooMany());

        JsonNode forecast = viewer.get("/roadmaps/REE/forecast").json();
        assertThat(forecast.get("complete").asBoolean()).isFalse();
        assertThat(forecast.get("reached").asString()).isEqualTo("2025-11-19");
        assertThat(forecast.get("until").asString()).isEqualTo("2026-11-10");
        assertThat(forecast.get("events").valueStream().map(e -> e.get("date").asString()))
                .allMatch(date -> date.compareTo("2025-11-19") <= 0);
        assertThat(page("/forecast")).contains("Not complete", "Nothing is known of REE after 19 November 2025");
        assertThat(page("/roadmaps/REE?asOf=2025-12-10")).contains("Not complete");
        assertThat(unfolded(viewer.get("/roadmaps/REE.ics").text()))
                .contains("SUMMARY:The flags to come are known until 2025-11-19 only");
    }

    @Test
    void a_rule_that_fails_on_the_way_is_named_and_the_others_are_told() {
        publish(List.of(Failing.file("test/fails")));

        JsonNode forecast = viewer.get("/roadmaps/REE/forecast").json();
        assertThat(forecast.get("complete").asBoolean()).isTrue();
        assertThat(forecast.at("/setAside/0/rule").asString()).isEqualTo("test/fails");
        assertThat(forecast.get("events").toString()).contains("schedule/deadline-missed");
        assertThat(page("/forecast")).contains("Rules set aside", "test/fails", "Deadline missed");
        assertThat(unfolded(viewer.get("/roadmaps/REE.ics").text()))
                .contains("SUMMARY:The flags to come of rule test/fails are not all known")
                .contains("SUMMARY:Flag raised: REE-1 Due 2025-12-01");
    }

    @Test
    void rules_that_only_measure_silence_stand_apart_on_the_page_and_are_not_in_the_calendar() {
        String page = page("/forecast");
        int apart = page.indexOf("If nobody reports meanwhile");
        assertThat(page.indexOf("No report for 90 days")).isGreaterThan(apart);
        assertThat(apart).isPositive();
        assertThat(viewer.get("/roadmaps/REE.ics").text()).doesNotContain("evidence/");
    }

    private void publish(List<RuleFile> more) {
        Rulebook book = site.workbench().book();
        RuleFiles files = book.current().files();
        for (RuleFile file : more) {
            files = files.with(file.path(), file.content());
        }
        Publication publication = Publication.web("author", "author", "Rules that fail");
        book.publish(publication, files, book.current().number());
        site.roadmaps().sweep();
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }

    private String page(String path) {
        return new Browsing(site, Role.VIEWER).get(path).body();
    }
}
