package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import milepost.access.Role;
import milepost.flags.store.FlagQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesIT {
    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open("2025-11-24T09:00:00Z");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void every_page_is_accessible_quiet_and_narrow_enough(Screen screen) {
        Page page = site.signedIn(Role.VIEWER, screen);
        long flag = site.flags().list(FlagQuery.active()).get(0).id();
        Stream.of(
                        "/",
                        "/flags",
                        "/flags?group=rule&why=" + flag,
                        "/flags?severity=LOW&q=nothing+says+this",
                        "/flags/" + flag,
                        "/forecast",
                        "/forecast?months=24&roadmap=REE",
                        "/rules",
                        "/rules/schedule/deadline-missed",
                        "/search?q=bridge",
                        "/roadmaps/REE",
                        "/roadmaps/REE?sort=-due&zoom=quarter",
                        "/docs/api",
                        "/docs/api?q=nothing+says+this",
                        "/docs/api/patchRoadmapsRoadmapMilestonesKey",
                        "/password")
                .forEach(path ->
                        assertThat(Looks.complaints(page, path)).as(path).isEmpty());
        page.context().close();
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void so_is_every_page_for_people_who_are_not_signed_in(Screen screen) {
        Page page = site.visitor(screen);
        Stream.of("/sign-in", "/flags", "/sign-in?next=/rules")
                .forEach(path ->
                        assertThat(Looks.complaints(page, path)).as(path).isEmpty());
        page.context().close();
    }

    @Test
    void the_forecast_names_what_comes_and_the_day_it_comes() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate("/forecast?months=24");
        assertThat(page.locator("table[aria-label='Projected events']").textContent())
                .contains("2 Dec 2025", "REE-1 Deadline missed", "1 Jan 2027", "REE-2 Deadline missed");
        assertThat(page.locator(".tl-l").textContent()).contains("Deadline missed");
        page.context().close();
    }

    @Test
    void a_reason_shows_the_day_the_rule_looked_at() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        long flag = site.flags()
                .list(FlagQuery.active().ofRule("schedule/due-soon-no-progress"))
                .get(0)
                .id();
        page.navigate("/flags/" + flag);
        assertThat(page.locator("main").textContent()).contains("2025-11-24").doesNotContain("no such fact");
        page.context().close();
    }
}
