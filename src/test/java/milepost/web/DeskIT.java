package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.period.PeriodDraft;
import milepost.web.officer.milestone.MilestoneForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Inbox, links, periods and the brief of the portfolio in a browser. */
class DeskIT {
    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open("2025-12-03T09:00:00Z");
        site.roadmaps().sweep();
        Edit.MilestoneRevision same = MilestoneForm.unchanged(milestone());
        Edit owned = new Edit.MilestoneRevision(
                same.key(),
                same.version(),
                same.title(),
                same.description(),
                same.stream(),
                same.stage(),
                same.status(),
                same.progress(),
                same.start(),
                same.due(),
                same.forecast(),
                same.completedOn(),
                "officer",
                same.requires(),
                same.evidence(),
                same.source());
        site.roadmaps().save(new Roadmaps.Author("kim", null, null), "REE", List.of(owned));
        LocalDate end = LocalDate.parse("2025-11-30");
        PeriodDraft draft = new PeriodDraft("November 2025", end.withDayOfMonth(1), end, null, null);
        site.parts().desk().periods().freeze("mara", "REE", draft);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void an_officer_reports_by_keyboard_alone_and_takes_it_back() {
        Page page = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        page.navigate("/");
        page.keyboard().press("g");
        page.keyboard().press("i");
        page.waitForURL("**/inbox");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForSelector("#f-report-progress:focus");
        page.keyboard().type("40");
        page.keyboard().press("Tab");
        page.keyboard().type("Q1 2027");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("Four of seven piers stand");
        page.keyboard().press("Control+Enter");
        page.waitForSelector("#saved:has-text('Saved. Rules ran')");
        assertThat(milestone().progress()).isEqualTo(40);

        page.locator("#saved button").press("Enter");
        page.waitForURL("**/inbox?saved=*");
        assertThat(milestone().progress()).isNull();
        page.context().close();
    }

    @Test
    void its_pages_are_accessible_and_narrow_enough() {
        var officer = site.people().active("name", "officer");
        String link = "/update/"
                + site.parts().desk().links().create(officer, "REE", "REE-2").secret();
        List<String> paths = List.of(
                "/inbox?open=REE/REE-2",
                link,
                "/roadmaps/REE/periods",
                "/roadmaps/REE/brief?period=November+2025",
                "/brief");
        for (Screen screen : List.of(Screen.PHONE_LIGHT, Screen.WIDE_DARK)) {
            Page page = site.signedIn(Role.MANAGER, screen);
            for (String path : paths) {
                assertThat(Looks.complaints(page, path)).as(path).isEmpty();
            }
            page.context().close();
        }
    }

    private static Milestone milestone() {
        return site.roadmaps().snapshot("REE").findMilestone("REE-2").orElseThrow();
    }
}
