package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the page of a flag, one click to the form with an edit filled in and what it would do. */
class TryingTest {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\" aria-label=\"Try: ([^\"]*)\"");

    private static final Pattern FORM = Pattern.compile("href=\"([^\"]*)\" aria-label=\"Fill in the form: [^\"]*\"");

    private static final String PAIR = """
            package milepost.rules;
            import milepost.facts.*;
            global Findings findings;

            rule "plan/two-owners"
                @severity( LOW )
            when
                $m : Milestone( key == "REE-1", $first : owner )
                $n : Milestone( key == "REE-2", owner == null || $first == null )
            then
                findings.report( $m, "Without two owners" );
            end
            """;

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open("2025-12-05T09:00:00Z");
        site.roadmaps().sweep();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void each_edit_that_can_be_tried_shows_that_the_flag_would_clear_and_saves_nothing() {
        int forms = 0;
        int pages = 0;
        var before = site.roadmaps().snapshot("REE");
        for (Flag flag : site.flags().list(FlagQuery.active())) {
            Matcher links = LINK.matcher(get("/flags/" + flag.id(), Role.OFFICER));
            while (links.find()) {
                String href = links.group(1).replace("&amp;", "&");
                assertThat(get(href, Role.OFFICER))
                        .as(links.group(2) + " " + href)
                        .contains(href.contains("?try=on") ? "If you save now:" : "If this is saved")
                        .containsPattern(
                                "Cleared: <span class=\"key\">[^<]*</span> <a href=\"/flags/" + flag.id() + "\"");
                forms += href.contains("?try=on") ? 1 : 0;
                pages += href.contains("/try/") ? 1 : 0;
            }
        }
        assertThat(forms).isGreaterThan(10);
        assertThat(pages).isGreaterThan(3);
        assertThat(site.roadmaps().snapshot("REE")).isEqualTo(before);
    }

    @Test
    void what_has_no_preview_of_its_own_leads_to_its_form_filled_in() {
        assertThat(formsOf("capacity/required-value-missing", "REE-7"))
                .anySatisfy(form -> assertThat(form)
                        .contains("Add a value", "value=\"5 Dec 2025\"", "value=\"processing-capacity\" selected"));
        assertThat(formsOf("exposure/tariff", "REE-9"))
                .anySatisfy(form -> assertThat(form).contains("Edit restriction", "value=\"4 Dec 2025\""));
    }

    @Test
    void a_pair_of_edits_is_tried_at_once_and_each_has_its_form() {
        RuleFiles files = site.workbench()
                .book()
                .current()
                .files()
                .with("plan/two-owners.drl", PAIR)
                .with("plan/two-owners.cases.yaml", """
                        rule: plan/two-owners
                        cases:
                          - name: nobody
                            as-of: 2025-12-05
                            given: { milestones: [ { key: REE-1 }, { key: REE-2 } ] }
                            expect: [ { subject: REE-1 } ]
                          - name: both
                            as-of: 2025-12-05
                            given: { milestones: [ { key: REE-1, owner: K }, { key: REE-2, owner: M } ] }
                            expect: []
                        """);
        site.workbench()
                .publishing()
                .publish(
                        Publication.web("author", "author", "Two owners"),
                        files,
                        site.workbench().book().current().number());
        site.roadmaps().sweep();
        Flag flag = flag("plan/two-owners", "REE-1");

        Matcher link = LINK.matcher(get("/flags/" + flag.id(), Role.OFFICER));
        assertThat(link.find()).isTrue();
        String page = get(link.group(1), Role.OFFICER);
        assertThat(page)
                .contains(
                        "Name the owner of REE-1; and also: Name the owner of REE-2",
                        "If both are saved",
                        "Cleared: <span class=\"key\">REE-1</span> <a href=\"/flags/" + flag.id());
        Matcher forms = FORM.matcher(page);
        for (String milestone : List.of("REE-1", "REE-2")) {
            assertThat(forms.find()).isTrue();
            assertThat(forms.group(1)).contains("/milestones/" + milestone + "?try=on&amp;owner=");
            get(forms.group(1).replace("&amp;", "&"), Role.OFFICER);
        }
        assertThat(get("/flags/" + flag.id() + "/try/1", Role.VIEWER, 403)).isNotEmpty();
        get("/flags/" + flag.id() + "/try/2", Role.OFFICER, 404);
        get("/flags/" + flag.id() + "/try/x", Role.OFFICER, 404);
    }

    private Flag flag(String rule, String subject) {
        return site.flags().list(FlagQuery.active().ofRule(rule).about(subject)).get(0);
    }

    /** The forms that the pages lead to on which the edits of a flag are tried. */
    private List<String> formsOf(String rule, String subject) {
        List<String> forms = new ArrayList<>();
        Matcher links = LINK.matcher(get("/flags/" + flag(rule, subject).id(), Role.OFFICER));
        while (links.find()) {
            if (links.group(1).contains("/try/")) {
                Matcher form = FORM.matcher(get(links.group(1), Role.OFFICER));
                while (form.find()) {
                    forms.add(get(form.group(1).replace("&amp;", "&"), Role.OFFICER));
                }
            }
        }
        return forms;
    }

    @Test
    void the_form_has_the_edit_in_its_field() {
        Milestone m = site.roadmaps().snapshot("REE").findMilestone("REE-1").orElseThrow();
        assertThat(m.due()).hasToString("2025-12-01");

        String page = get("/roadmaps/REE/milestones/REE-1?try=on&due=2+Jan+2026&title=Other", Role.OFFICER);
        assertThat(page).contains("value=\"2 Jan 2026\"").doesNotContain("value=\"Other\"");
    }

    @Test
    void a_value_that_cannot_be_is_said_at_once_and_is_no_failure() {
        assertThat(get("/roadmaps/REE/milestones/REE-1?try=on&due=never&status=ODD", Role.OFFICER))
                .contains("Not ready to save.");
    }

    @Test
    void who_may_not_edit_is_offered_no_form() {
        Flag flag = site.flags().list(FlagQuery.active()).get(0);
        assertThat(get("/flags/" + flag.id(), Role.VIEWER)).doesNotContain("Try it");
        assertThat(get("/roadmaps/REE/milestones/REE-1?try=on&due=2027", Role.VIEWER))
                .doesNotContain("If you save now:");
    }

    private String get(String path, Role role) {
        return get(path, role, 200);
    }

    private String get(String path, Role role, int status) {
        Browsing.Answer answer = new Browsing(site, role).get(path);
        assertThat(answer.status()).as(path).isEqualTo(status);
        return answer.body();
    }
}
