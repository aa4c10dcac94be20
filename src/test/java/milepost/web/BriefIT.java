package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Margin;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import milepost.access.Role;
import milepost.facts.Severity;
import milepost.flags.FlagRef;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.foresight.ForecastEvent;
import milepost.foresight.Forecasts;
import milepost.roadmap.period.PeriodDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The brief of a roadmap in a browser and on paper. */
class BriefIT {
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 24);
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");
    private static final Pattern PORTRAIT = Pattern.compile("/MediaBox\\s*\\[0 0 59[45][.\\d]* 84[12][.\\d]*\\]");

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open(TODAY + "T09:00:00Z");
        site.roadmaps().sweep();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void the_brief_is_accessible_quiet_and_narrow_enough(Screen screen) {
        accept(worst().get(0));
        Page page = site.signedIn(Role.VIEWER, screen);
        for (String day : List.of("", "?asOf=2025-11-10", "?asOf=2026-01-15", "?asOf=1999-01-01")) {
            assertThat(Looks.complaints(page, brief(day))).as(day).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?asOf=2025-11-10", "?asOf=2026-11-23", "?period=October 2025", "/brief"})
    void it_prints_on_one_portrait_page_of_a4(String day) {
        accept(worst().get(0));
        accept(worst().get(1));
        accept(worst().get(2));
        freeze("October 2025");
        for (Screen screen : List.of(Screen.WIDE_LIGHT, Screen.PHONE_DARK)) {
            Page page = site.signedIn(Role.OFFICER, screen);
            page.navigate(day.startsWith("/") ? site.address() + day : brief(day));
            String pdf = new String(print(page), StandardCharsets.ISO_8859_1);

            assertThat(SHEET.matcher(pdf).results().count()).as(day).isEqualTo(1);
            assertThat(PORTRAIT.matcher(pdf).find()).isTrue();
        }
    }

    @Test
    void what_is_to_be_decided_is_what_the_list_of_flags_says_worst_first() {
        Page page = site.signedInWithoutScripts(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate(brief(""));

        assertThat(page.locator("#decide tbody th").allInnerTexts())
                .isEqualTo(worst().stream().limit(4).map(BriefIT::said).toList());
        assertThat(page.locator("#decide").innerText())
                .contains("The worst 4 of " + worst().size() + " that nobody has decided about");
        page.navigate(site.address() + "/flags?roadmap=REE");
        assertThat(page.locator("main").innerText())
                .contains(worst().stream().limit(4).map(Flag::message).toList());
    }

    @Test
    void a_flag_that_was_decided_about_is_not_to_be_decided_again_and_an_accepted_one_says_until_when_and_why() {
        Flag accepted = worst().get(0);
        Flag seen = worst().get(1);
        accept(accepted);
        decide(seen, new Decision(Triage.ACKNOWLEDGED, null, null));
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate(brief(""));

        assertThat(page.locator("#decide tbody th").allInnerTexts())
                .doesNotContain(said(accepted), said(seen))
                .startsWith(said(worst().get(0)));
        assertThat(page.locator("#accepted").innerText())
                .contains(said(accepted), "Until 31 Jan 2026", "The ministry carries it")
                .doesNotContain(said(seen));
    }

    @Test
    void what_comes_if_nothing_changes_is_what_the_forecast_says() {
        List<ForecastEvent> events = new Forecasts(
                        site.roadmaps(), site.flags(), site.parts().ruleset())
                .ahead("REE", TODAY, TODAY.plusYears(1)).events().stream()
                        .filter(e -> e.event() != ForecastEvent.Kind.CLEARED)
                        .toList();
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate(brief(""));

        assertThat(page.locator("#coming tbody tr").count()).isPositive();
        assertThat(page.locator("#coming tbody tr").first().innerText())
                .contains(events.get(0).message());
        assertThat(page.locator("#coming").innerText()).contains("2 Dec 2025");
    }

    @Test
    void a_past_day_shows_the_record_and_a_day_to_come_the_projection() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate(brief("?asOf=2025-11-10"));
        assertThat(page.locator(".sheet").innerText()).contains("Manager brief, record of 10 Nov 2025");
        assertThat(page.locator("#coming").count()).isZero();

        page.navigate(brief("?asOf=2025-12-02"));
        assertThat(page.locator(".sheet").innerText()).contains("projection for 2 Dec 2025", "1 day ago (REE-1)");

        assertThat(page.navigate(brief("?asOf=soon")).status()).isEqualTo(422);
        assertThat(page.locator("#asof-error").innerText()).contains("Write a day");
    }

    @Test
    void the_roadmap_leads_to_its_brief_and_back_in_the_same_moment() {
        Page page = site.signedInWithoutScripts(Role.VIEWER, Screen.PHONE_LIGHT);
        page.navigate(site.address() + "/roadmaps/REE?asOf=2025-11-10");
        page.getByText("Brief", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.url()).endsWith("/roadmaps/REE/brief?asOf=2025-11-10");
        assertThat(page.getByText("Print").isVisible()).isFalse();
        page.getByText("Back to the roadmap").click();
        assertThat(page.url()).endsWith("/roadmaps/REE?asOf=2025-11-10");
    }

    @Test
    void nobody_in_particular_and_no_such_roadmap_are_answered_as_everywhere() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        assertThat(page.navigate(site.address() + "/roadmaps/NONE/brief").status())
                .isEqualTo(404);
        Page visitor = site.visitor(Screen.WIDE_LIGHT);
        visitor.navigate(brief(""));
        assertThat(visitor.url()).contains("/sign-in");
    }

    /** Open flags of the example as the list of flags orders them. */
    private List<Flag> worst() {
        return site.flags().list(FlagQuery.active().inRoadmap("REE")).stream()
                .filter(flag -> flag.triage() == Triage.UNTRIAGED)
                .toList();
    }

    private static String said(Flag flag) {
        return flag.subject() + " " + flag.message();
    }

    private void accept(Flag flag) {
        Decision decision = new Decision(Triage.ACCEPTED, "The ministry carries it", LocalDate.of(2026, 1, 31));
        decide(flag, decision);
    }

    private void decide(Flag flag, Decision decision) {
        Decider manager = new Decider("manager", Severity.CRITICAL);
        site.flags().triaging().act(manager, new FlagRef(flag.id(), null), new Act.Decide(decision), TODAY);
    }

    private String brief(String query) {
        return site.address() + "/roadmaps/REE/brief" + query;
    }

    private static byte[] print(Page page) {
        return page.pdf(new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPrintBackground(true)
                .setMargin(new Margin()));
    }

    private void freeze(String name) {
        PeriodDraft draft = new PeriodDraft(name, LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), null, null);
        site.parts().desk().periods().freeze("mara", "REE", draft);
    }
}
