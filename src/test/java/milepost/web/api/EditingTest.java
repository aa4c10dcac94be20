package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import milepost.access.Role;
import milepost.flags.store.FlagQuery;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reading and editing over HTTP: versions, preconditions, dry runs, and what an edit does to flags. */
class EditingTest {
    private static final String MILESTONES = "/roadmaps/REE/milestones";
    private static final String REE_1 = MILESTONES + "/REE-1";

    private Site site;
    private Client officer;

    @BeforeEach
    void open() {
        site = Site.open("2025-12-05T09:00:00Z");
        site.roadmaps().sweep();
        officer = Client.of(site, Role.OFFICER);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_milestone_has_every_field_and_its_version_as_tag() {
        Answer answer = officer.get(REE_1);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "key",
                        "title",
                        "description",
                        "stream",
                        "stage",
                        "status",
                        "progress",
                        "start",
                        "due",
                        "baseline",
                        "forecast",
                        "completedOn",
                        "owner",
                        "requires",
                        "evidence",
                        "source",
                        "attributes",
                        "slips",
                        "version",
                        "updatedAt",
                        "updatedBy");
        assertThat(answer.json().get("due").toString()).isEqualTo("{\"date\":\"2025-12-01\",\"precision\":\"DAY\"}");
        assertThat(answer.tag()).isEqualTo("\"" + answer.json().get("version").asLong() + "\"");
        assertThat(officer.get(REE_1, "If-None-Match", answer.tag()).status()).isEqualTo(304);
    }

    @Test
    void an_edit_answers_the_milestone_and_what_it_did_to_flags() {
        Answer before = officer.get(REE_1);
        assertThat(active("REE-1")).contains("schedule/deadline-missed");

        Answer edit = officer.patch(
                REE_1 + "?reason=approved",
                "{\"status\": \"DONE\", \"progress\": 100, \"completedOn\": \"2025-12-01\"}",
                "If-Match",
                before.tag());

        assertThat(edit.status()).isEqualTo(200);
        assertThat(edit.json().get("status").asString()).isEqualTo("DONE");
        assertThat(edit.json().get("version").asLong())
                .isEqualTo(before.json().get("version").asLong() + 1);
        assertThat(edit.json().get("updatedBy").asString()).isEqualTo("officer");
        assertThat(rules(edit.json().at("/flags/resolved"))).contains("schedule/deadline-missed");
        assertThat(edit.json().get("flags").propertyNames()).contains("raised", "reopened", "reworded", "resolved");
        assertThat(officer.get(REE_1).tag()).isEqualTo(edit.tag());
        JsonNode change = officer.get(REE_1 + "/history").json().at("/items/0");
        assertThat(change.get("by").asString()).isEqualTo("officer");
        assertThat(change.get("reason").asString()).isEqualTo("approved");
        assertThat(change.get("fields").valueStream().map(f -> f.get("field").asString()))
                .containsExactlyInAnyOrder("completedOn", "progress", "status");
        assertThat(change.get("flags").valueStream().map(f -> f.get("event").asString()))
                .contains("RESOLVED");
    }

    @Test
    void a_dry_run_says_the_same_and_stores_nothing() {
        Answer before = officer.get(REE_1);
        String edit = "{\"status\": \"BLOCKED\"}";

        Answer dry = officer.patch(REE_1, edit, "If-Match", before.tag(), "Prefer", "dry-run");
        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.header("Preference-Applied")).isEqualTo("dry-run");
        assertThat(officer.get(REE_1).text()).isEqualTo(before.text());
        Answer real = officer.patch(REE_1, edit, "If-Match", before.tag());

        assertThat(real.header("Preference-Applied")).isEmpty();
        assertThat(rules(dry.json().at("/flags/raised")))
                .isEqualTo(rules(real.json().at("/flags/raised")))
                .isNotEmpty();
        assertThat(dry.json().get("status")).isEqualTo(real.json().get("status"));
        assertThat(dry.json().get("updatedBy")).isEqualTo(real.json().get("updatedBy"));
        assertThat(dry.json().at("/flags/raised/0/id").isNull()).isTrue();
    }

    @Test
    void an_edit_without_a_condition_or_with_an_old_one_is_refused() {
        String tag = officer.get(REE_1).tag();

        assertThat(officer.patch(REE_1, "{\"progress\": 5}").status()).isEqualTo(428);
        assertThat(officer.patch(REE_1, "{\"progress\": 5}").places()).containsExactly("If-Match");
        assertThat(officer.patch(REE_1, "{\"progress\": 5}", "If-Match", tag).status())
                .isEqualTo(200);
        assertThat(officer.patch(REE_1, "{\"progress\": 6}", "If-Match", tag).status())
                .isEqualTo(412);
        assertThat(officer.patch(REE_1, "{\"progress\": 6}", "If-Match", "W/" + tag)
                        .status())
                .isEqualTo(412);
        Answer unquoted = officer.patch(REE_1, "{\"progress\": 6}", "If-Match", "3");
        assertThat(unquoted.status()).isEqualTo(400);
        assertThat(unquoted.places()).containsExactly("If-Match");
        assertThat(unquoted.json().get("detail").asString())
                .contains("double quotes", "If-Match: " + officer.get(REE_1).tag());
        assertThat(officer.delete(REE_1).status()).isEqualTo(428);
        assertThat(officer.delete(REE_1, "If-Match", tag).status()).isEqualTo(412);
        assertThat(officer.get(REE_1).json().get("progress").asInt()).isEqualTo(5);
        assertThat(officer.patch(REE_1, "{\"progress\": 7}", "If-Match", "*").status())
                .isEqualTo(200);
    }

    @Test
    void null_clears_and_what_is_not_named_stays() {
        Answer set = officer.patch(
                REE_1,
                "{\"description\": \"all of it\", \"source\": {\"title\": \"Decree\", \"quote\": \"by 1 December\"}}",
                "If-Match",
                "*");
        assertThat(set.json().at("/source/quote").asString()).isEqualTo("by 1 December");

        Answer cleared =
                officer.patch(REE_1, "{\"description\": null, \"source\": {\"quote\": null}}", "If-Match", set.tag());

        assertThat(cleared.json().get("description").isNull()).isTrue();
        assertThat(cleared.json().at("/source/title").asString()).isEqualTo("Decree");
        assertThat(cleared.json().at("/source/quote").isNull()).isTrue();
        assertThat(cleared.json().get("title")).isEqualTo(set.json().get("title"));
    }

    @Test
    void what_was_read_can_be_sent_back_whole() {
        Answer before = officer.get(REE_1);

        Answer same = officer.patch(REE_1, before.text(), "If-Match", before.tag());

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.tag()).isEqualTo(before.tag());
    }

    @Test
    void what_follows_from_the_record_cannot_be_set() {
        Answer refused =
                officer.patch(REE_1, "{\"baseline\": \"2030\", \"version\": 9, \"key\": \"REE-99\"}", "If-Match", "*");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.places()).containsExactlyInAnyOrder("/baseline", "/version", "/key");
    }

    @Test
    void dates_are_taken_as_text_and_as_objects() {
        for (String date : List.of("\"2027-Q3\"", "{\"date\": \"2027-08-15\", \"precision\": \"QUARTER\"}")) {
            Answer edit = officer.patch(REE_1 + "?reason=agreed", "{\"due\": " + date + "}", "If-Match", "*");
            assertThat(edit.json().get("due").toString())
                    .isEqualTo("{\"date\":\"2027-09-30\",\"precision\":\"QUARTER\"}");
        }
    }

    @Test
    void a_new_milestone_is_created_at_its_address_once() {
        String body = "{\"key\": \"NEW-1\", \"title\": \"A new one\", \"due\": \"2026\"}";

        Answer dry = officer.post(MILESTONES, body, "Prefer", "dry-run");
        assertThat(dry.status()).isEqualTo(201);
        assertThat(officer.get(MILESTONES + "/NEW-1").status()).isEqualTo(404);
        Answer created = officer.post(MILESTONES, body);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1" + MILESTONES + "/NEW-1");
        assertThat(created.json().at("/baseline/date").asString()).isEqualTo("2026-12-31");
        assertThat(rules(created.json().at("/flags/raised")))
                .isEqualTo(rules(dry.json().at("/flags/raised")));
        assertThat(officer.post(MILESTONES, body).status()).isEqualTo(409);
    }

    @Test
    void a_key_that_is_used_again_goes_on_counting_versions() {
        String body = "{\"key\": \"NEW-1\", \"title\": \"A new one\"}";
        String first = officer.post(MILESTONES, body).tag();

        Answer removed = officer.delete(MILESTONES + "/NEW-1", "If-Match", first);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(rules(removed.json().at("/flags/resolved"))).contains("plan/no-owner");
        assertThat(officer.get(MILESTONES + "/NEW-1").status()).isEqualTo(404);
        assertThat(officer.delete(MILESTONES + "/NEW-1", "If-Match", first).status())
                .isEqualTo(404);
        Answer again = officer.post(MILESTONES, body);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.tag()).isEqualTo("\"2\"").isNotEqualTo(first);
    }

    private List<String> active(String subject) {
        return site.flags().list(FlagQuery.active().about(subject)).stream()
                .map(f -> f.rule())
                .toList();
    }

    private static List<String> rules(JsonNode flags) {
        return flags.valueStream().map(f -> f.get("rule").asString()).toList();
    }
}
