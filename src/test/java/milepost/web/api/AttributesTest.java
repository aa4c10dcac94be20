package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import milepost.access.Role;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What sources say of a milestone, over HTTP: every kind of value in and out, with versions. */
class AttributesTest {
    private static final String REE_2 = "/roadmaps/REE/milestones/REE-2";

    private Site site;
    private Client officer;

    @BeforeEach
    void open() {
        site = Site.open("2025-12-05T09:00:00Z");
        officer = Client.of(site, Role.OFFICER);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void every_kind_of_value_goes_in_and_comes_out() {
        Answer saved = patch("""
                {"attributes": {
                  "cost": {"kind": "RANGE", "number": 100, "numberTo": 120.5, "unit": "£m", "text": "100 to 120.5", "on": "2025-10-01"},
                  "end date": {"kind": "WITHHELD", "text": "Exempt under section 43", "on": "2025-10-01"},
                  "lead": {"kind": "NOT_GIVEN", "on": "2025-10-01"},
                  "note": {"kind": "BLANK", "on": "2025-10-01"},
                  "start": {"date": "2025-Q2", "on": "2025-10-01"}}}""");
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);

        JsonNode all = officer.get(REE_2).json().get("attributes");
        assertThat(all.propertyNames()).containsExactly("cost", "end date", "lead", "note", "start");
        assertThat(all.at("/cost/numberTo").decimalValue()).isEqualByComparingTo("120.5");
        assertThat(all.at("/end date/kind").asString()).isEqualTo("WITHHELD");
        assertThat(all.at("/lead/kind").asString()).isEqualTo("NOT_GIVEN");
        assertThat(all.at("/note/kind").asString()).isEqualTo("BLANK");
        assertThat(all.at("/start/date/precision").asString()).isEqualTo("QUARTER");
        assertThat(saved.json().get("attributes")).isEqualTo(all);
    }

    @Test
    void a_later_value_remembers_the_one_before_and_null_removes() {
        patch("{\"attributes\": {\"cost\": {\"number\": 100, \"unit\": \"£m\", \"on\": \"2025-10-01\"}}}");
        patch("{\"attributes\": {\"cost\": {\"number\": 130, \"on\": \"2025-11-01\"}}}");

        JsonNode cost = officer.get(REE_2).json().at("/attributes/cost");
        assertThat(cost.get("number").intValue()).isEqualTo(130);
        assertThat(cost.get("unit").asString()).isEqualTo("£m");
        assertThat(cost.get("formerNumber").intValue()).isEqualTo(100);
        assertThat(cost.get("formerOn").asString()).isEqualTo("2025-10-01");
        assertThat(officer.get(REE_2 + "?asOf=2025-10-15").json().at("/attributes"))
                .isEmpty();

        assertThat(patch("{\"attributes\": {\"cost\": null}}").json().get("attributes"))
                .isEmpty();
        assertThat(officer.get("/roadmaps/REE/history?limit=1").text()).contains("REE-2=cost", "REMOVED");
    }

    @Test
    void who_saw_other_attributes_is_told_and_changes_nothing() {
        String tag = officer.get(REE_2).tag();
        String body = "{\"attributes\": {\"cost\": {\"number\": 1, \"on\": \"2025-10-01\"}}}";
        assertThat(officer.patch(REE_2, body, "If-Match", tag).status()).isEqualTo(200);

        assertThat(officer.patch(REE_2, "{\"attributes\": {\"cost\": null}}", "If-Match", tag)
                        .status())
                .isEqualTo(412);
        Answer now = officer.get(REE_2);
        assertThat(now.tag()).isNotEqualTo(tag);
        assertThat(officer.patch(REE_2, body, "If-Match", now.tag()).status()).isEqualTo(200);
        assertThat(officer.get(REE_2).tag()).as("nothing changed").isEqualTo(now.tag());
    }

    @Test
    void mistakes_are_named_at_their_place() {
        Answer answer = patch("""
                {"attributes": {
                  "a": {"kind": "SECRET", "on": "2025-10-01"},
                  "b": {"number": "ten", "on": "2025-10-01"},
                  "c": {"number": 1},
                  "d/e": {"number": 1, "on": "2025-10-01", "colour": "red"},
                  "f": 7}}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.places())
                .containsExactly(
                        "/attributes/a/kind",
                        "/attributes/b/number",
                        "/attributes/c/on",
                        "/attributes/d~1e/colour",
                        "/attributes/f");
        Answer empty = patch("{\"attributes\": {\"g\": {\"on\": \"2025-10-01\"}}}");
        assertThat(empty.places()).containsExactly("/attributes/g/kind");
        assertThat(officer.get(REE_2).json().get("attributes")).isEmpty();
    }

    @Test
    void the_page_and_the_drawer_say_them_in_words_and_nothing_where_there_are_none() throws Exception {
        assertThat(page("/roadmaps/REE/milestones/REE-2")).doesNotContain("What sources say");
        patch("""
                {"attributes": {
                  "cost": {"kind": "RANGE", "number": 100, "numberTo": 120.50, "unit": "£m", "on": "2025-10-01"},
                  "end date": {"kind": "WITHHELD", "text": "Exempt <b>", "on": "2025-10-01"}}}""");

        assertThat(page("/roadmaps/REE/milestones/REE-2"))
                .contains("What sources say", "100 to 120.5 £m", "Withheld", "Exempt &lt;b", "1 Oct 2025");
        assertThat(page("/roadmaps/REE?m=REE-2&part=details")).contains("What sources say", "100 to 120.5 £m");
    }

    private String page(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Cookie", "milepost_session=" + site.session(Role.VIEWER))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private Answer patch(String body) {
        return officer.patch(REE_2, body, "If-Match", "*");
    }
}
