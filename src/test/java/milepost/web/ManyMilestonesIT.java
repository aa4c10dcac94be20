package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import milepost.access.Role;
import org.junit.jupiter.api.Test;

/** A roadmap with so many milestones that they are grouped, in a browser. */
class ManyMilestonesIT {

    @Test
    void a_value_saved_in_place_keeps_what_is_chosen_and_the_page_is_accessible() {
        try (Site site = Site.open("2026-03-02T09:00:00Z")) {
            ManyMilestonesTest.fill(site, 60);
            Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
            page.navigate("/roadmaps/REE?q=number+1&sort=key");
            int rows = page.locator("#milestones tbody tr[id^=m-]").count();
            assertThat(rows).isEqualTo(11);
            page.locator("#m-N-1 [hx-get*='cell/owner']").first().click();
            page.fill("#m-N-1 form input:not([type=hidden])", "K. Osei");
            page.keyboard().press("Enter");
            page.waitForSelector("#m-N-1:has-text('K. Osei')");
            assertThat(page.locator("#milestones tbody tr[id^=m-]").count()).isEqualTo(rows);
            page.locator("#m-N-1 a.main").first().click();
            page.waitForSelector("#drawer[open]:has-text('Result number 1')");
            page.context().close();
            Page phone = site.signedIn(Role.VIEWER, Screen.PHONE_LIGHT);
            assertThat(Looks.complaints(phone, "/roadmaps/REE?open=Mining&status=PLANNED&hide=Due"))
                    .isEmpty();
        }
    }
}
