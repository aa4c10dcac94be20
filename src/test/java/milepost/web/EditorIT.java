package milepost.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import milepost.access.Role;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;
import milepost.flags.store.FlagQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The editor with scripts; without them see {@link WorkbenchIT}. */
class EditorIT {
    private static final String KEY = "dependency/hub-without-bridge";
    private static final String EDIT = "/rules/plan/no-owner/edit";
    private static final String RULE = """
            package milepost.rules;
            import milepost.facts.*;
            global Findings findings;
            rule "dependency/hub-without-bridge"
                @title( "Hub without its bridge" )
                @severity( HIGH )
                @owner( "programme office" )
                @why( "A hub without its bridge has nothing to handle." )
                @remedy( "Settle the bridge first." )
            when
                $hub : Milestone( key == "REE-4", open )
                exists Milstone( key == "REE-3", open )
            then
                findings.report( $hub, "The bridge for " + $hub.key() + " is not done" );
            end
            """;
    private static final String CASES = """
            rule: dependency/hub-without-bridge
            cases:
              - name: no bridge yet
                as-of: 2026-11-23
                given:
                  milestones: [ { key: REE-3 }, { key: REE-4 } ]
                expect:
                  - { subject: REE-4, severity: HIGH }
              - name: the bridge stands
                as-of: 2026-11-23
                given:
                  milestones: [ { key: REE-3, status: DONE, completedOn: 2026-01-01 }, { key: REE-4 } ]
                expect: []
            """;

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open("2026-11-23T09:00:00Z");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_new_author_writes_a_rule_mends_it_tries_it_publishes_it_and_takes_it_back() {
        Page page = site.signedIn(Role.AUTHOR, Screen.WIDE_LIGHT);
        page.navigate("/rules/new");
        page.locator("#key").fill(KEY);
        page.locator("#title").fill("Hub without its bridge");
        button(page, "Begin").click();
        write(page, "#rule-text", RULE);
        assertThat(page.locator(".cm-below")).containsText("Did you mean Milestone?");
        assertThat(page.locator("#rule-text .cm-lintRange-error")).hasText("Milstone");
        page.locator(".cm-below button").click();
        assertThat(page.locator("#problems")).containsText("None");
        write(page, "#cases-text", CASES);
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#dry-run")).containsText("+1 raised");
        assertThat(page.locator("#dry-run")).containsText("REE-4, dependency/hub-without-bridge");
        assertThat(page.locator("#cases-run")).containsText("2 cases pass");
        assertThat(page.locator("#coverage")).containsText("3 of 4 constraints");
        assertThat(page.locator("#coverage"))
                .containsText("Never false in a case. Always true on live facts this year.");
        assertThat(page.locator("#standing")).containsText("Ready");
        assertThat(page.locator("#changes")).containsText(KEY + ".drl");
        assertThat(site.flags().list(FlagQuery.all().ofRule(KEY))).isEmpty();

        page.locator("[data-publish]").click();
        assertThat(page.locator("#publishing")).containsText("Publishing raises 1 flag, clears 0 and changes 0");
        button(page, "Publish version 2").click();
        assertThat(page.locator("#publishing")).isVisible();
        page.locator("#publishing-comment").fill("The hub depends on its bridge");
        button(page, "Publish version 2").click();
        assertThat(page.locator("h1")).hasText("Version 2");
        page.navigate("/roadmaps/REE/milestones/REE-4");
        assertThat(page.locator("main")).containsText("The bridge for REE-4 is not done");

        page.navigate("/rulesets/1");
        page.locator("#comment").fill("The bridge is built");
        button(page, "Bring version 1 back").click();
        assertThat(page.locator("h1")).hasText("Version 3");
        Flag flag = site.flags().list(FlagQuery.all().ofRule(KEY)).get(0);
        assertThat(flag.state()).isEqualTo(FlagState.RESOLVED);
        page.navigate("/flags/" + flag.id());
        assertThat(page.locator("main"))
                .containsText("Resolved Rules published by author, version 3: The bridge is built");
    }

    @Test
    void what_is_typed_is_kept_a_moment_later_and_results_say_that_they_are_older() {
        Page page = site.signedIn(Role.AUTHOR, Screen.WIDE_LIGHT);
        page.navigate(EDIT);
        page.locator("#rule-text").click();
        page.keyboard().press("Control+Shift+Enter");
        assertThat(page.locator("#cases-run")).containsText("cases pass, 09:00 UTC");
        assertThat(page.locator("#dry-run")).containsText("Only the cases were run");
        assertThat(page.locator("#cases-run [data-stale]")).isHidden();
        page.keyboard().press("Control+Home");
        page.keyboard().type("// mine");
        assertThat(page.locator("#cases-run [data-stale]")).isVisible();
        assertThat(page.locator("[data-state]")).hasText("Saved 09:00 UTC");
        page.keyboard().press("Enter");
        page.keyboard().press("Control+s");
        assertThat(page.locator("[data-state]")).hasText("Saved 09:00 UTC");

        assertThat(site.workbench().drafts().findDraft("author").orElseThrow().find("plan/no-owner.drl"))
                .hasValueSatisfying(file -> assertThat(file.text()).startsWith("// mine\n"));
    }

    @Test
    void words_are_completed_from_the_vocabulary_and_explained() {
        Page page = site.signedIn(Role.AUTHOR, Screen.WIDE_LIGHT);
        page.navigate(EDIT);
        write(page, "#rule-text", RULE.substring(0, RULE.indexOf("$hub : ")) + "$m : ");
        page.keyboard().type("Miles");
        assertThat(page.locator(".cm-tooltip-autocomplete")).containsText("Milestone");
        choose(page);
        page.keyboard().type("ope");
        assertThat(page.locator(".cm-completionInfo")).containsText("neither done nor cancelled");
        choose(page);
        page.keyboard().type(", due.la");
        assertThat(page.locator(".cm-tooltip-autocomplete")).containsText("last");
        choose(page);
        page.keyboard().type(" < $m.");
        page.keyboard().type("st");
        assertThat(page.locator(".cm-tooltip-autocomplete")).containsText("status");
        page.keyboard().press("Escape");
        assertThat(page.locator("#rule").inputValue()).contains("$m : Milestone( open, due.last < $m.st");
        page.locator("#rule-text .t", new Page.LocatorOptions().setHasText("Milestone"))
                .first()
                .hover();
        assertThat(page.locator(".cm-doc")).containsText("A dated result");

        write(page, "#cases-text", CASES.substring(0, CASES.indexOf("REE-3") + 5) + ", sta");
        page.keyboard().type("t");
        assertThat(page.locator(".cm-tooltip-autocomplete")).containsText("status");
        choose(page);
        page.keyboard().type("BLO");
        assertThat(page.locator(".cm-tooltip-autocomplete")).containsText("BLOCKED");
    }

    @Test
    void keys_lead_from_problem_to_problem_over_both_texts_and_out_of_the_editor() {
        Page page = site.signedIn(Role.AUTHOR, Screen.WIDE_LIGHT);
        page.navigate(EDIT);
        write(page, "#rule-text", RULE);
        write(page, "#cases-text", CASES.replace("DONE", "DNE"));
        assertThat(page.locator("#problems")).containsText("DNE");
        page.locator("#rule-text").click();
        page.keyboard().press("Control+Home");
        page.keyboard().press("F8");
        assertThat(page.locator("[data-place]")).hasText("Ln 12, Col 20");
        page.keyboard().press("Control+.");
        assertThat(page.locator("#rule")).hasValue(Pattern.compile("exists Milestone\\( key"));
        assertThat(page.locator("#problems")).not().containsText("Milstone");
        page.keyboard().press("Control+z");
        assertThat(page.locator("#problems")).containsText("Milstone");
        page.keyboard().press("Control+Home");
        page.keyboard().press("F8");
        page.keyboard().press("F8");
        assertThat(page.locator("[data-place]")).containsText("Ln 12");
        assertThat(page.locator("#cases-text")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#cases-text")).not().isFocused();
        assertThat(page.locator("#cases").inputValue()).contains("DNE");
        page.locator("#problems a.at").first().click();
        assertThat(page.locator("#rule-text")).isFocused();
        button(page, "Replace DNE by DONE").click();
        assertThat(page.locator("#problems")).not().containsText("DNE");
    }

    @Test
    void a_text_saved_in_another_window_is_not_written_over_without_asking() {
        Page one = site.signedIn(Role.AUTHOR, Screen.WIDE_LIGHT);
        Page two = site.signedIn(Role.AUTHOR, Screen.WIDE_LIGHT);
        one.navigate(EDIT);
        two.navigate(EDIT);
        write(one, "#cases-text", "rule: plan/no-owner");
        assertThat(one.locator("[data-state]")).containsText("Saved");
        write(two, "#cases-text", "# typed here");
        assertThat(two.locator("#alerts")).containsText("another window");
        assertThat(two.locator("[data-state]")).hasText("Not saved");
        assertThat(two.locator("#cases").inputValue()).isEqualTo("# typed here");
        two.keyboard().press("Control+s");
        assertThat(two.locator("[data-state]")).containsText("Saved");
        assertThat(two.locator("#alerts")).isEmpty();
    }

    @Test
    void publication_says_what_is_in_the_way() {
        Page page = site.signedIn(Role.AUTHOR, Screen.WIDE_LIGHT);
        page.navigate(EDIT);
        page.locator("[data-publish]").click();
        assertThat(page.locator("#publishing")).isVisible();
        assertThat(page.locator("#publishing")).containsText("Save the rule and try it first");
        page.keyboard().press("Escape");
        write(
                page,
                "#cases-text",
                "rule: plan/no-owner\ncases:\n  - name: wrong\n    as-of: 2026-01-01\n    given: { milestones: [ { key: A } ] }\n    expect: []\n");
        page.locator("[data-publish]").click();
        assertThat(page.locator("#publishing")).containsText("Not yet: 1 failing case");
        assertThat(page.locator("#publishing form")).hasCount(0);
        assertThat(page.locator("#cases-run")).containsText("because");
    }

    @Test
    void a_flag_becomes_a_case_of_its_rule_and_so_does_a_milestone_about_which_a_rule_is_silent() {
        Page page = site.signedInWithoutScripts(Role.AUTHOR, Screen.WIDE_LIGHT);
        Flag flag =
                site.flags().list(FlagQuery.active().ofRule("plan/no-owner")).get(0);
        page.navigate("/flags/" + flag.id());
        page.getByText("Make a case of this flag").click();
        assertThat(page.locator("main")).containsText("The rule reports");
        assertThat(page.locator("#text")).hasValue(Pattern.compile("subject: " + flag.subject() + ", severity"));
        button(page, "Add to plan/no-owner.cases.yaml").click();
        assertThat(page.locator("#cases-run")).containsText(flag.subject() + " on 2026-11-23");
        assertThat(page.locator("#cases-run")).containsText("cases pass");

        page.navigate("/roadmaps/REE/milestones/REE-4");
        page.getByText("Make a case for a rule from this milestone").click();
        page.locator("#rule").selectOption("schedule/third-slip");
        button(page, "Show the case").click();
        assertThat(page.locator("main")).containsText("The rule is silent");
        page.locator("#text").fill(page.locator("#text").inputValue().replace("as-of", "as-off"));
        button(page, "Add to schedule/third-slip.cases.yaml").click();
        assertThat(page.locator(".note[role=alert]")).containsText("Not added");
        assertThat(page.locator("#text")).hasValue(Pattern.compile("as-off"));
        page.locator("#text").fill(page.locator("#text").inputValue().replace("as-off", "as-of"));
        button(page, "Add to schedule/third-slip.cases.yaml").click();
        assertThat(page.locator("#cases-run")).containsText("REE-4 on 2026-11-23");
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void the_editor_is_accessible_quiet_and_narrow_enough_in_all_its_states(Screen screen) throws Exception {
        var drafts = site.workbench().drafts();
        String rule = Files.readString(site.folder().resolve("plan/no-owner.drl"));
        drafts.save(
                "author", 0, "plan/no-owner.drl", rule.replace("open", "opne").replaceFirst("@why.*\n", "\n"));
        Page page = site.signedIn(Role.AUTHOR, screen);
        assertThat(Looks.complaints(page, EDIT)).isEmpty();
        page.locator(".cm-below button").first().click();
        assertThat(page.locator("#problems")).containsText("@why");
        button(page, "Dry run").click();
        assertThat(page.locator("#coverage")).isVisible();
        assertThat(Looks.complaints(page)).isEmpty();
        page.locator("[data-publish]").click();
        assertThat(page.locator("#publishing")).isVisible();
        assertThat(Looks.complaints(page)).isEmpty();
        for (String path : List.of(
                "/rules/guide",
                "/guide/checks/boundary-without-case",
                "/rules/case?rule=plan/no-owner&roadmap=REE&subject=REE-4")) {
            assertThat(Looks.complaints(page, path)).as(path).isEmpty();
        }
        page.context().close();
    }

    /** Replaces a whole text, as pasting does. */
    private static void write(Page page, String editor, String text) {
        page.locator(editor).click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(text);
    }

    /** Takes the first word offered; the list takes no key in its first moments, lest it take one meant for the text. */
    private static void choose(Page page) {
        page.waitForTimeout(150);
        page.keyboard().press("Enter");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
