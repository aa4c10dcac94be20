package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import milepost.access.Role;
import milepost.flags.life.FlagState;
import milepost.flags.store.FlagQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkbenchIT {
    private static final String KEY = "dependency/hub-without-bridge";
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
                exists Milestone( key == "REE-3", open )
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
    void an_author_writes_a_rule_publishes_it_and_brings_the_old_rules_back_without_scripts() throws IOException {
        Page page = site.signedInWithoutScripts(Role.AUTHOR, Screen.WIDE_LIGHT);
        page.navigate("/rules");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New rule"))
                .click();
        page.locator("#key").fill(KEY);
        page.locator("#title").fill("Hub without its bridge");
        press(page, "Begin");
        page.locator("#rule").fill(RULE.replace("open )\n    exists", "opne )\n    exists"));
        page.locator("#cases").fill(CASES);
        press(page, "Save and check");
        assertThat(page.locator("#problems").innerText()).contains("opne").contains("line 11");
        assertThat(page.locator("#dry-run").innerText()).contains("Not tried");

        press(page, "Replace opne by open");
        assertThat(page.locator("#rule").inputValue()).isEqualTo(RULE);
        assertThat(page.locator("#problems").innerText()).contains("None");
        assertThat(page.locator("#cases-run").innerText())
                .contains("no bridge yet")
                .contains("2 cases pass");
        assertThat(page.locator("#coverage").innerText())
                .contains("3 of 4 constraints")
                .contains("Never false in a case");
        assertThat(page.locator("#dry-run").innerText()).contains("+1 raised").contains("The bridge for REE-4");
        assertThat(site.flags().list(FlagQuery.all().ofRule(KEY))).isEmpty();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Publish…"))
                .click();
        press(page, "Publish version 2");
        assertThat(page.locator("#publish").innerText()).contains("Say in a sentence what is new");
        page.locator("#comment").fill("The hub depends on its bridge");
        press(page, "Publish version 2");
        assertThat(page.locator("h1").innerText()).isEqualTo("Version 2");
        assertThat(site.flags().list(FlagQuery.active().ofRule(KEY))).hasSize(1);
        assertThat(Files.readString(site.folder().resolve(KEY + ".drl"))).isEqualTo(RULE);

        page.navigate("/rulesets/1");
        page.locator("#comment").fill("The bridge is built");
        press(page, "Bring version 1 back");
        assertThat(page.locator("h1").innerText()).isEqualTo("Version 3");
        assertThat(site.flags().list(FlagQuery.all().ofRule(KEY)).get(0).state())
                .isEqualTo(FlagState.RESOLVED);
        assertThat(site.folder().resolve(KEY + ".drl")).doesNotExist();
    }

    @Test
    void a_change_on_disk_under_an_open_draft_is_shown_and_neither_text_is_lost() throws IOException {
        Page page = site.signedInWithoutScripts(Role.AUTHOR, Screen.WIDE_LIGHT);
        String path = "plan/no-owner.drl";
        String text = Files.readString(site.folder().resolve(path));
        page.navigate("/rules/plan/no-owner/edit");
        page.locator("#rule").fill(text + "// mine\n");
        press(page, "Save and check");
        Files.writeString(site.folder().resolve(path), text + "// theirs\n");
        assertThat(site.workbench().folder().align()).isTrue();

        page.navigate("/draft");
        assertThat(page.locator("main").innerText()).contains("Changed elsewhere since the draft was begun");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish version 3"))
                        .count())
                .isZero();
        page.navigate("/rules/plan/no-owner/edit");
        assertThat(page.locator("main").innerText())
                .contains("Changed elsewhere since you began")
                .contains("// theirs");
        assertThat(page.locator("#rule").inputValue()).contains("// mine");
        press(page, "My text is right");
        assertThat(page.locator("main").innerText()).doesNotContain("Changed elsewhere");
        assertThat(page.locator("#rule").inputValue()).contains("// mine");
    }

    @Test
    void a_save_from_an_older_window_keeps_what_was_typed() {
        Page one = site.signedInWithoutScripts(Role.AUTHOR, Screen.WIDE_LIGHT);
        Page two = site.signedInWithoutScripts(Role.AUTHOR, Screen.WIDE_LIGHT);
        one.navigate("/rules/plan/no-owner/edit");
        two.navigate("/rules/plan/no-owner/edit");
        one.locator("#cases").fill("rule: plan/no-owner");
        press(one, "Save and check");
        two.locator("#cases").fill("# typed here");
        press(two, "Save and check");

        assertThat(two.locator("[role=alert]").first().innerText())
                .contains("Not saved")
                .contains("another window");
        assertThat(two.locator("#cases").inputValue()).isEqualTo("# typed here");
        press(two, "Save and check");
        assertThat(two.locator("[role=alert]:has-text('Not saved')").count()).isZero();
    }

    @Test
    void only_authors_edit_and_everyone_reads_the_versions() {
        Page page = site.signedIn(Role.MANAGER, Screen.WIDE_LIGHT);
        for (String path : List.of("/rules/new", "/draft", "/rules/plan/no-owner/edit")) {
            assertThat(page.navigate(path).status()).as(path).isEqualTo(403);
        }
        assertThat(page.navigate("/rulesets/1").status()).isEqualTo(200);
        assertThat(page.locator("#restore").count()).isZero();
        page.navigate("/rules/plan/no-owner");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit"))
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void every_page_of_authors_is_accessible_quiet_and_narrow_enough(Screen screen) throws IOException {
        Page page = site.signedIn(Role.AUTHOR, screen);
        assertThat(Looks.complaints(page, "/draft")).isEmpty();
        var drafts = site.workbench().drafts();
        String rule = Files.readString(site.folder().resolve("plan/no-owner.drl"));
        var draft = drafts.save("author", 0, KEY + ".drl", RULE.replace("open )", "opne )"));
        drafts.save("author", draft.version(), "plan/no-owner.drl", rule.replace("owner", "owned"));
        Stream.of("/rules", "/rules/new", "/rules/" + KEY + "/edit", "/draft", "/rulesets", "/rulesets/1")
                .forEach(path ->
                        assertThat(Looks.complaints(page, path)).as(path).isEmpty());
        drafts.discard("author", 2);
        drafts.save("author", 0, "plan/no-owner.drl", rule.replace("has no", "lacks an"));
        assertThat(Looks.complaints(page, "/draft")).isEmpty();
        page.context().close();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
