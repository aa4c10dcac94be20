package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import milepost.access.Role;
import milepost.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The OpenAPI document as pages: every operation has one, with an example that works. */
class DocPagesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open("2025-12-05T09:00:00Z");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void every_operation_is_listed_and_has_a_page_with_its_example_fields_and_statuses() {
        List<Described> all = Described.all(Contract.of(site.address()).document());
        String list = page("/docs/api");
        for (Described op : all) {
            String id = op.operation().get("operationId").asString();
            assertThat(list).contains("href=\"/docs/api/" + id + "\"", op.method() + " " + op.path());
            String page = page("/docs/api/" + id);
            assertThat(page)
                    .as(op.name())
                    .contains(
                            site.address() + "/api/v1/",
                            "Authorization: Bearer $TOKEN",
                            "<th scope=\"row\" class=\"w24\">401")
                    .containsPattern("<span class=\"l\">curl [^{}]* \\\\</span>");
            op.queries().forEach(query -> assertThat(page).contains("<code>" + query.name() + "</code>"));
        }
    }

    @Test
    void words_narrow_the_list() {
        assertThat(page("/docs/api?q=milestones+PATCH"))
                .contains("patchRoadmapsRoadmapMilestonesKey", "1 of ")
                .doesNotContain("getRules");
        assertThat(page("/docs/api?q=%22%3E%3Cscript%3E"))
                .contains("No operation has all of these words")
                .doesNotContain("<script>");
    }

    @Test
    void an_operation_that_is_none_is_not_found() {
        assertThat(ask("/docs/api/eatRoadmaps").statusCode()).isEqualTo(404);
    }

    private static String page(String path) {
        HttpResponse<String> answer = ask(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> ask(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Cookie", "milepost_session=" + site.session(Role.VIEWER))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
