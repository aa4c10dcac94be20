package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import milepost.access.Role;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Looking back over HTTP: history, undo, comparison, baselines, slips and comments. */
class LookingBackTest {
    private static final String REE = "/roadmaps/REE";
    private static final String REE_1 = REE + "/milestones/REE-1";

    private Site site;
    private Client officer;
    private Client manager;

    @BeforeEach
    void open() {
        site = Site.open("2025-11-24T09:00:00Z");
        site.roadmaps().sweep();
        officer = Client.of(site, Role.OFFICER);
        manager = Client.of(site, Role.MANAGER);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void the_history_is_paged_from_the_newest_change_to_the_oldest() {
        List<Long> numbers = new ArrayList<>();
        String next = "";
        do {
            Answer page = officer.get(REE + "/history?limit=2" + next);
            page.json()
                    .get("items")
                    .forEach(item -> numbers.add(item.get("change").asLong()));
            JsonNode cursor = page.json().get("next");
            next = cursor.isNull() ? "" : "&cursor=" + cursor.asString();
        } while (!next.isEmpty());

        assertThat(numbers)
                .hasSize(6)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .doesNotHaveDuplicates();
        Answer first = officer.get(REE + "/history?milestone=REE-1&kind=MILESTONE&from=2025-11-04&to=2025-11-04");
        assertThat(first.json().get("items")).hasSize(1);
        JsonNode fact = first.json().at("/items/0/facts/0");
        assertThat(fact.get("key").asString()).isEqualTo("REE-1");
        assertThat(fact.get("fields").toString())
                .contains("{\"field\":\"due\",\"old\":\"2025-11-30\",\"new\":\"2025-12-01\"}");
    }

    @Test
    void what_cannot_be_understood_is_refused_by_its_name() {
        assertThat(officer.get(REE + "/history?kind=PLANET").places()).containsExactly("kind");
        assertThat(officer.get(REE + "/history?from=soon").places()).containsExactly("from");
        assertThat(officer.get(REE + "/history?cursor=x").places()).containsExactly("cursor");
        assertThat(officer.get(REE + "/compare").places()).containsExactly("from");
        assertThat(officer.get(REE + "/compare?from=nothing").places()).containsExactly("from");
        assertThat(officer.get(REE + "/compare?from=1&to=2099-99-99").places()).containsExactly("to");
        assertThat(officer.get("/roadmaps/NONE/history").status()).isEqualTo(404);
        assertThat(officer.get(REE + "/changes/99").status()).isEqualTo(404);
        assertThat(officer.get(REE + "/changes/x").status()).isEqualTo(404);
        assertThat(officer.post(REE + "/changes/99/undo", "{}").status()).isEqualTo(404);
        assertThat(officer.post(REE + "/changes/5/undo", "{\"why\": \"x\"}").status())
                .isEqualTo(422);
    }

    @Test
    void an_edit_is_undone_by_a_new_change_with_what_it_does_to_flags() {
        Answer edit = officer.patch(
                REE_1 + "?reason=named",
                "{\"owner\": \"K. Osei\"}",
                "If-Match",
                officer.get(REE_1).tag());
        assertThat(edit.status()).isEqualTo(200);
        long change = newest().get("change").asLong();

        Answer undone = officer.post(REE + "/changes/" + change + "/undo", "{\"reason\": \"a mix-up\"}");

        assertThat(undone.status()).isEqualTo(201);
        assertThat(undone.json().get("undoes").asLong()).isEqualTo(change);
        assertThat(undone.json().at("/flags/reopened/0/rule").asString()).isEqualTo("plan/no-owner");
        assertThat(officer.get(REE_1).json().get("owner").isNull()).isTrue();
        assertThat(newest().get("reason").asString()).isEqualTo("a mix-up");
        assertThat(officer.get(REE + "/changes/" + change)
                        .json()
                        .get("undoneBy")
                        .asLong())
                .isEqualTo(undone.json().get("change").asLong());
    }

    @Test
    void the_undo_of_what_was_changed_since_is_a_conflict_that_names_the_difference() {
        Answer refused = officer.post(REE + "/changes/4/undo", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.places()).contains("/milestone/REE-1", "/milestone/REE-1/due");
        assertThat(refused.text()).contains("The change left 2025-11-30, now it is 2025-12-01.");
        assertThat(officer.get(REE_1).json().at("/due/date").asString()).isEqualTo("2025-12-01");
    }

    @Test
    void a_baseline_is_set_compared_with_and_removed_by_managers_only() {
        String body = """
                {"name": "Before the directive", "moment": "2025-10-31", "approver": "Cabinet", "reason": "review"}""";
        assertThat(officer.post(REE + "/baselines", body).status()).isEqualTo(403);
        Answer set = manager.post(REE + "/baselines", body);
        assertThat(set.status()).isEqualTo(201);
        String key = set.json().get("key").asString();
        assertThat(manager.post(REE + "/baselines", body).status()).isEqualTo(409);
        assertThat(manager.post(REE + "/baselines", "{\"name\": \"No reason\"}").places())
                .containsExactlyInAnyOrder("/approver", "/reason");
        assertThat(officer.get(REE + "/baselines").json().get("items")).hasSize(1);

        JsonNode since = officer.get(REE + "/compare?from=" + key).json();
        assertThat(since.at("/from/baseline").asString()).isEqualTo(key);
        assertThat(since.get("differences").toString())
                .contains("{\"field\":\"due\",\"old\":\"2025-11-30\",\"new\":\"2025-12-01\"}");

        long change = newest().get("change").asLong();
        assertThat(officer.post(REE + "/changes/" + change + "/undo", "{}").status())
                .isEqualTo(403);
        assertThat(manager.post(REE + "/baselines/" + key + "/remove", "{\"reason\": \"replaced\"}")
                        .status())
                .isEqualTo(200);
        assertThat(officer.get(REE + "/compare?from=" + key).status()).isEqualTo(400);
    }

    @Test
    void nothing_was_there_before_the_first_change() {
        JsonNode all =
                officer.get(REE + "/compare?from=1999-01-01&to=2024-12-31").json();

        assertThat(all.at("/from/change").isNull()).isTrue();
        assertThat(all.get("differences"))
                .isNotEmpty()
                .allMatch(d -> d.get("how").asString().equals("ADDED"));
    }

    @Test
    void a_long_move_needs_its_reason_and_another_first_promise_an_approver() {
        String tag = officer.get(REE_1).tag();
        Answer refused = officer.patch(REE_1, "{\"due\": \"2026-03-01\"}", "If-Match", tag);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.places()).containsExactly("reason");
        assertThat(officer.patch(REE_1 + "?reason=agreed", "{\"due\": \"2026-03-01\"}", "If-Match", tag)
                        .status())
                .isEqualTo(200);

        String promise = "{\"baseline\": \"2026-03-01\", \"approver\": \"Cabinet\", \"reason\": \"a new plan\"}";
        assertThat(officer.post(REE_1 + "/baseline", promise).status()).isEqualTo(403);
        assertThat(manager.post(REE_1 + "/baseline", "{\"baseline\": \"2026-03-01\"}")
                        .places())
                .containsExactlyInAnyOrder("/approver", "/reason");
        assertThat(manager.post(REE_1 + "/baseline", promise).status()).isEqualTo(200);

        JsonNode slip = officer.get(REE + "/slips").json().at("/items/0");
        assertThat(slip.get("slips").asInt()).isEqualTo(2);
        assertThat(slip.get("days").asInt()).isEqualTo(91);
        assertThat(slip.at("/moves/2/reason").asString()).isEqualTo("agreed");
        assertThat(slip.at("/moves/3/approver").asString()).isEqualTo("Cabinet");
        assertThat(slip.at("/moves/3/baselineFrom/date").asString()).isEqualTo("2025-11-30");
    }

    @Test
    void comments_are_added_and_listed() {
        Answer added = officer.post(REE_1 + "/comments", "{\"text\": \"<b>Piers</b> are up\"}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(officer.post(REE_1 + "/comments", "{}").places()).containsExactly("/text");
        assertThat(officer.post(REE_1 + "/comments", "{\"text\": \"" + "x".repeat(10_001) + "\"}")
                        .places())
                .containsExactly("/text");
        assertThat(officer.post(REE + "/milestones/NONE/comments", "{\"text\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(Client.of(site, Role.VIEWER)
                        .post(REE_1 + "/comments", "{\"text\": \"x\"}")
                        .status())
                .isEqualTo(403);

        JsonNode list = officer.get(REE_1 + "/comments").json().get("items");
        assertThat(list).hasSize(1);
        assertThat(list.get(0).get("text").asString()).isEqualTo("<b>Piers</b> are up");
    }

    private JsonNode newest() {
        return officer.get(REE + "/history?limit=1").json().at("/items/0");
    }
}
