package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Severity;
import milepost.flags.FlagRef;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The day that is looked at and the instant whose record is read, over HTTP. */
class TwoTimesTest {
    private static final String REE = "/roadmaps/REE";

    private Site site;
    private Client officer;

    @BeforeEach
    void open() {
        site = Site.open("2025-11-10T09:00:00Z");
        officer = Client.of(site, Role.OFFICER);
        to("2025-12-02T09:00:00Z");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void every_reading_of_a_roadmap_takes_both_times() {
        List<String> without = Contract.of(site.address()).document().get("paths").properties().stream()
                .filter(path -> path.getKey().matches("/(roadmaps|flags|rules|rulesets)([/.{].*)?")
                        && path.getValue().has("get"))
                .filter(path -> {
                    String parameters = path.getValue().at("/get/parameters").toString();
                    return !parameters.contains("/asOf") || !parameters.contains("/knownAt");
                })
                .map(path -> path.getKey())
                .toList();
        assertThat(without).as("rights hold now").containsExactly("/roadmaps/{roadmap}/members");
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
                REE + "/history",
                REE + "/slips",
                REE + "/baselines",
                REE + "/periods",
                REE + "/milestones/REE-1/comments",
                "/rules",
                "/rulesets",
                "/flags")) {
            assertThat(officer.get(list + "?asOf=2025-11-20&knownAt=2025-11-21T00:00:00Z")
                            .status())
                    .as(list)
                    .isEqualTo(200);
            Answer early = officer.get(list + "?knownAt=1990-01-01T00:00:00Z");
            assertThat(early.status()).as(list).isEqualTo(200);
            assertThat(early.json().get("items").isEmpty()).as(list).isTrue();
            assertThat(early.json().path("note").asString().isBlank()).as(list).isFalse();
        }
        assertThat(officer.get(REE + "?knownAt=1990-01-01T00:00:00Z")
                        .json()
                        .get("detail")
                        .asString())
                .isEqualTo("Nothing was recorded of roadmap REE at 1990-01-01T00:00:00Z; its first change is of"
                        + " 2024-06-19T12:00:00Z.");
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=1899-12-31, 422",
        "asOf=-0001-01-01, 422",
        "knownAt=%2B1000000000-12-31T23:59:59Z, 422",
        "asOf=2201-01-01, 422",
        "knownAt=1899-12-31T23:59:59Z, 422",
        "knownAt=2201-01-01T00:00:00Z, 422",
        "knownAt=2025-12-03T00:00:00Z, 422",
        "asOf=soon, 400",
        "knownAt=2025-12-02, 400"
    })
    void a_time_that_cannot_be_asked_for_is_refused_by_name(String query, int status) {
        for (String path : readings()) {
            Answer refused = officer.get(path + (path.contains("?") ? "&" : "?") + query);

            assertThat(refused.status()).as(path + " " + refused.text()).isEqualTo(status);
            assertThat(refused.places()).as(path).containsExactly(query.replaceFirst("=.*", ""));
        }
    }

    /** Every address of the document that reads in two times, filled in. */
    private List<String> readings() {
        long flag = flag("schedule/deadline-missed", "REE-1").id();
        return Contract.of(site.address()).document().get("paths").properties().stream()
                .filter(path -> path.getValue().at("/get/parameters").toString().contains("/knownAt"))
                .map(path -> path.getKey()
                        .replace("{roadmap}", "REE")
                        .replace("{id}", String.valueOf(flag))
                        .replace("{change}", "1")
                        .replace("{indicator}", "reserves-15")
                        .replace("/rules/{key}", "/rules/plan%2Fno-owner")
                        .replace("{key}", path.getKey().contains("milestones") ? "REE-1" : "x")
                        .replace("{folder}/{name}", "plan/no-owner"))
                .map(path -> path.endsWith("/compare") ? path + "?from=1" : path)
                .toList();
    }

    @Test
    void the_roadmap_of_2025_09_30_promises_2025_11_30_and_knows_nothing_later() {
        String then = "?knownAt=2025-09-30T20:59:59Z";

        assertThat(officer.get(REE + "/milestones/REE-1" + then)
                        .json()
                        .at("/due/date")
                        .asString())
                .isEqualTo("2025-11-30");
        for (String list : List.of("/milestones", "/participants", "/restrictions", "/indicators", "/events")) {
            assertThat(officer.get(REE + list + then)
                            .json()
                            .get("items")
                            .valueStream()
                            .map(item -> item.get("updatedAt").asString()))
                    .as(list)
                    .allMatch(at -> at.compareTo("2025-09-30T21:00:00Z") < 0);
        }
        assertThat(officer.get(REE + "/milestones/REE-1/history" + then)
                        .json()
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("at").asString()))
                .isNotEmpty()
                .allMatch(at -> at.compareTo("2025-09-30T21:00:00Z") < 0);
        assertThat(officer.get(REE + "/milestones/REE-7" + then).status()).isEqualTo(404);
    }

    @Test
    void a_flag_of_an_earlier_day_is_as_it_was_then() {
        Flag missed = flag("schedule/deadline-missed", "REE-1");
        assertThat(missed.message()).isEqualTo("Due 2025-12-01, 1 days ago");
        to("2025-12-04T09:00:00Z");
        site.flags()
                .triaging()
                .act(
                        new Decider("manager", Severity.CRITICAL),
                        new FlagRef(missed.id(), null),
                        new Act.Decide(new Decision(Triage.ACKNOWLEDGED, "seen", null)),
                        LocalDate.parse("2025-12-04"));
        to("2025-12-10T09:00:00Z");
        officer.patch(
                REE + "/milestones/REE-1",
                "{\"status\": \"DONE\", \"completedOn\": \"2025-12-09\", \"evidence\": [{\"title\": \"Decree\"}]}",
                "If-Match",
                "*");

        JsonNode now = officer.get("/flags/" + missed.id()).json();
        JsonNode third =
                officer.get("/flags/" + missed.id() + "?asOf=2025-12-02").json();
        JsonNode later = officer.get("/flags/" + missed.id() + "?asOf=2025-12-10&knownAt=2025-12-04T20:00:00Z")
                .json();

        assertThat(now.get("state").asString()).isEqualTo("RESOLVED");
        assertThat(third.get("state").asString()).isEqualTo("ACTIVE");
        assertThat(third.get("triage").asString()).isEqualTo("UNTRIAGED");
        assertThat(third.get("message").asString()).isEqualTo("Due 2025-12-01, 1 days ago");
        assertThat(third.get("history").size()).isEqualTo(1);
        assertThat(third.get("clears").isEmpty()).isTrue();
        assertThat(third.get("evidence")
                        .valueStream()
                        .map(e ->
                                e.get("field").asString() + "=" + e.get("value").asString("")))
                .anyMatch(e -> e.startsWith("due") && e.endsWith("=2025-12-01"));
        assertThat(later.get("triage").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(later.get("message").asString()).isEqualTo("Due 2025-12-01, 3 days ago");
        assertThat(ids("/flags?rule=schedule/deadline-missed&state=ACTIVE&asOf=2025-12-02"))
                .containsExactly(missed.id());
        assertThat(ids("/flags?rule=schedule/deadline-missed&state=ACTIVE")).isEmpty();
        assertThat(officer.get("/flags/" + missed.id() + "?asOf=2025-11-20").status())
                .isEqualTo(404);
        assertThat(officer.get("/flags?asOf=2026-01-01").places()).containsExactly("asOf");
    }

    @Test
    void rules_published_later_do_not_judge_the_past() {
        Rulebook book = site.workbench().book();
        String first = book.live().version();
        RuleFiles files = book.current().files();
        for (String path : List.of("plan/no-owner.drl", "plan/no-owner.cases.yaml")) {
            String text = files.find(path).orElseThrow();
            files = files.with(path, text.replace("Nobody is recorded as the owner of", "Without an owner:"));
        }
        to("2025-12-05T09:00:00Z");
        site.workbench()
                .publishing()
                .publish(
                        Publication.web("author", "author", "Shorter"),
                        files,
                        book.current().number());

        assertThat(message("?knownAt=2025-12-04T00:00:00Z")).startsWith("Nobody is recorded");
        assertThat(message("?knownAt=2025-12-05T09:00:00Z")).startsWith("Without an owner");
        assertThat(message("?asOf=2025-12-04")).startsWith("Without an owner");
        List<JsonNode> entries = officer.get(REE + "/evaluations")
                .json()
                .get("items")
                .valueStream()
                .toList();
        assertThat(entries.get(0).at("/cause/kind").asString()).isEqualTo("RULES");
        assertThat(entries.get(0).get("ruleset").asString())
                .isEqualTo(book.live().version());
        JsonNode before =
                officer.get(REE + "/evaluations?asOf=2025-12-04&limit=1").json().at("/items/0");
        assertThat(before.get("ruleset").asString()).isEqualTo(first);
        assertThat(before.get("on").asString()).isEqualTo("2025-12-02");
        assertThat(before.at("/cause/kind").asString()).isEqualTo("CLOCK");
    }

    @Test
    void a_flag_over_http_goes_down_to_changes_and_causes() {
        JsonNode capacity = officer.get("/flags/"
                        + flag("capacity/required-value-missing", "REE-7").id())
                .json();
        JsonNode absence = capacity.get("evidence")
                .valueStream()
                .filter(e -> e.get("fact").asString().equals("Observation"))
                .findFirst()
                .orElseThrow();
        assertThat(absence.get("lookedFor").asString()).isEqualTo("Observation( indicator == processing-capacity )");
        assertThat(absence.get("setBy").isNull()).isTrue();
        JsonNode requires = capacity.get("evidence")
                .valueStream()
                .filter(e -> e.get("field").asString().equals("requires"))
                .findFirst()
                .orElseThrow();
        assertThat(requires.at("/setBy/by").asString()).isEqualTo("analyst");
        assertThat(requires.at("/setBy/href").asString())
                .isEqualTo(
                        "/roadmaps/REE/changes/" + requires.at("/setBy/change").asLong());
        assertThat(requires.at("/setBy/source/title").asString())
                .isEqualTo("Press article on the rare-earth directive");
        assertThat(capacity.at("/history/0/cause/kind").asString()).isEqualTo("IMPORT");
        assertThat(capacity.at("/history/0/cause/change/reason").asString())
                .isEqualTo("Report on the state of the bridge");

        Flag missed = flag("schedule/deadline-missed", "REE-1");
        officer.patch(REE + "/milestones/REE-1?reason=agreed", "{\"due\": \"2026-02-01\"}", "If-Match", "*");

        JsonNode resolved = officer.get("/flags/" + missed.id()).json();
        assertThat(resolved.at("/history/1/cause/change/reason").asString()).isEqualTo("agreed");
        assertThat(resolved.get("evidence")
                        .valueStream()
                        .filter(e -> e.get("field").asString().equals("due"))
                        .map(e -> e.at("/setBy/by").asString()))
                .containsOnly("analyst");
    }

    private String message(String query) {
        return officer.get(REE + "/milestones/REE-7" + query)
                .json()
                .get("findings")
                .valueStream()
                .filter(f -> f.get("rule").asString().equals("plan/no-owner"))
                .findFirst()
                .orElseThrow()
                .get("message")
                .asString();
    }

    private void to(String instant) {
        site.clock().set(instant);
        site.roadmaps().sweep();
    }

    private Flag flag(String rule, String subject) {
        return site.flags().list(FlagQuery.active().ofRule(rule).about(subject)).get(0);
    }

    private List<Long> ids(String path) {
        return officer.get(path)
                .json()
                .get("items")
                .valueStream()
                .map(i -> i.get("id").asLong())
                .toList();
    }
}
