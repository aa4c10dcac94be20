package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import milepost.access.Role;
import milepost.flags.store.FlagQuery;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trying and publishing rules over HTTP. */
class RulesetsTest {
    private static final String OWNER = "plan/no-owner.drl";

    private Site site;
    private Client author;
    private SortedMap<String, String> files;

    @BeforeEach
    void open() {
        site = Site.open("2026-11-23T09:00:00Z");
        site.roadmaps().sweep();
        author = Client.of(site, Role.AUTHOR);
        files = new TreeMap<>(site.workbench().book().current().files().texts());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void what_rules_would_change_is_told_and_nothing_is_stored() {
        long before = site.flags().list(FlagQuery.active()).size();
        long gone = site.flags()
                .list(FlagQuery.active().ofRule("schedule/deadline-missed"))
                .size();
        files.remove("schedule/deadline-missed.drl");
        files.remove("schedule/deadline-missed.cases.yaml");

        Answer answer = author.post("/rulesets/dry-run", body(""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(gone).isPositive();
        assertThat(answer.json().path("cleared").asLong()).isGreaterThanOrEqualTo(gone);
        assertThat(answer.json().path("roadmaps").get(0).path("lines").get(0).propertyNames())
                .contains("event", "rule", "subject", "severity", "message");
        assertThat(site.flags().list(FlagQuery.active())).hasSize((int) before);
        assertThat(author.post("/rulesets/dry-run?roadmap=NONE", body("")).status())
                .isEqualTo(404);
    }

    @Test
    void files_alone_are_published_and_a_version_is_brought_back_without_a_body() {
        files.computeIfPresent(
                OWNER, (path, text) -> text.replace("@severity( ", "@category( \"owners\" )\n    @severity( "));

        Answer published = author.post("/rulesets", body(""));
        Answer back = author.send("POST", "/rulesets/1/restore", BodyPublishers.noBody());

        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(published.json().path("comment").asString()).isEqualTo("Published over HTTP");
        assertThat(back.status()).as(back.text()).isEqualTo(201);
        assertThat(back.json().path("comment").asString()).isEqualTo("Version 1 is in use again");
    }

    @Test
    void cases_run_and_their_coverage_is_counted() {
        Answer answer = author.post("/rulesets/test", body(""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("failed").asLong()).isZero();
        assertThat(answer.json().path("passed").asLong()).isGreaterThan(50);
        assertThat(answer.json().path("coverage").get(0).propertyNames()).contains("rule", "cases", "fired");
    }

    @Test
    void rules_are_published_and_an_earlier_version_brought_back() {
        files.computeIfPresent(
                OWNER, (path, text) -> text.replace("@severity( ", "@category( \"owners\" )\n    @severity( "));

        Answer published = author.post("/rulesets", body(", \"comment\": \"A category\", \"base\": 1"));

        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(published.json().path("number").asLong()).isEqualTo(2);
        assertThat(site.workbench()
                        .book()
                        .live()
                        .findRule("plan/no-owner")
                        .orElseThrow()
                        .category())
                .isEqualTo("owners");
        Answer list = author.get("/rulesets?limit=1");
        assertThat(list.json().path("live").asLong()).isEqualTo(2);
        assertThat(list.json().path("items").get(0).path("comment").asString()).isEqualTo("A category");
        assertThat(author.get("/rulesets?limit=1&cursor="
                                + list.json().path("next").asString())
                        .json()
                        .path("items")
                        .get(0)
                        .path("number")
                        .asLong())
                .isEqualTo(1);
        Answer back = author.post("/rulesets/1/restore", "{\"comment\": \"Not needed\"}");
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.json().path("restored").asLong()).isEqualTo(1);
    }

    @Test
    void the_check_says_of_names_of_files_what_publication_says() {
        String rule = files.get(OWNER).replace("plan/no-owner", "plan/another");
        files.put("plan/other.drl", rule);
        files.put(
                "deep/er/another.cases.yaml",
                files.get("plan/no-owner.cases.yaml").replace("plan/no-owner", "plan/another"));

        Answer checked = author.post("/rulesets/check", body(""));
        Answer published = author.post("/rulesets", body(", \"comment\": \"elsewhere\""));

        assertThat(published.status()).isEqualTo(422);
        List<String> refused = new ArrayList<>();
        published
                .json()
                .path("errors")
                .forEach(e -> refused.add(e.path("detail").asString()));
        List<String> told = new ArrayList<>();
        checked.json().path("problems").forEach(p -> {
            if (p.path("severity").asString().equals("ERROR")) {
                told.add(p.path("message").asString());
            }
        });
        assertThat(told)
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(refused)
                .anyMatch(m -> m.contains("Cases of plan/another belong into plan/another.cases.yaml"));
    }

    @Test
    void what_cannot_be_published_is_refused_with_its_place() {
        assertThat(author.post("/rulesets", body(", \"comment\": \"same\"")).status())
                .isEqualTo(422);
        assertThat(author.post("/rulesets", body(", \"comment\": \"late\", \"base\": 7"))
                        .status())
                .isIn(409, 422);
        files.put(OWNER, files.get(OWNER).replace("owner", "owned"));
        Answer broken = author.post("/rulesets", body(", \"comment\": \"broken\""));
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.places().get(0)).startsWith("/" + OWNER + ":");
        assertThat(author.post("/rulesets/9/restore", "{\"comment\": \"x\"}").status())
                .isEqualTo(404);
        assertThat(Client.of(site, Role.MANAGER).post("/rulesets", "{}").status())
                .isEqualTo(403);
        assertThat(site.workbench().book().current().number()).isEqualTo(1);
    }

    @Test
    void flags_in_shadow_are_told_to_authors_and_what_a_publication_raised_is_looked_at_by_managers() {
        String rule = """
                package milepost.rules;
                import milepost.facts.*;
                global Findings findings;
                rule "plan/open" @severity( LOW ) @shadow( true )
                when
                    $m : Milestone( open )
                then
                    findings.report( $m, "Open: " + $m.title() );
                end
                """;
        files.put("plan/open.drl", rule);
        files.put("plan/open.cases.yaml", """
                rule: plan/open
                cases:
                  - name: open
                    as-of: 2026-11-23
                    given: { milestones: [ { key: A-1 } ] }
                    expect: [ { subject: A-1, severity: LOW } ]
                  - name: done
                    as-of: 2026-11-23
                    given: { milestones: [ { key: A-1, status: DONE, completedOn: 2026-01-01 } ] }
                    expect: []
                """);
        Client manager = Client.of(site, Role.MANAGER);
        assertThat(author.post("/rulesets", body(", \"comment\": \"In shadow\""))
                        .status())
                .isEqualTo(201);

        Answer shadow = author.get("/flags?shadow=true&rule=plan/open");
        String id = shadow.json().path("items").get(0).path("id").asString();
        assertThat(shadow.json().path("items").get(0).path("shadow").asBoolean())
                .isTrue();
        assertThat(author.get("/flags/" + id).status()).isEqualTo(200);
        assertThat(author.get("/flags?rule=plan/open").json().path("items")).isEmpty();
        assertThat(manager.get("/flags?shadow=true").status()).isEqualTo(403);
        assertThat(manager.get("/flags?shadow=maybe").status()).isEqualTo(400);
        assertThat(manager.get("/flags/" + id).status()).isEqualTo(404);
        assertThat(manager.post("/flags/" + id + "/triage", "{\"action\": \"acknowledge\"}")
                        .status())
                .isEqualTo(404);

        files.put("plan/open.drl", rule.replace(" @shadow( true )", ""));
        assertThat(author.post("/rulesets", body(", \"comment\": \"For all\"")).status())
                .isEqualTo(201);

        assertThat(manager.get("/flags/" + id).json().path("published").asString())
                .isEqualTo(site.workbench().book().live().version());
        assertThat(manager.post("/rulesets/3/looked-at", "")
                        .json()
                        .path("flags")
                        .asInt())
                .isPositive();
        assertThat(manager.get("/flags/" + id).json().path("published").isNull())
                .isTrue();
        assertThat(author.post("/rulesets/3/looked-at", "").status()).isEqualTo(403);
        assertThat(manager.post("/rulesets/99/looked-at", "").status()).isEqualTo(404);
    }

    private String body(String more) {
        JsonMapper json = new JsonMapper();
        ArrayNode list = json.createArrayNode();
        for (Map.Entry<String, String> file : files.entrySet()) {
            ObjectNode one = list.addObject();
            one.put("path", file.getKey());
            one.put("content", file.getValue());
        }
        return "{\"files\": " + json.writeValueAsString(list) + more + "}";
    }
}
