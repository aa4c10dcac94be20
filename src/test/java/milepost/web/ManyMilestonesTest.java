package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import milepost.access.Role;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.web.Browsing.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of a roadmap with five hundred milestones more than the example has. */
class ManyMilestonesTest {
    private static final List<String> STREAMS = List.of("Mining", "Ports", "Rail", "Refining", "Roads");

    private static Site site;
    private static Browsing viewer;

    @BeforeAll
    static void open() {
        site = Site.open("2026-03-02T09:00:00Z");
        fill(site, 500);
        site.clock().set("2026-03-09T09:00:00Z");
        viewer = new Browsing(site, Role.VIEWER);
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
        Answer folded = viewer.get("/roadmaps/REE");
        assertThat(count(folded, "class=\"tl-g\"")).isEqualTo(11);
        assertThat(folded.text()).contains("Mining 100 milestones");
        assertThat(count(folded, "class=\"tl\"")).isZero();
        Answer mining = viewer.get(folded.find("href=\"([^\"#]*open=Mining)"));
        assertThat(count(mining, "class=\"tl\"")).isEqualTo(1);
        assertThat(count(mining, "<li><span class=\"key\">N-")).isEqualTo(100);
        assertThat(count(mining, "class=\"tl-g\""))
                .as("all groups stand in the one chart")
                .isEqualTo(11);
        assertThat(viewer.get("/roadmaps/REE?group=none").text()).contains("410 more are not drawn");
    }

    @Test
    void a_group_of_few_milestones_is_open_and_folds_too() {
        Answer open = viewer.get("/roadmaps/REE?q=hubs&group=stream");
        assertThat(count(open, "class=\"tl\"")).isEqualTo(1);
        String toggle = open.find("<h3><a href=\"([^\"#]*folded=Logistics[^\"#]*)#timeline\" aria-expanded=\"true\"");

        Answer folded = viewer.get(toggle);
        assertThat(count(folded, "class=\"tl\"")).isZero();
        assertThat(folded.text()).contains("Logistics 2 milestones");
        assertThat(folded.find("<h3><a href=\"([^\"#]*)#timeline\" aria-expanded=\"false\""))
                .isEqualTo("/roadmaps/REE?q=hubs&group=stream");
        assertThat(folded.body()).contains("<input type=\"hidden\" name=\"folded\" value=\"Logistics\">");
    }

    @Test
    void the_deadlines_of_the_portfolio_are_named_as_far_as_there_is_room_and_the_others_counted() {
        Answer portfolio = viewer.get("/");
        List<String> names = Pattern.compile(
                        "<svg x=\"([0-9.]+%)\" y=\"([0-9]+)\" overflow=\"visible\">(?:<use|<text class=\"halo ink)")
                .matcher(portfolio.body())
                .results()
                .map(m -> m.group(1) + " " + m.group(2))
                .toList();

        assertThat(names).hasSizeBetween(5, 30).doesNotHaveDuplicates();
        assertThat(portfolio.text()).contains("REE-1 Comprehensive roadmap");
        int nameless = Integer.parseInt(portfolio.find("([0-9]+) deadlines drawn without a name for want of room"));
        int outside = Integer.parseInt(portfolio.find("([0-9]+) more before or after these months"));
        long dated = site.roadmaps().snapshot("REE").milestones().stream()
                .filter(m -> m.open() && m.due() != null)
                .count();
        assertThat(names.size() + nameless + outside).isEqualTo((int) dated);
    }

    @Test
    void the_table_has_pages_an_order_filters_and_columns_and_the_address_keeps_them() {
        Answer first = viewer.get("/roadmaps/REE?sort=-due&status=BLOCKED&group=owner");
        assertThat(count(first, "<tr id=\"m-")).isEqualTo(50);
        Answer second = viewer.get(first.find("href=\"([^\"#]*)#milestones\" rel=\"next\""));
        assertThat(second.text()).contains("51–100 of 12");
        String hiding = second.find("href=\"([^\"#]*hide=Forecast[^\"#]*)");
        assertThat(hiding)
                .contains("sort=-due", "status=BLOCKED", "group=owner")
                .doesNotContain("page=");
        assertThat(viewer.get(hiding).body()).contains("class=\"tbl stack h6\"");
        Answer none = viewer.get("/roadmaps/REE?sort=key&q=no+such+thing");
        assertThat(none.text()).contains("No milestone matches", "0 of 510");
        assertThat(none.find("href=\"([^\"]*)\">Remove all filters")).isEqualTo("/roadmaps/REE?sort=key");
    }

    @Test
    void a_value_changed_without_scripts_leads_back_to_what_was_chosen_and_so_does_taking_it_back() {
        Browsing officer = new Browsing(site, Role.OFFICER);
        String list = "/roadmaps/REE?q=number+12&hide=Forecast&sort=-key";
        String cell = officer.get(list).find("href=\"([^\"]*/N-12/cell/owner[^\"]*)\"");
        Answer form = officer.get(cell);
        assertThat(form.find("href=\"([^\"]*)\"[^>]*data-cancel")).isEqualTo(list + "#m-N-12");
        String back = form.find("name=\"back\" value=\"([^\"]*)\"");
        String version = form.find("name=\"version\" value=\"([^\"]*)\"");

        Answer refused = officer.post(cell, cell, Map.of("owner", "x".repeat(3000), "version", version, "back", back));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.find("name=\"back\" value=\"([^\"]*)\"")).isEqualTo(back);
        Answer saved = officer.post(cell, cell, Map.of("owner", "K. Osei", "version", version, "back", back));
        assertThat(saved.location())
                .startsWith("/roadmaps/REE?saved=")
                .endsWith("&q=number+12&hide=Forecast&sort=-key#m-N-12");
        Answer after = officer.get(saved.location().replaceFirst("#.*", ""));
        assertThat(after.text()).contains("K. Osei").doesNotContain("Result number 13");
        String undo = after.find("action=\"([^\"]*/undo)\"");
        String home = after.find("name=\"back\" value=\"([^\"]*)\"");
        assertThat(officer.post("/roadmaps/REE", undo, Map.of("back", home)).location())
                .startsWith("/roadmaps/REE?saved=")
                .endsWith("&q=number+12&hide=Forecast&sort=-key");
    }

    @Test
    void an_earlier_day_keeps_what_is_chosen_and_what_is_chosen_keeps_the_day() {
        Answer before = viewer.get("/roadmaps/REE?asOf=2026-03-01&q=hubs");
        assertThat(count(before, "<tr id=\"m-")).isEqualTo(2);
        assertThat(before.find("href=\"([^\"]*)\">Remove all filters")).isEqualTo("/roadmaps/REE?asOf=2026-03-01");
        assertThat(before.body()).contains("<input type=\"hidden\" name=\"q\" value=\"hubs\">");
        Answer then = viewer.get("/roadmaps/REE?asOf=2026-03-05&status=PLANNED");
        assertThat(viewer.get(then.find("href=\"([^\"#]*)#milestones\" rel=\"next\""))
                        .text())
                .contains("51–100 of 1", "5 Mar 2026");
        assertThat(viewer.get(then.find("href=\"([^\"#]*open=Mining[^\"#]*)")).body())
                .contains("/milestones/N-20?asOf=2026-03-05");
    }

    @Test
    void an_address_that_nobody_was_given_shows_what_can_be_shown() {
        assertThat(viewer.get("/roadmaps/REE?page=999&group=none&zoom=x&hide=Key")
                        .text())
                .contains("501–510 of 510");
        assertThat(viewer.get("/roadmaps/REE?page=-1&group=moon&status=&q=" + "x".repeat(300))
                        .text())
                .contains("1–50 of 510");
    }

    private static int count(Answer answer, String part) {
        return (int) Pattern.compile(Pattern.quote(part))
                .matcher(answer.body())
                .results()
                .count();
    }
}
