package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import milepost.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A milestone in front of its roadmap. */
class DrawerIT {
    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open("2026-11-23T09:00:00Z");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void it_is_accessible_quiet_and_narrow_enough(Screen screen) {
        Page page = site.signedIn(Role.OFFICER, screen);
        for (String part : List.of("", "&part=details", "&part=history", "&part=other")) {
            String path = "/roadmaps/REE?m=REE-1" + part;
            assertThat(Looks.complaints(page, path)).as(path).isEmpty();
            assertThat(page.locator("#drawer").isVisible()).isTrue();
        }
    }

    @Test
    void a_link_opens_it_and_escape_closes_it_with_the_keyboard_back_on_the_link() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE?sort=-due");

        page.locator("#m-REE-1 th a").click();
        drawer(page).getByText("Deadline missed").first().waitFor();

        assertThat(page.url()).endsWith("/roadmaps/REE?sort=-due&m=REE-1");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("drawer-title");
        page.keyboard().press("Escape");
        page.waitForURL("**/roadmaps/REE?sort=-due");
        assertThat(drawer(page).isVisible()).isFalse();
        page.locator("#m-REE-1 a:focus").waitFor();
    }

    @Test
    void its_parts_are_shown_one_at_a_time_and_each_has_its_address() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE");
        page.locator(".tl-l a[href$=REE-2]").click();

        part(page, "Details").click();
        drawer(page).getByText("First promise").waitFor();
        part(page, "History").click();
        drawer(page).locator(".ver").first().waitFor();

        assertThat(page.url()).endsWith("/roadmaps/REE?m=REE-2&part=history");
        page.reload();
        assertThat(drawer(page).locator(".ver").first().isVisible()).isTrue();
        page.locator("#drawer [data-close]").click();
        page.waitForURL("**/roadmaps/REE");
        page.locator("#m-REE-2 a:focus").waitFor();
    }

    @Test
    void going_back_closes_it_and_going_forward_opens_it_again() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE");
        page.locator("#m-REE-7 th a").click();
        drawer(page).getByText("Nobody is recorded as the owner").waitFor();

        page.goBack();
        assertThat(drawer(page).isVisible()).isFalse();
        page.goForward();
        drawer(page).getByText("Nobody is recorded as the owner").waitFor();
    }

    @Test
    void without_scripts_the_link_leads_to_the_page_and_the_address_still_shows_it() {
        Page page = site.signedInWithoutScripts(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE");
        page.locator("#m-REE-7 th a").click();
        assertThat(page.url()).endsWith("/roadmaps/REE/milestones/REE-7");

        page.navigate("/roadmaps/REE?m=REE-7");
        assertThat(drawer(page).isVisible()).isTrue();
        page.locator("#drawer [data-close]").press("Enter");
        page.waitForURL("**/roadmaps/REE");
    }

    @Test
    void a_milestone_that_is_not_there_is_not_found() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);

        assertThat(page.navigate("/roadmaps/REE?m=REE-99").status()).isEqualTo(404);
        assertThat(page.navigate("/roadmaps/REE?m=").status()).isEqualTo(200);
    }

    private static Locator drawer(Page page) {
        return page.locator("#drawer");
    }

    private static Locator part(Page page, String name) {
        return drawer(page).locator(".tabs a").getByText(name);
    }
}
