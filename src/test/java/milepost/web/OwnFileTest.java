package milepost.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.access.Role;
import milepost.flags.store.FlagQuery;
import milepost.rules.book.Draft;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.web.layout.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A rule in use whose file has another name, as the first start takes it, can be edited in the browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnFileTest {
    private static final String OWNER = "plan/no-owner";
    private static final String DATE = "plan/no-due-date";
    private static final String BOTH = "plan/two-rules.drl";
    private static final String CASES = "plan/of-owners.cases.yaml";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Site site;

    @BeforeAll
    static void begin() {
        site = Site.open("2026-11-23T09:00:00Z");
        Rulebook book = site.workbench().book();
        RuleFiles live = book.current().files();
        String owner = text(live, OWNER + ".drl");
        String date = text(live, DATE + ".drl");
        RuleFiles odd = live.with(BOTH, owner + "\n" + date.substring(date.indexOf("rule \"")))
                .with(CASES, text(live, OWNER + ".cases.yaml"))
                .with(OWNER + ".drl", null)
                .with(OWNER + ".cases.yaml", null)
                .with(DATE + ".drl", null);
        book.publish(Publication.files("files", "as found"), odd, odd.compile(), 1);
        site.workbench().folder().align();
    }

    @AfterAll
    static void end() {
        site.close();
    }

    @AfterEach
    void discard() {
        site.workbench()
                .drafts()
                .findDraft("author")
                .ifPresent(draft -> site.workbench().drafts().discard("author", draft.version()));
    }

    @Test
    void it_opens_as_if_it_stood_in_its_own_file_and_says_where_it_stands() throws Exception {
        HttpResponse<String> page = get("/rules/" + OWNER + "/edit");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("stands in <code>" + BOTH + "</code>")
                .doesNotContain("duplicate-rule", "belongs into");
        assertThat(area(page.body(), "rule")).contains("rule \"" + OWNER).doesNotContain("rule \"" + DATE);
        assertThat(area(page.body(), "cases")).startsWith("rule: " + OWNER);
        assertThat(get("/rules/plan/never-heard-of/edit").statusCode()).isEqualTo(404);
    }

    /** The last, because nothing stands in a file of another name afterwards. */
    @Test
    @Order(Integer.MAX_VALUE)
    void saving_moves_it_with_its_cases_and_the_draft_can_be_published() throws Exception {
        String before = get("/rules/" + OWNER + "/edit").body();
        String rule = area(before, "rule").replace("@why( \"", "@why( \"Indeed: ");
        HttpResponse<String> saved =
                post("/rules/" + OWNER + "/edit", Map.of("version", "0", "rule", rule, "cases", area(before, "cases")));
        assertThat(saved.statusCode()).isEqualTo(303);

        Draft draft = site.workbench().drafts().findDraft("author").orElseThrow();
        assertThat(draft.files())
                .extracting(f -> f.path() + (f.text() == null ? " gone" : ""))
                .containsExactlyInAnyOrder(OWNER + ".drl", OWNER + ".cases.yaml", BOTH, CASES + " gone");
        assertThat(draft.find(BOTH).orElseThrow().text())
                .contains("rule \"" + DATE)
                .doesNotContain("rule \"" + OWNER);
        assertThat(get("/rules/" + OWNER + "/edit?tried=yes").body()).contains("cases pass");

        String other = get("/rules/" + DATE + "/edit").body();
        post(
                "/rules/" + DATE + "/edit",
                Map.of("version", "1", "rule", area(other, "rule"), "cases", area(other, "cases")));
        HttpResponse<String> published =
                post("/drafts/" + draft.id() + "/publish", Map.of("version", "2", "comment", "Each in its own file"));
        assertThat(published.statusCode()).as(published.body()).isEqualTo(303);
        RuleFiles live = site.workbench().book().current().files();
        assertThat(live.texts()).containsKeys(OWNER + ".drl", OWNER + ".cases.yaml", DATE + ".drl");
        assertThat(live.texts()).doesNotContainKeys(BOTH, CASES);
        assertThat(site.folder().resolve(BOTH)).doesNotExist();
    }

    @Test
    void what_was_moved_goes_back_with_the_draft_of_the_rule() throws Exception {
        String page = get("/rules/" + OWNER + "/edit").body();
        post("/rules/" + OWNER + "/edit", Map.of("version", "0", "rule", area(page, "rule") + "// new", "cases", ""));
        post("/rules/" + OWNER + "/revert", Map.of("version", "1"));

        assertThat(site.workbench().drafts().findDraft("author").orElseThrow().files())
                .isEmpty();
    }

    @Test
    void a_flag_of_it_becomes_a_case_and_moves_it_with_its_cases() throws Exception {
        String subject =
                site.flags().list(FlagQuery.active().ofRule(OWNER)).get(0).subject();
        String page = get("/rules/case?rule=" + OWNER + "&roadmap=REE&subject=" + subject)
                .body();
        assertThat(page).contains("The rule reports");

        post("/rules/case", Map.of("rule", OWNER, "roadmap", "REE", "subject", subject, "text", area(page, "text")));
        Draft draft = site.workbench().drafts().findDraft("author").orElseThrow();
        assertThat(draft.find(OWNER + ".cases.yaml").orElseThrow().text()).contains(subject + " on 2026-11-23");
        assertThat(draft.find(CASES).orElseThrow().text()).isNull();
    }

    private static String text(RuleFiles files, String path) {
        return files.find(path).orElseThrow();
    }

    private static String area(String page, String id) {
        String from = page.substring(page.indexOf("<textarea", page.indexOf("id=\"" + id + "\"") - 60));
        String text = from.substring(from.indexOf('>') + 1, from.indexOf("</textarea>"));
        return text.replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body + "&csrf=" + Visitor.csrf(site.session(Role.AUTHOR))))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Cookie", "milepost_session=" + site.session(Role.AUTHOR));
    }
}
