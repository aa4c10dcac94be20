package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import milepost.access.Role;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent is read completely or refused with its place; nothing of it is kept and nothing fails. */
class BadInputTest {
    private static final String MILESTONES = "/roadmaps/REE/milestones";
    private static final String REE_1 = MILESTONES + "/REE-1";

    private static Site site;
    private static Client officer;
    private static Client author;

    @BeforeAll
    static void open() {
        site = Site.open("2025-12-05T09:00:00Z");
        officer = Client.of(site, Role.OFFICER);
        author = Client.of(site, Role.AUTHOR);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    static Stream<List<String>> fields() {
        return Stream.of(
                List.of("{\"progress\": \"ten\"}", "/progress"),
                List.of("{\"progress\": 10.5}", "/progress"),
                List.of("{\"progress\": 101}", "/progress"),
                List.of("{\"progress\": 99999999999999999999}", "/progress"),
                List.of("{\"status\": \"LATE\"}", "/status"),
                List.of("{\"status\": {\"name\": \"DONE\"}}", "/status"),
                List.of("{\"due\": \"1/012/2014\"}", "/due"),
                List.of("{\"due\": 2026}", "/due"),
                List.of("{\"due\": \"2026-02-30\"}", "/due"),
                List.of("{\"due\": \"9999-01-01\"}", "/due"),
                List.of("{\"start\": {\"day\": \"2026-01-01\"}}", "/start/date", "/start/day"),
                List.of("{\"start\": {\"date\": \"2026-01-01\", \"precision\": \"WEEK\"}}", "/start/precision"),
                List.of("{\"colour\": \"red\", \"a/b~c\": 1}", "/colour", "/a~1b~0c"),
                List.of("{\"title\": null}", "/title"),
                List.of("{\"title\": \"a\\u0000b\"}", "/title"),
                List.of("{\"title\": \"a\\ud800b\"}", "/title"),
                List.of("{\"owner\": [\"me\"]}", "/owner"),
                List.of("{\"requires\": \"all\"}", "/requires"),
                List.of("{\"requires\": [7]}", "/requires/0"),
                List.of(
                        "{\"evidence\": [{\"title\": \"a\"}, {\"name\": \"b\"}]}",
                        "/evidence/1/title",
                        "/evidence/1/name"),
                List.of("{\"source\": {\"title\": null}}", "/source/title"),
                List.of("{\"stage\": \"refining\", \"progress\": 200}", "/progress", "/stage"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void every_wrong_field_is_named_by_its_pointer(List<String> sentAndPlaces) {
        Answer answer = officer.patch(REE_1, sentAndPlaces.get(0), "If-Match", "*");

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.places()).containsExactlyElementsOf(sentAndPlaces.subList(1, sentAndPlaces.size()));
    }

    @Test
    void what_is_missing_is_named_as_required() {
        Answer answer = officer.post("/roadmaps", "{}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.places()).containsExactly("/key", "/title", "/home");
        assertThat(answer.json().get("detail").asString()).contains("3 fields", "key, title, home");
        assertThat(answer.json().at("/errors/0/detail").asString())
                .isEqualTo("The field key is required; send a text.");
    }

    @Test
    void what_other_facts_forbid_is_named_where_it_stands_in_the_request() {
        Answer circle =
                officer.post("/roadmaps/REE/dependencies", "{\"predecessor\": \"REE-5\", \"successor\": \"REE-1\"}");
        assertThat(circle.status()).as(circle.text()).isEqualTo(422);
        assertThat(circle.places()).containsExactly("/predecessor");
        assertThat(circle.text()).contains("circle");
        Answer unknown = officer.post(
                "/roadmaps/REE/participants",
                "{\"key\": \"p-99\", \"milestone\": \"NO\", \"name\": \"A\", \"jurisdiction\": \"XX\", \"role\": \"partner\"}");
        assertThat(unknown.places()).as(unknown.text()).contains("/milestone").allMatch(p -> p.matches("/[a-z]+"));
        Answer value = officer.patch(
                REE_1,
                "{\"attributes\": {\"cost a/b\": {\"on\": \"1800-01-01\", \"number\": 1}}, \"due\": \"2031-01-01\"}",
                "If-Match",
                "*");
        assertThat(value.places()).as(value.text()).contains("/attributes/cost a~1b/on");
    }

    @Test
    void a_reason_that_is_owed_is_told_together_with_what_else_is_wrong() {
        Answer answer = officer.patch(REE_1, "{\"due\": \"2031-01-01\", \"progress\": 200}", "If-Match", "*");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.places()).containsExactlyInAnyOrder("/progress", "reason");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "[]",
                "null",
                "7",
                "{",
                "{} {}",
                "{\"title\": \"a\", \"title\": \"b\"}",
                "{'title': 'a'}",
                "{\"\\udc00\": 1}",
                "{\"progress\": NaN}",
                "{\"progress\": 01}",
                "{\"title\": \"line\nend\"}",
                "<milestone/>"
            })
    void what_is_no_json_object_is_refused(String body) {
        Answer answer = officer.patch(REE_1, body, "If-Match", "*");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("detail").asString()).isNotBlank();
    }

    @Test
    void what_is_nested_too_deep_is_refused() {
        String deep = "{\"title\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        Answer answer = officer.patch(REE_1, deep, "If-Match", "*");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asString()).contains("deeper than");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        byte[] latin = {'{', '"', 't', '"', ':', '"', (byte) 0xE9, '"', '}'};

        Answer answer = officer.send(
                "PATCH", REE_1, BodyPublishers.ofByteArray(latin), "If-Match", "*", "Content-Type", "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asString()).contains("UTF-8");
    }

    @Test
    void other_types_are_refused() {
        for (String type : List.of("text/plain", "application/xml", "application/json; charset=iso-8859-1")) {
            Answer answer = officer.patch(REE_1, "{}", "If-Match", "*", "Content-Type", type);
            assertThat(answer.status()).as(type).isEqualTo(415);
            assertThat(answer.places()).containsExactly("Content-Type");
        }
        assertThat(officer.patch(REE_1, "{}", "If-Match", "*", "Content-Type", "application/json; charset=UTF-8")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_too_large_is_refused_whether_it_says_its_size_or_not() {
        byte[] large = ("{\"title\": \"" + "a".repeat(2_000_000) + "\"}").getBytes();

        Answer told = officer.send(
                "PATCH", REE_1, BodyPublishers.ofByteArray(large), "If-Match", "*", "Content-Type", "application/json");
        Answer untold = officer.send(
                "PATCH",
                REE_1,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
                "If-Match",
                "*",
                "Content-Type",
                "application/json");

        assertThat(told.status()).isEqualTo(413);
        assertThat(untold.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REE_1 + "?asOf=yesterday",
                REE_1 + "?asOf=2026-02-30",
                REE_1 + "?knownAt=2026-01-01",
                REE_1 + "?asof=2026-01-01",
                MILESTONES + "?limit=0",
                MILESTONES + "?limit=501",
                MILESTONES + "?limit=many",
                MILESTONES + "?cursor=%21",
                "/flags?cursor=abc",
                "/flags?severity=BAD",
                "/flags?q=%00",
                "/flags?newSince=today"
            })
    void a_parameter_that_cannot_be_read_is_named(String path) {
        Answer answer = officer.get(path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        String name = path.replaceFirst(".*[?]", "").replaceFirst("=.*", "");
        assertThat(answer.places()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/roadmaps/NONE",
                "/roadmaps/NONE/milestones",
                "/roadmaps/REE/milestones/NONE",
                "/roadmaps/REE/milestones/NONE/history",
                "/roadmaps/REE/indicators/NONE/observations",
                "/flags/0",
                "/flags/one",
                "/flags/99999999999999999999",
                "/rules/schedule/none",
                "/roadmaps/REE/milestones/%F0%9F%92%A9"
            })
    void what_is_not_there_is_a_problem_document(String path) {
        Answer answer = officer.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/roadmaps/%00", "/roadmaps/%2e%2e/flags", "/roadmaps/..%2f", "/roadmaps/%ZZ", "/roadmaps/%ff"})
    void an_address_that_makes_no_sense_is_refused(String path) {
        assertThat(RawRequest.status(site.address(), "GET /api/v1" + path)).isBetween(400, 499);
    }

    @Test
    void a_method_that_is_not_offered_is_refused_with_those_that_are() {
        Answer answer = officer.send("PUT", REE_1, BodyPublishers.ofString("{}"), "Content-Type", "application/json");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET").contains("PATCH").contains("DELETE");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void rule_files_with_odd_paths_are_refused() {
        for (String path : List.of("../x.drl", "/etc/x.drl", "a.txt", "a\\\\b.drl", "A.drl", "")) {
            Answer answer =
                    author.post("/rulesets/check", "{\"files\": [{\"path\": \"" + path + "\", \"content\": \"\"}]}");
            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(answer.places()).containsExactly("/files/0/path");
        }
        assertThat(author.post("/rulesets/check", "{}").places()).containsExactly("/files");
        assertThat(author.post("/rulesets/check", "{\"files\": [{\"path\": \"a.drl\"}, 7]}")
                        .places())
                .containsExactly("/files/0/content", "/files/1");
    }

    static Stream<String> numbersBeyondMeasure() {
        return Stream.of(
                "1E+99999999",
                "-1E+99999999",
                "1E-99999999",
                "1e999999999",
                "1e99999999999",
                "1e-99999999999",
                "1234567890123456789",
                "7".repeat(999),
                "7".repeat(1_500),
                "7".repeat(400_000),
                "0." + "7".repeat(400_000));
    }

    @ParameterizedTest
    @MethodSource("numbersBeyondMeasure")
    void a_number_beyond_measure_is_refused_by_the_name_of_its_field(String number) {
        assertThat(places(officer.patch(REE_1, "{\"progress\": " + number + "}", "If-Match", "*")))
                .containsExactly("/progress");
        assertThat(places(officer.patch(REE_1, "{\"title\": " + number + "}", "If-Match", "*")))
                .containsExactly("/title");
        assertThat(places(officer.patch(REE_1, "{\"due\": {\"date\": " + number + "}}", "If-Match", "*")))
                .containsExactly("/due/date");
        assertThat(places(officer.patch(REE_1, "{\"requires\": [" + number + "]}", "If-Match", "*")))
                .containsExactly("/requires/0");
        assertThat(places(officer.patch(REE_1, "{\"version\": " + number + "}", "If-Match", "*")))
                .containsExactly("/version");
        assertThat(places(officer.patch(REE_1, "{\"colour\": " + number + "}", "If-Match", "*")))
                .containsExactly("/colour");
        String indicator = "{\"key\": \"X\", \"title\": \"X\", \"unit\": \"t\", \"target\": " + number + "}";
        assertThat(places(officer.post("/roadmaps/REE/indicators", indicator))).containsExactly("/target");
        String dependency = "{\"predecessor\": \"REE-1\", \"successor\": \"REE-3\", \"lagDays\": " + number + "}";
        assertThat(places(officer.post("/roadmaps/REE/dependencies", dependency)))
                .containsExactly("/lagDays");
    }

    @Test
    void a_number_that_is_nearly_right_is_refused_by_the_name_of_its_field() {
        for (String number : List.of("0.00000000000001", "\"1,000\"", "[1]", "true")) {
            Answer answer = officer.post(
                    "/roadmaps/REE/indicators",
                    "{\"key\": \"X\", \"title\": \"X\", \"unit\": \"t\", \"target\": " + number + "}");
            assertThat(places(answer)).as(number).containsExactly("/target");
        }
    }

    private static List<String> places(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.places();
    }
}
