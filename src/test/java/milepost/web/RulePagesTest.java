package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milepost.access.Role;
import milepost.flags.store.FlagQuery;
import milepost.rules.book.Rulebook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of rules and the page of a rule, as readers and authors get them. */
class RulePagesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String KEY = "plan/no-owner";
    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open("2026-11-23T09:00:00Z");
        site.roadmaps().sweep();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void the_list_shows_for_each_rule_its_flags_cases_version_state_and_owner() {
        String row = row(get("/rules", Role.VIEWER), KEY);

        assertThat(row)
                .contains("No owner", "Medium", "Published", "Programme office", "href=\"/flags?rule=" + KEY + "\"")
                .containsPattern("[0-9]+ cases pass")
                .contains("aria-label=\"Version 1 of No owner\">v1<")
                .contains("23 Nov 2026");
    }

    @Test
    void the_list_can_be_narrowed_and_says_how_many_there_are_of_each_kind() {
        String all = get("/rules", Role.VIEWER);
        assertThat(all).containsPattern("<option value=\"plan\">Plan \\([0-9]+\\)</option>");
        assertThat(all).containsPattern("<option value=\"FLAGS\">With active flags \\([0-9]+\\)</option>");

        String plan = get("/rules?category=plan&severity=MEDIUM&q=owner", Role.VIEWER);
        assertThat(plan).contains(KEY).doesNotContain("schedule/deadline-missed");
        assertThat(plan).contains("<option value=\"plan\" selected>").contains("<option value=\"MEDIUM\" selected>");
        assertThat(get("/rules?show=NEVER", Role.VIEWER)).doesNotContain("mono two\">" + KEY + "<");
        assertThat(get("/rules?q=nothing-like-it", Role.VIEWER)).contains("No rule is like this.");
        assertThat(get("/rules?category=%3Cb%3E&severity=WORST&show=ODD", Role.VIEWER))
                .doesNotContain("<b>");
    }

    @Test
    void a_draft_is_told_to_authors_only() throws IOException {
        String text = Files.readString(site.folder().resolve(KEY + ".drl"));
        var draft = site.workbench().drafts().save("author", 0, KEY + ".drl", text + "// new\n");
        site.workbench().drafts().save("author", draft.version(), "plan/brand-new.drl", text);

        assertThat(row(get("/rules", Role.AUTHOR), KEY)).contains("Draft</span>", "on v1");
        assertThat(get("/rules", Role.AUTHOR)).contains("Not published yet", "plan/brand-new");
        assertThat(get("/rules/" + KEY, Role.AUTHOR)).contains("Edit the draft");
        assertThat(get("/rules", Role.MANAGER)).doesNotContain("plan/brand-new", "Draft</span>");
        site.workbench().drafts().discard("author", 2);
    }

    @Test
    void the_page_of_a_rule_explains_it_and_has_its_source_cases_and_versions() throws IOException {
        String page = get("/rules/" + KEY, Role.VIEWER);
        assertThat(page)
                .contains(
                        "What it checks",
                        "Why it matters",
                        "What clears it",
                        "Examples, from its cases",
                        "How it fares")
                .contains("A milestone that is neither done nor cancelled and has no owner.")
                .contains("It reports that milestone with severity medium.")
                .contains("conditions 1 and 2<", "<li><code>owner == null</code></li>")
                .contains("These are today’s figures")
                .contains("aria-current=\"page\">Explanation<")
                .contains("No flag")
                .doesNotContain("Edit");
        assertThat(get("/rules/schedule/deadline-missed", Role.VIEWER))
                .contains("A year is late on the first of January");
        assertThat(get("/rules/" + KEY + "?tab=source", Role.VIEWER))
                .contains("findings")
                .contains("Text of the rule");
        assertThat(get("/rules/" + KEY + "?tab=cases", Role.VIEWER))
                .contains("Passes", KEY + ".cases.yaml:")
                .contains("Text of the cases");
        assertThat(get("/rules/" + KEY + "?tab=odd", Role.VIEWER)).contains("What it checks");

        String other = "plan/no-due-date";
        String text = Files.readString(site.folder().resolve(other + ".drl"));
        Files.writeString(site.folder().resolve(other + ".drl"), text + "// once\n// twice\n");
        assertThat(site.workbench().folder().align()).isTrue();
        assertThat(get("/rules/" + other + "?tab=versions", Role.VIEWER))
                .containsSubsequence("In use", "Saved on disk: " + other + ".drl", "+2 −0", "v1");
        assertThat(row(get("/rules", Role.VIEWER), other)).containsPattern(">v[2-9]<");
        Files.writeString(site.folder().resolve(other + ".drl"), text);
        assertThat(site.workbench().folder().align()).isTrue();
    }

    @Test
    void while_cases_are_being_run_nobody_waits_and_the_pages_say_so() throws IOException {
        Queue<Runnable> waiting = new ArrayDeque<>();
        Rulebook book = site.workbench().book();
        book.runCasesIn(waiting::add, () -> {});
        Path cases = site.folder().resolve(KEY + ".cases.yaml");
        String before = Files.readString(cases);
        Files.writeString(cases, before + "# nothing else\n");
        assertThat(site.workbench().folder().align()).isTrue();

        assertThat(row(get("/rules", Role.VIEWER), KEY)).containsPattern("[0-9]+ cases being run");
        assertThat(get("/rules?q=owner", Role.VIEWER))
                .containsPattern("[0-9]+ of [0-9]+ pass, [0-9]+ being run")
                .contains("hx-get=\"/rules?q=owner\"", "Look again");
        assertThat(get("/rules?show=FAILING", Role.VIEWER)).doesNotContain(KEY);
        assertThat(get("/rules/" + KEY + "?tab=cases", Role.VIEWER)).contains("Being run");
        waiting.remove().run();

        assertThat(row(get("/rules", Role.VIEWER), KEY)).containsPattern("[0-9]+ cases pass");
        assertThat(get("/rules", Role.VIEWER)).doesNotContain("being run", "Look again");
        book.runCasesIn(Runnable::run, () -> {});
        Files.writeString(cases, before);
        assertThat(site.workbench().folder().align()).isTrue();
    }

    @Test
    void a_flag_says_what_its_rule_checks() {
        long flag = site.flags()
                .list(FlagQuery.counted().ofRule("schedule/deadline-missed").atMost(1))
                .get(0)
                .id();

        assertThat(get("/flags/" + flag, Role.VIEWER))
                .containsSubsequence("What the rule checks", "whose due date lies before today.", "severity critical");
    }

    @Test
    void a_change_on_disk_that_fails_is_shown_at_its_case() throws IOException {
        String cases = Files.readString(site.folder().resolve(KEY + ".cases.yaml"));
        Files.writeString(
                site.folder().resolve(KEY + ".cases.yaml"),
                cases.replaceFirst("expect:(?s:.*?)\n\\s*- name", "expect: []\n  - name"));
        site.workbench().folder().align();

        assertThat(get("/rules", Role.VIEWER))
                .contains("in the rules folder", "What was saved there is not in use; the last good rules are.")
                .containsPattern("<code>" + KEY + "[.]cases[.]yaml:[0-9]+:1</code> The case");
        Files.writeString(site.folder().resolve(KEY + ".cases.yaml"), cases);
        site.workbench().folder().align();
        assertThat(get("/rules", Role.VIEWER)).doesNotContain("in the rules folder");
    }

    @Test
    void a_comment_that_looks_like_conditions_is_not_taken_for_them() throws IOException {
        Path file = site.folder().resolve("plan/no-due-date.drl");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\nwhen\n", "\n/*\nwhen\n    harmless\nthen\n*/\nwhen\n"));
        assertThat(site.workbench().folder().align()).isTrue();

        String page = get("/rules/plan/no-due-date", Role.VIEWER);
        assertThat(page.substring(page.indexOf("What it checks"), page.indexOf("Why it matters")))
                .contains("Milestone")
                .doesNotContain("harmless", "findings");
        Files.writeString(file, text);
        assertThat(site.workbench().folder().align()).isTrue();
    }

    @Test
    void a_folder_of_rules_may_be_called_checks() throws IOException {
        String rule = Files.readString(site.folder().resolve(KEY + ".drl"));
        String cases = Files.readString(site.folder().resolve(KEY + ".cases.yaml"));
        Files.createDirectories(site.folder().resolve("checks"));
        Files.writeString(site.folder().resolve("checks/never-matches.drl"), rule.replace(KEY, "checks/never-matches"));
        Files.writeString(
                site.folder().resolve("checks/never-matches.cases.yaml"), cases.replace(KEY, "checks/never-matches"));
        assertThat(site.workbench().folder().align()).isTrue();

        assertThat(get("/rules/checks/never-matches", Role.VIEWER)).contains("No owner");
        assertThat(get("/guide/checks/never-matches", Role.VIEWER)).contains("Avoid", "Prefer");
    }

    private static String row(String page, String key) {
        Matcher row = Pattern.compile("<tr>(?:(?!</tr>).)*mono two\">" + key + "<.*?</tr>", Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).as("a row of " + key).isTrue();
        return row.group();
    }

    private static String get(String path, Role role) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Cookie", "milepost_session=" + site.session(role))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
