package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milepost.access.Role;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists, the two times, flags with their reasons, and rules over HTTP. */
class ReadingTest {
    private static final String REE = "/roadmaps/REE";

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
    void every_list_comes_in_pages_that_lose_nothing() {
        for (String list : List.of(
                "/roadmaps",
                REE + "/milestones",
                REE + "/dependencies",
                REE + "/participants",
                REE + "/restrictions",
                REE + "/indicators",
                REE + "/events",
                REE + "/milestones/REE-1/history",
                REE + "/evaluations",
                "/flags",
                "/rules")) {
            List<String> whole = texts(officer.get(list + "?limit=500").json().get("items"));
            List<String> paged = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = officer.get(list + "?limit=2" + cursor).json();
                assertThat(page.get("items").size()).isLessThanOrEqualTo(2);
                paged.addAll(texts(page.get("items")));
                cursor = page.get("next").isNull()
                        ? ""
                        : "&cursor=" + page.get("next").asString();
            } while (!cursor.isEmpty());
            assertThat(paged).as(list).isEqualTo(whole);
        }
        assertThat(officer.get("/flags?limit=2").json().get("next").isNull()).isFalse();
    }

    @Test
    void a_list_that_has_not_changed_is_not_sent_again() {
        Answer list = officer.get(REE + "/milestones");

        assertThat(officer.get(REE + "/milestones", "If-None-Match", list.tag()).status())
                .isEqualTo(304);
        officer.patch(REE + "/milestones/REE-1", "{\"progress\": 3}", "If-Match", "*");
        assertThat(officer.get(REE + "/milestones", "If-None-Match", list.tag()).status())
                .isEqualTo(200);
    }

    @Test
    void a_flag_names_what_clears_it_and_doing_it_clears_it() {
        Flag flag = site.flags()
                .list(FlagQuery.active().ofRule("plan/no-owner").about("REE-7"))
                .get(0);
        JsonNode shown = officer.get("/flags/" + flag.id()).json();
        assertThat(shown.at("/clears/0").asString()).isEqualTo("Name the owner of REE-7");

        officer.patch(REE + "/milestones/REE-7", "{\"owner\": \"K. Osei\"}", "If-Match", "*");

        JsonNode after = officer.get("/flags/" + flag.id()).json();
        assertThat(after.get("state").asString()).isEqualTo("RESOLVED");
        assertThat(after.get("clears").isEmpty()).isTrue();
    }

    @Test
    void the_head_of_an_answer_can_be_had_alone() {
        Answer head = officer.send("HEAD", REE + "/milestones/REE-1", BodyPublishers.noBody());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.tag()).isEqualTo(officer.get(REE + "/milestones/REE-1").tag());
    }

    @Test
    void a_roadmap_says_how_it_stands() {
        JsonNode roadmap = officer.get(REE).json();

        assertThat(roadmap.get("health").asString()).isEqualTo("OFF_TRACK");
        assertThat(roadmap.at("/flagsBySeverity/CRITICAL").asInt())
                .isEqualTo(site.roadmaps()
                        .list(milepost.facts.Reach.EVERYTHING)
                        .get(0)
                        .flags()
                        .get(milepost.facts.Severity.CRITICAL));
        assertThat(roadmap.at("/nextDue/due/precision").asString()).isEqualTo("DAY");
    }

    @Test
    void what_was_known_before_an_edit_can_still_be_read() {
        JsonNode before = officer.get(REE + "/milestones/REE-1").json();
        site.clock().set("2025-12-06T09:00:00Z");
        officer.patch(REE + "/milestones/REE-1", "{\"title\": \"Another title\"}", "If-Match", "*");

        JsonNode then = officer.get(REE + "/milestones/REE-1?knownAt=2025-12-05T10:00:00Z")
                .json();

        assertThat(then.get("title")).isEqualTo(before.get("title"));
        assertThat(then.get("version")).isEqualTo(before.get("version"));
        assertThat(officer.get(REE + "/milestones/REE-1").json().get("title").asString())
                .isEqualTo("Another title");
        assertThat(officer.get(REE + "?knownAt=1990-01-01T00:00:00Z").status()).isEqualTo(404);
    }

    @Test
    void the_day_looked_at_decides_what_the_rules_find() {
        String missed = "schedule/deadline-missed";

        assertThat(findings("?asOf=2025-12-01")).doesNotContain(missed);
        assertThat(findings("?asOf=2025-12-02")).contains(missed);
        assertThat(officer.get(REE + "?asOf=2025-11-05")
                        .json()
                        .at("/flagsBySeverity/CRITICAL")
                        .asInt())
                .isLessThan(officer.get(REE + "?asOf=2027-01-05")
                        .json()
                        .at("/flagsBySeverity/CRITICAL")
                        .asInt());
    }

    @Test
    void what_had_not_happened_by_the_day_looked_at_is_left_out() {
        String indicators = REE + "/indicators";
        officer.post(indicators, "{\"key\": \"X\", \"title\": \"X\", \"unit\": \"t\"}");
        Answer added = officer.post(
                indicators + "/X/observations", "{\"key\": \"X-1\", \"date\": \"2025-12-03\", \"value\": 7.25}");
        officer.post(REE + "/events", "{\"key\": \"E-1\", \"title\": \"Talks\", \"date\": \"2025-12-03\"}");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().get("indicator").asString()).isEqualTo("X");
        assertThat(officer.get(added.header("Location").substring("/api/v1".length()))
                        .json()
                        .get("value")
                        .decimalValue())
                .isEqualByComparingTo("7.25");
        assertThat(keys(indicators + "/X/observations")).containsExactly("X-1");
        assertThat(keys(indicators + "/X/observations?asOf=2025-12-02")).isEmpty();
        assertThat(keys(REE + "/events?asOf=2025-12-03")).contains("E-1");
        assertThat(keys(REE + "/events?asOf=2025-12-02")).doesNotContain("E-1");
    }

    @Test
    void every_kind_of_fact_is_added_changed_and_removed() {
        officer.post(REE + "/milestones", "{\"key\": \"M-1\", \"title\": \"One\"}");
        officer.post(REE + "/milestones", "{\"key\": \"M-2\", \"title\": \"Two\"}");
        life("/dependencies", "{\"predecessor\": \"M-1\", \"successor\": \"M-2\"}", "{\"lagDays\": 3}");
        life(
                "/participants",
                "{\"key\": \"P\", \"milestone\": \"M-1\", \"name\": \"Works\", \"jurisdiction\": \"RU\"}",
                "{\"role\": \"supplier\"}");
        life(
                "/restrictions",
                "{\"key\": \"R\", \"title\": \"A list\", \"kind\": \"SANCTION\", \"imposedBy\": [\"EU\"], \"targets\": [\"RU\"]}",
                "{\"to\": \"2030-01-31\"}");
        life("/indicators", "{\"key\": \"I\", \"title\": \"Ore\", \"unit\": \"t\"}", "{\"target\": 12.5}");
        life("/events", "{\"key\": \"E\", \"title\": \"Talks\", \"date\": \"2025-Q4\"}", "{\"description\": \"long\"}");
    }

    @Test
    void a_roadmap_is_added_and_changed() {
        Answer added = officer.post(
                "/roadmaps",
                "{\"key\": \"LI\", \"title\": \"Lithium\", \"home\": \"RU\", \"zone\": \"Europe/Moscow\"}");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo("/api/v1/roadmaps/LI");
        Answer changed = officer.patch("/roadmaps/LI", "{\"stages\": [\"ore\", \"metal\"]}", "If-Match", added.tag());
        assertThat(changed.json().get("stages").toString()).isEqualTo("[\"ore\",\"metal\"]");
        assertThat(officer.patch("/roadmaps/LI", "{\"zone\": \"Moon/Crater\"}", "If-Match", changed.tag())
                        .places())
                .containsExactly("/zone");
        assertThat(officer.patch(
                                "/roadmaps/LI",
                                "{}",
                                "If-Match",
                                officer.get("/roadmaps/LI").tag())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void progress_updates_are_added_and_read_and_never_changed() {
        String updates = REE + "/updates";
        String body = "{\"key\": \"R-1\", \"milestone\": \"REE-1\", \"date\": \"2025-12-04\", \"progress\": 40,"
                + " \"text\": \"Half of the draft is agreed\"}";

        Answer added = officer.post(updates, body);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo("/api/v1" + updates + "/R-1");
        assertThat(officer.get(updates + "/R-1").json().get("progress").asInt()).isEqualTo(40);
        assertThat(keys(updates + "?asOf=2025-12-04")).contains("R-1");
        assertThat(keys(updates + "?asOf=2025-12-03")).doesNotContain("R-1");
        assertThat(keys(updates + "?knownAt=2025-12-05T08:59:59Z")).doesNotContain("R-1");
        assertThat(officer.get(updates + "/R-1/history").json().get("items")).hasSize(1);
        assertThat(officer.post(updates, "{\"key\": \"R-2\", \"milestone\": \"NONE\", \"progress\": 101}")
                        .places())
                .contains("/date", "/text");
        assertThat(officer.patch(updates + "/R-1", "{\"progress\": 50}", "If-Match", "*")
                        .status())
                .isIn(404, 405);
    }

    @Test
    void flags_are_filtered_and_explained_with_who_set_each_value() {
        Answer edit =
                officer.patch(REE + "/milestones/REE-1?reason=blockade", "{\"status\": \"BLOCKED\"}", "If-Match", "*");
        long id = edit.json().at("/flags/raised/0/id").asLong();

        JsonNode flag = officer.get("/flags/" + id).json();

        assertThat(flag.get("rule").asString()).isEqualTo("plan/blocked");
        assertThat(flag.at("/explanation/why").asString()).isNotBlank();
        JsonNode status = flag.get("evidence")
                .valueStream()
                .filter(e -> e.get("field").asString().equals("status"))
                .findFirst()
                .orElseThrow();
        assertThat(status.get("value").asString()).isEqualTo("BLOCKED");
        assertThat(status.at("/setBy/by").asString()).isEqualTo("officer");
        assertThat(status.at("/setBy/reason").asString()).isEqualTo("blockade");
        assertThat(flag.at("/history/0/cause/kind").asString()).isEqualTo("EDIT");
        assertThat(ids("/flags?rule=plan/blocked&state=ACTIVE&roadmap=REE&q=ree-1"))
                .containsExactly(id);
        assertThat(ids("/flags?newSince=2025-12-05T09:00:00Z&limit=500")).contains(id);
        assertThat(ids("/flags?newSince=2025-12-05T09:00:01Z")).isEmpty();
        assertThat(ids("/flags?severity=LOW&severity=MEDIUM&state=ACTIVE&limit=500"))
                .containsExactlyInAnyOrderElementsOf(site
                        .flags()
                        .list(FlagQuery.active().of(milepost.facts.Severity.LOW, milepost.facts.Severity.MEDIUM))
                        .stream()
                        .map(Flag::id)
                        .toList());
    }

    @Test
    void a_manager_decides_about_a_flag() {
        Client manager = Client.of(site, Role.MANAGER);
        long id = ids("/flags?state=ACTIVE&limit=1").get(0);

        assertThat(manager.post("/flags/" + id + "/triage", "{\"action\": \"accept\"}")
                        .places())
                .containsExactly("/reason", "/until");
        Answer accepted = manager.post(
                "/flags/" + id + "/triage",
                "{\"action\": \"accept\", \"reason\": \"agreed\", \"until\": \"2026-01-31\"}");

        assertThat(accepted.json().get("triage").asString()).isEqualTo("ACCEPTED");
        assertThat(ids("/flags?triage=ACCEPTED")).containsExactly(id);
        int version = accepted.json().get("version").asInt();
        Answer slower =
                manager.post("/flags/" + id + "/triage", "{\"action\": \"reset\", \"version\": " + (version - 1) + "}");
        assertThat(slower.status()).isEqualTo(409);
        assertThat(slower.json().get("detail").asString()).contains("manager decided");
        assertThat(slower.json().get("flag").get("triage").asString()).isEqualTo("ACCEPTED");
        assertThat(manager.post("/flags/" + id + "/triage", "{\"action\": \"undo\"}")
                        .json()
                        .get("triage")
                        .asString())
                .isEqualTo("UNTRIAGED");
        String seen = manager.get("/flags/" + id).tag();
        manager.post(
                "/flags/" + id + "/triage", "{\"action\": \"assign\", \"assignee\": \"officer\"}", "If-Match", seen);
        Answer late = manager.post("/flags/" + id + "/triage", "{\"action\": \"reset\"}", "If-Match", seen);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.places()).containsExactly("If-Match");
    }

    @Test
    void a_program_assigns_comments_and_rates_flags_one_by_one_and_several_at_once() {
        Client manager = Client.of(site, Role.MANAGER);
        List<Long> two = ids("/flags?state=ACTIVE&rule=plan/no-owner&limit=2");
        String flags = "\"flags\": [{\"id\": " + two.get(0) + ", \"version\": 1}, {\"id\": " + two.get(1)
                + ", \"version\": 7}, {\"id\": 99999}]";

        assertThat(manager.post("/flags/triage", "{\"action\": \"accept\", " + flags + "}")
                        .places())
                .containsExactly("/reason", "/until");
        assertThat(manager.post("/flags/triage", "{\"action\": \"sleep\", \"flags\": []}")
                        .places())
                .containsExactly("/flags");
        JsonNode done = manager.post(
                        "/flags/triage", "{\"action\": \"assign\", \"assignee\": \"officer\", " + flags + "}")
                .json();

        assertThat(done.get("done").asInt()).isEqualTo(1);
        assertThat(done.get("results").valueStream().map(r -> r.get("refusal").asString("fine")))
                .containsExactly("fine", "CONFLICT", "NOT_FOUND");
        assertThat(ids("/flags?assignee=officer")).containsExactly(two.get(0));
        String one = "/flags/" + two.get(0) + "/triage";
        assertThat(manager.post(one, "{\"action\": \"assign\", \"assignee\": \"nobody.known\"}")
                        .places())
                .containsExactly("/assignee");
        assertThat(manager.post(one, "{\"action\": \"comment\", \"comment\": \"" + "x".repeat(10_001) + "\"}")
                        .status())
                .isEqualTo(422);
        JsonNode said = manager.post(one, "{\"action\": \"comment\", \"comment\": \"" + "<".repeat(10_000) + "\"}")
                .json();
        assertThat(said.get("history").get(2).get("detail").asString()).hasSize(10_000);
        JsonNode rated = manager.post(one, "{\"action\": \"severity\", \"severity\": \"LOW\", \"reason\": \"known\"}")
                .json();
        assertThat(rated.get("severity").asString()).isEqualTo("LOW");
        assertThat(rated.get("reportedSeverity").asString()).isEqualTo("MEDIUM");
    }

    @Test
    void rules_are_shown_and_rule_files_checked_at_their_places() {
        assertThat(officer.get("/rules/schedule/deadline-missed")
                        .json()
                        .get("text")
                        .asString())
                .contains("Deadline missed");
        Client author = Client.of(site, Role.AUTHOR);

        JsonNode wrong = author.post(
                        "/rulesets/check",
                        "{\"files\": [{\"path\": \"plan/x.drl\", \"content\": \"package milepost.rules;\\nfoo\"}]}")
                .json();

        assertThat(wrong.at("/problems/0/path").asString()).isEqualTo("plan/x.drl");
        assertThat(wrong.at("/problems/0/line").asInt()).isPositive();
        assertThat(wrong.at("/problems/0").propertyNames())
                .containsExactly("path", "line", "column", "endColumn", "severity", "code", "message", "fix");
    }

    @Test
    void a_check_draws_advice_from_the_cases_sent_and_from_what_is_recorded() throws IOException {
        String rule = Files.readString(Path.of("rules/schedule/third-slip.drl"));
        String cases = Files.readString(Path.of("rules/schedule/third-slip.cases.yaml"));
        ObjectNode body = new JsonMapper().createObjectNode();
        ArrayNode files = body.putArray("files");
        files.addObject()
                .put("path", "schedule/third-slip.drl")
                .put("content", rule.replace("slips >= 3", "slips > 300"));
        files.addObject().put("path", "schedule/third-slip.cases.yaml").put("content", cases.replace("name:", "nam:"));

        JsonNode problems = Client.of(site, Role.AUTHOR)
                .post("/rulesets/check", body.toString())
                .json()
                .get("problems");

        assertThat(problems.valueStream()
                        .map(p -> p.get("path").asString() + " " + p.get("code").asString()))
                .contains("schedule/third-slip.drl threshold-out-of-reach")
                .anyMatch(line -> line.startsWith("schedule/third-slip.cases.yaml "));
    }

    private void life(String list, String body, String change) {
        Answer added = officer.post(REE + list, body);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        String one = added.header("Location").substring("/api/v1".length());
        Answer changed = officer.patch(one, change, "If-Match", officer.get(one).tag());
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(officer.get(one + "/history").json().get("items").size()).isEqualTo(2);
        assertThat(officer.delete(one, "If-Match", added.tag()).status()).isEqualTo(412);
        assertThat(officer.delete(one, "If-Match", changed.tag()).status()).isEqualTo(200);
        assertThat(officer.get(one).status()).isEqualTo(404);
    }

    private List<String> findings(String query) {
        return officer.get(REE + "/milestones/REE-1" + query)
                .json()
                .get("findings")
                .valueStream()
                .map(f -> f.get("rule").asString())
                .toList();
    }

    private List<String> keys(String path) {
        return officer.get(path)
                .json()
                .get("items")
                .valueStream()
                .map(i -> i.get("key").asString())
                .toList();
    }

    private List<Long> ids(String path) {
        return officer.get(path)
                .json()
                .get("items")
                .valueStream()
                .map(i -> i.get("id").asLong())
                .toList();
    }

    private static List<String> texts(JsonNode items) {
        return items.valueStream().map(JsonNode::toString).toList();
    }
}
