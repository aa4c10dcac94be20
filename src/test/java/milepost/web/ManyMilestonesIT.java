package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.roadmap.Edit;
import milepost.roadmap.Roadmaps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A roadmap with five hundred milestones. */
class ManyMilestonesIT {
    private static final List<String> STREAMS = List.of("Mining", "Ports", "Rail", "Refining", "Roads");

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open("2026-03-02T09:00:00Z");
        fill(site, 500);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    static void fill(Site site, int number) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            Status status = Status.values()[i % 4];
            edits.add(new Edit.MilestoneRevision(
                    "N-" + i,
                    0,
                    "Result number " + i,
                    null,
                    STREAMS.get(i % STREAMS.size()),
                    null,
                    status,
                    status == Status.IN_PROGRESS ? 40 : null,
                    TargetDate.parse("2026-0" + (1 + i % 9)),
                    TargetDate.parse((2026 + i % 3) + "-" + (10 + i % 3) + "-" + (10 + i % 18)),
                    null,
                    status == Status.DONE ? TargetDate.parse("2026-02-01") : null,
                    "Officer " + i % 12,
                    List.of(),
                    List.of(),
                    null));
        }
        site.roadmaps().save(new Roadmaps.Author("kim", "many", null), "REE", edits);
    }

    @Test
    void the_timeline_is_folded_by_stream_and_unfolds_where_it_is_asked_to() {
        Page page = site.signedInWithoutScripts(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE");
        assertThat(page.locator("h3.tl-g").allTextContents())
                .hasSize(6)
                .anyMatch(text -> text.contains("Mining 100 milestones"));
        assertThat(page.locator(".tl").count()).isZero();
        page.getByText("Mining", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(page.url()).contains("open=Mining");
        assertThat(page.locator(".tl").count()).isEqualTo(1);
        assertThat(page.locator(".tl-l li").count()).isBetween(100, 101);
    }

    @Test
    void the_table_has_pages_an_order_filters_and_columns_and_the_address_keeps_them() {
        Page page = site.signedIn(Role.VIEWER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE?sort=-due&status=BLOCKED&group=owner");
        assertThat(page.locator("#milestones tbody tr[id^=m-]").count()).isEqualTo(50);
        page.getByText("Next", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**page=2**");
        assertThat(page.url()).contains("sort=-due", "status=BLOCKED", "group=owner", "page=2");
        assertThat(page.locator("#milestones").textContent()).contains("51–100 of 12");
        page.locator("form[aria-label='Choose milestones'] summary").click();
        page.getByText("Forecast shown").click();
        assertThat(page.url()).contains("hide=Forecast", "sort=-due");
        assertThat(page.locator("#milestones thead th:nth-child(6)").isVisible())
                .isFalse();
        assertThat(page.locator("#milestones thead th:nth-child(7)").isVisible())
                .isTrue();
        page.fill("input[name=q]", "no such thing");
        page.keyboard().press("Enter");
        page.waitForURL("**q=no**");
        assertThat(page.locator("#timeline").textContent()).contains("No milestone matches");
    }

    @Test
    void a_value_saved_in_place_keeps_the_page_that_is_looked_at() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/roadmaps/REE?q=number+7&sort=key");
        int rows = page.locator("#milestones tbody tr[id^=m-]").count();
        page.locator("#m-N-7 [href*='cell/owner'], #m-N-7 [hx-get*='cell/owner']")
                .first()
                .click();
        page.waitForSelector("form.edit input");
        page.fill("form.edit input:not([type=hidden])", "K. Osei");
        page.keyboard().press("Enter");
        page.waitForSelector("#m-N-7:has-text('K. Osei')");
        assertThat(page.locator("#milestones tbody tr[id^=m-]").count()).isEqualTo(rows);
        assertThat(rows).isBetween(11, 30);
    }

    @ParameterizedTest
    @EnumSource
    void five_hundred_milestones_are_accessible_on_every_screen(Screen screen) {
        Page page = site.signedIn(Role.VIEWER, screen);
        assertThat(Looks.complaints(page, "/roadmaps/REE?open=Mining&status=PLANNED&hide=Due"))
                .isEmpty();
        page.context().close();
    }
}
