package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import milepost.access.Role;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The forecast over HTTP. */
class ForecastOverHttpTest {
    private static final String FORECAST = "/roadmaps/REE/forecast";

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
    void the_example_will_miss_its_dates_and_silence_is_listed_apart() {
        JsonNode forecast = viewer.get(FORECAST + "?until=2027-01-31").json();

        assertThat(said(forecast.get("events")))
                .contains(
                        "2025-12-02 RAISED schedule/deadline-missed REE-1",
                        "2027-01-01 RAISED schedule/deadline-missed REE-2");
        assertThat(said(forecast.get("silence"))).isNotEmpty().allMatch(text -> text.contains(" evidence/"));
        assertThat(forecast.get("complete").asBoolean()).isTrue();
        assertThat(forecast.get("reached").asString()).isEqualTo("2027-01-31");
    }

    @Test
    void it_looks_a_year_ahead_unless_told_and_starts_where_it_is_told() {
        JsonNode forecast = viewer.get(FORECAST + "?asOf=2026-12-01").json();

        assertThat(forecast.get("from").asString()).isEqualTo("2026-12-01");
        assertThat(forecast.get("until").asString()).isEqualTo("2027-12-01");
        assertThat(said(forecast.get("events"))).noneMatch(text -> text.contains("deadline-missed REE-1"));
    }

    @Test
    void an_end_that_is_none_is_refused_by_its_name() {
        for (String until : List.of("2025-11-10", "2030-01-01", "never")) {
            Answer refused = viewer.get(FORECAST + "?until=" + until);
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(refused.text()).contains("until");
        }
        assertThat(viewer.get("/roadmaps/NONE/forecast").status()).isEqualTo(404);
    }

    private static List<String> said(JsonNode events) {
        return events.values().stream()
                .map(e -> e.get("date").asString() + " " + e.get("event").asString() + " "
                        + e.get("rule").asString() + " " + e.get("subject").asString())
                .toList();
    }
}
