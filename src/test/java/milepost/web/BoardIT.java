package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager's work at the list of flags. */
class BoardIT {
    private static final String OWNERLESS = "/flags?rule=plan%2Fno-owner";

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open("2025-12-02T09:00:00Z");
        site.roadmaps().sweep();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void two_flags_are_accepted_with_one_reason_and_that_is_taken_back(boolean scripts) {
        Page page = scripts
                ? site.signedIn(Role.MANAGER, Screen.WIDE_LIGHT)
                : site.signedInWithoutScripts(Role.MANAGER, Screen.WIDE_LIGHT);
        page.navigate(OWNERLESS);
        page.locator("td.chk input").nth(0).check();
        page.locator("td.chk input").nth(1).check();
        press(page, "#bulk", "Accept until");
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Accept 2 flags"))
                        .isVisible())
                .isTrue();
        press(page, "form:has(#ask-until)", "Accept 2 flags");
        assertThat(page.locator("#ask-reason-err").textContent()).contains("Enter a reason");
        page.fill("#ask-reason", "The office is being set up");
        page.fill("#ask-until", "2026-01-31");
        press(page, "form:has(#ask-until)", "Accept 2 flags");

        assertThat(page.locator("#results").textContent()).contains("2 flags accepted.");
        assertThat(accepted()).hasSize(2).allMatch(f -> "The office is being set up".equals(f.reason()));
        assertThat(page.locator("#tab-accepted span").textContent()).isEqualTo("2");
        assertThat(page.locator("#bar-flags").textContent())
                .isEqualTo(site.flags().count(FlagQuery.counted()) + " open");
        press(page, "#results", "Undo");
        assertThat(accepted()).isEmpty();
    }

    @Test
    void what_somebody_else_decided_meanwhile_stays_selected_and_says_so() {
        Page page = site.signedIn(Role.MANAGER, Screen.WIDE_LIGHT);
        page.navigate(OWNERLESS);
        List<Flag> flags = site.flags().list(FlagQuery.counted().ofRule("plan/no-owner"));
        page.locator("td.chk input").nth(0).check();
        page.locator("td.chk input").nth(1).check();
        site.flags()
                .triaging()
                .act(
                        new Decider("ines", Severity.CRITICAL),
                        new FlagRef(flags.get(0).id(), null),
                        new Act.Decide(new Decision(Triage.ACKNOWLEDGED, null, null)),
                        LocalDate.parse("2025-12-02"));
        press(page, "#bulk", "Acknowledge");

        assertThat(page.locator("#results").textContent()).contains("1 flag acknowledged.", "ines decided something");
        assertThat(page.locator("td.chk input:checked").count()).isEqualTo(1);
        assertThat(page.locator("#bulk").textContent()).contains("1 selected");
    }

    @Test
    void everything_is_done_with_the_keyboard() {
        Page page = site.signedIn(Role.MANAGER, Screen.WIDE_LIGHT);
        page.navigate(OWNERLESS);
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("w");
        page.waitForSelector(".whyrow:not([hidden]) .why");
        page.keyboard().press("a");
        page.waitForSelector("#results");
        assertThat(site.flags().count(FlagQuery.active().decided(List.of(Triage.ACKNOWLEDGED))))
                .isEqualTo(1);
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("Shift+A");
        page.waitForSelector("dialog[open]");
        assertThat((String) page.evaluate("document.activeElement.id")).isEqualTo("ask-until");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]").count()).isZero();
        page.locator("h1").click();
        page.keyboard().press("?");
        assertThat(page.locator("#keys").textContent()).contains("Accept flag", "Show why");
    }

    @Test
    void a_missed_deadline_folds_what_follows_from_it() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate("/flags?state=open");
        int rows = page.locator("tr[id^=F-]").count();
        int total = site.flags().count(FlagQuery.counted());
        int folded = page.locator(".expl li").count();

        assertThat(folded).isPositive();
        assertThat(rows + folded).isEqualTo(total);
        assertThat(page.locator("tr[id^=F-]:has(.expl)").first().textContent()).contains("schedule/deadline-missed");
        page.getByText("explains " + folded).first().click();
        assertThat(page.locator(".expl li").first().isVisible()).isTrue();
        page.navigate("/flags?category=dependency");
        assertThat(page.locator("tr[id^=F-]").count())
                .as("nothing is hidden when its cause is not in the list")
                .isEqualTo(folded);
    }

    @Test
    void what_came_since_the_last_visit_is_marked_and_can_be_had_alone() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate("/flags?state=open");
        assertThat(page.locator(".tag.new").count()).isZero();
        site.clock().set("2026-03-02T09:00:00Z");
        site.roadmaps().sweep();
        Page later = site.signedInAnew(Role.VIEWER, Screen.WIDE_LIGHT);
        later.navigate("/flags?state=open");

        int fresh = later.locator(".tag.new").count();
        assertThat(fresh).isPositive();
        assertThat(later.locator(".big").textContent()).contains("New since Tue 2 Dec");
        later.locator("#new").check();
        later.waitForURL("**new=1**");
        assertThat(later.locator("tr[id^=F-]").count()).isGreaterThanOrEqualTo(fresh);
        assertThat(later.locator("tr[id^=F-]:not(.isnew)").count()).isZero();
    }

    @Test
    void a_view_is_kept_under_a_name_and_the_list_begins_with_it() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate("/flags?severity=HIGH&group=rule");
        page.getByText("Save view").first().click();
        page.fill("#view-name", "High by rule");
        page.getByLabel("Begin with it").check();
        press(page, ".menu[open]", "Save view");

        page.navigate("/flags");
        assertThat(page.url()).endsWith("/flags?severity=HIGH&group=rule");
        page.getByText("My views").click();
        page.getByLabel("Remove the view High by rule").click();
        Looks.settle(page);
        page.navigate("/flags");
        assertThat(page.url()).endsWith("/flags");
    }

    @Test
    void the_page_of_a_flag_takes_comments_people_and_another_severity() {
        Page page = site.signedIn(Role.MANAGER, Screen.WIDE_LIGHT);
        Flag flag = site.flags().list(FlagQuery.counted().of(Severity.HIGH)).get(0);
        page.navigate("/flags/" + flag.id());
        page.fill("#comment", "<script>alert(1)</script>\nsecond line");
        press(page, "#comment-form", "Add comment");
        assertThat(page.locator(".said").textContent()).isEqualTo("<script>alert(1)</script>\nsecond line");

        page.getByText("Assign to a person").click();
        page.selectOption("#assignee", "officer");
        press(page, "#decide", "Assign");
        assertThat(page.locator(".facts").textContent()).contains("officer of the tests");

        page.getByText("Set another severity").click();
        page.selectOption("#severity", "LOW");
        press(page, "#decide", "Set severity");
        assertThat(page.locator("#severity-reason-err").textContent()).contains("Enter a reason");
        page.fill("#severity-reason", "Only a draft");
        press(page, "#decide", "Set severity");
        assertThat(page.locator(".note").textContent()).contains("The rule says High", "set to Low", "Only a draft");
        press(page, "#decide", "Undo");
        assertThat(site.flags().flag(flag.id()).severity()).isEqualTo(Severity.HIGH);
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void every_state_of_the_list_is_accessible(Screen screen) {
        Page page = site.signedIn(Role.MANAGER, screen);
        site.flags().views().save("manager", "High", "/flags?severity=HIGH", false);
        Flag flag = site.flags().list(FlagQuery.counted()).get(0);
        assertThat(Looks.complaints(page, "/flags?severity=HIGH&group=assignee&why=" + flag.id()))
                .isEmpty();
        page.getByText("My views").click();
        assertThat(Looks.complaints(page)).as("my views").isEmpty();
        page.getByText("My views").click();
        page.getByText("Save view").first().click();
        page.locator("td.chk input").first().check();
        assertThat(Looks.complaints(page)).as("selected").isEmpty();
        page.locator("h1").click();
        press(page, "#bulk", "Accept until");
        press(page, "dialog", "Accept 1 flag");
        assertThat(Looks.complaints(page)).as("asked").isEmpty();
        page.fill("#ask-reason", "It is so");
        page.fill("#ask-until", "2025-12-31");
        press(page, "dialog", "Accept 1 flag");
        assertThat(Looks.complaints(page)).as("done").isEmpty();
        page.context().close();
    }

    private List<Flag> accepted() {
        return site.flags().list(FlagQuery.active().decided(List.of(Triage.ACCEPTED)));
    }

    /** Presses a button and waits for what comes of it. */
    private static void press(Page page, String where, String button) {
        page.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> page.locator(where)
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                        .first()
                        .click());
        Looks.settle(page);
        page.waitForSelector(
                ".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }
}
