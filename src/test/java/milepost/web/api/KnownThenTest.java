package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import milepost.access.Role;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What looks back, looks ahead or goes out as a file, read as it was known then: no later fact, decision or rule is in it. */
class KnownThenTest {
    private static final String REE = "/roadmaps/REE";
    private static final String REE_1 = REE + "/milestones/REE-1";
    private static final String THEN = "asOf=2025-09-30";

    private Site site;
    private Client officer;
    private Client manager;

    @BeforeEach
    void open() {
        site = Site.open("2025-11-10T09:00:00Z");
        site.roadmaps().sweep();
        officer = Client.of(site, Role.OFFICER);
        manager = Client.of(site, Role.MANAGER);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void the_history_of_then_ends_then_and_does_not_know_what_was_undone_later() {
        JsonNode history = officer.get(REE + "/history?" + THEN).json().get("items");
        assertThat(texts(history, "at")).isNotEmpty().allMatch(at -> at.compareTo("2025-09-30T21:00:00Z") < 0);
        assertThat(officer.get(REE + "/history?asOf=2025-11-10&to=2025-09-30")
                        .json()
                        .get("items"))
                .isEqualTo(history);

        officer.patch(REE_1, "{\"owner\": \"K. Osei\"}", "If-Match", "*");
        long change = officer.get(REE + "/history?limit=1")
                .json()
                .at("/items/0/change")
                .asLong();
        site.clock().set("2025-11-12T09:00:00Z");
        officer.post(REE + "/changes/" + change + "/undo", "{}");

        String address = REE + "/changes/" + change;
        assertThat(officer.get(address).json().get("undoneBy").isNull()).isFalse();
        assertThat(officer.get(address + "?asOf=2025-11-10")
                        .json()
                        .get("undoneBy")
                        .isNull())
                .isTrue();
        assertThat(officer.get(REE + "/history?limit=1&asOf=2025-11-11")
                        .json()
                        .at("/items/0/undoneBy")
                        .isNull())
                .isTrue();
        Answer early = officer.get(address + "?asOf=2025-11-09");
        assertThat(early.status()).isEqualTo(404);
        assertThat(early.text()).contains("was not recorded yet at 2025-11-09T20:59:59.999Z; it is of 2025-11-10");
    }

    @Test
    void slips_of_then_count_what_had_been_moved_by_then() {
        JsonNode then = officer.get(REE + "/slips?" + THEN).json().at("/items/0");
        JsonNode now = officer.get(REE + "/slips").json().at("/items/0");

        assertThat(then.at("/due/date").asString()).isEqualTo("2025-11-30");
        assertThat(then.get("slips").asInt()).isZero();
        assertThat(now.at("/due/date").asString()).isEqualTo("2025-12-01");
        assertThat(now.get("slips").asInt()).isEqualTo(1);
        assertThat(now.get("moves").size()).isEqualTo(then.get("moves").size() + 1);
    }

    @Test
    void two_moments_are_compared_as_they_were_known_and_none_of_them_is_later() {
        JsonNode then = officer.get(REE + "/compare?from=2025-08-01&" + THEN).json();
        assertThat(then)
                .isEqualTo(officer.get(REE + "/compare?from=2025-08-01&to=2025-09-30")
                        .json());

        assertThat(officer.get(REE + "/compare?from=2025-08-01&to=2025-11-05&" + THEN)
                        .places())
                .containsExactly("to");
        assertThat(officer.get(REE + "/compare?from=6&" + THEN).places()).containsExactly("from");
    }

    @Test
    void baselines_and_comments_are_those_that_stood_then() {
        manager.post(
                REE + "/baselines",
                "{\"name\": \"Before the directive\", \"moment\": \"2025-10-31\", \"approver\": \"Cabinet\", \"reason\": \"review\"}");
        officer.post(REE_1 + "/comments", "{\"text\": \"First\"}");
        site.clock().set("2025-11-12T09:00:00Z");
        officer.post(REE_1 + "/comments", "{\"text\": \"Second\"}");
        manager.post(REE + "/baselines/before-the-directive/remove", "{\"reason\": \"replaced\"}");

        String tenth = "?asOf=2025-11-10";
        assertThat(texts(officer.get(REE + "/baselines" + tenth).json().get("items"), "key"))
                .containsExactly("before-the-directive");
        assertThat(officer.get(REE + "/compare" + tenth + "&from=before-the-directive")
                        .status())
                .isEqualTo(200);
        assertThat(officer.get(REE + "/baselines").json().get("items")).isEmpty();
        assertThat(officer.get(REE + "/baselines?" + THEN).json().get("items")).isEmpty();
        assertThat(texts(officer.get(REE_1 + "/comments" + tenth).json().get("items"), "text"))
                .containsExactly("First");
        assertThat(officer.get(REE + "/milestones/REE-7/comments?" + THEN).status())
                .isEqualTo(404);
    }

    @Test
    void files_and_calendars_are_those_that_would_have_gone_out_then() {
        String csv = officer.get(REE + "/export?format=csv&" + THEN).text();
        assertThat(csv).contains("2025-11-30").doesNotContain("2025-12-01").doesNotContain("REE-7");
        assertThat(officer.get(REE + "/export?format=csv").text()).contains("2025-12-01", "REE-7");

        JsonNode record = officer.get(REE + "/export?" + THEN).json();
        assertThat(texts(record.get("changes"), "at")).hasSizeLessThan(6).allMatch(at -> at.compareTo("2025-10") < 0);

        for (String calendar : List.of(REE + ".ics?" + THEN, REE + "/export?format=ics&" + THEN)) {
            assertThat(officer.get(calendar).text())
                    .as(calendar)
                    .contains("DTSTART;VALUE=DATE:20251130")
                    .contains("Flag raised: REE-1 Due 2025-11-30\\, 1 days ago")
                    .doesNotContain("DTSTART;VALUE=DATE:20251202")
                    .doesNotContain("REE-7");
        }
        assertThat(officer.get(REE + ".ics").text()).contains("Flag raised: REE-1 Due 2025-12-01\\, 1 days ago");
        for (String file : List.of(REE + ".ics", REE + "/export")) {
            Answer early = officer.get(file + "?knownAt=1990-01-01T00:00:00Z");
            assertThat(early.status()).isEqualTo(404);
            assertThat(early.text()).contains("its first change is of 2024-06-19T12:00:00Z");
            assertThat(officer.get(file + "?asOf=2026-01-01").places()).containsExactly("asOf");
        }
    }

    @Test
    void a_forecast_and_the_rules_of_then_are_not_made_of_rules_published_later() {
        Rulebook book = site.workbench().book();
        String first = book.live().version();
        long number = book.current().number();
        RuleFiles files = book.current().files();
        for (String path : List.of("schedule/deadline-missed.drl", "schedule/deadline-missed.cases.yaml")) {
            String text = files.find(path).orElseThrow();
            files = files.with(path, text.replace(" days ago", " days too late"));
        }
        site.clock().set("2025-11-12T09:00:00Z");
        Publication publication = Publication.web("author", "author", "Other words");
        site.workbench().publishing().publish(publication, files, number);

        JsonNode then = officer.get(REE + "/forecast?knownAt=2025-11-10T10:00:00Z&until=2025-12-31")
                .json();
        assertThat(then.get("ruleset").asString()).isEqualTo(first);
        assertThat(then.get("from").asString()).isEqualTo("2025-11-10");
        assertThat(texts(then.get("events"), "message")).contains("Due 2025-12-01, 1 days ago");
        assertThat(texts(officer.get(REE + "/forecast?until=2025-12-31").json().get("events"), "message"))
                .contains("Due 2025-12-01, 1 days too late");

        JsonNode rules = officer.get("/rules?knownAt=2025-11-10T10:00:00Z").json();
        assertThat(rules.get("ruleset").asString()).isEqualTo(first);
        assertThat(rules.at("/items/0").has("insight")).isFalse();
        assertThat(officer.get("/rules/schedule/deadline-missed?asOf=2025-11-11")
                        .json()
                        .get("text")
                        .asString())
                .contains(" days ago");
        assertThat(officer.get("/rules/schedule/deadline-missed")
                        .json()
                        .get("text")
                        .asString())
                .contains(" days too late");
        assertThat(officer.get("/rulesets?asOf=2025-11-11").json().get("live").asLong())
                .isEqualTo(number);
        assertThat(officer.get("/rulesets?asOf=2025-11-12").json().get("items").size())
                .isEqualTo(officer.get("/rulesets?asOf=2025-11-11")
                                .json()
                                .get("items")
                                .size()
                        + 1);
        assertThat(officer.get("/rules/plan/no-owner?knownAt=1990-01-01T00:00:00Z")
                        .status())
                .isEqualTo(404);
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.get(field).asString()).toList();
    }
}
