package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import milepost.access.Person;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.facts.ProgressUpdate;
import milepost.facts.Severity;
import milepost.facts.TargetDate;
import milepost.flags.FlagRef;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.store.HistoryFilter;
import milepost.web.Browsing.Answer;
import milepost.web.officer.milestone.MilestoneForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An officer's inbox, and reports through links in messages, without scripts. */
class InboxTest {
    private static final String FORM = "/inbox?open=REE/REE-2";
    private static final String REPORTS = "/roadmaps/REE/inbox/REE-2";

    private Site site;
    private Browsing officer;

    @BeforeEach
    void open() {
        site = Site.open("2025-11-24T09:00:00Z");
        site.roadmaps().sweep();
        own("REE-2", "Officer OF the tests");
        own("REE-7", " officer");
        own("REE-8", "Somebody else");
        officer = new Browsing(site, Role.OFFICER);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void mine_are_the_milestones_with_my_name_and_the_page_says_how_that_is_found_out() {
        Answer inbox = officer.get("/inbox");

        assertThat(inbox.text())
                .contains(
                        "officer is written “officer of the tests” or “officer”",
                        "REE-2",
                        "REE-7",
                        "1 report overdue",
                        "First report owed")
                .contains("every 7 days with a critical flag, every 14 days with a high flag, else every 30 days")
                .contains("This is your first visit")
                .doesNotContain("REE-8");
        Answer none = new Browsing(site, Role.MANAGER).get("/inbox");
        assertThat(none.text()).contains("No milestone is yours yet", "No flag is given to you.");
        assertThat(new Browsing(site, Role.VIEWER).get("/inbox").status()).isEqualTo(403);
        assertThat(new Browsing(site, Role.VIEWER).get("/").body()).doesNotContain("href=\"/inbox\"");
        assertThat(new Browsing(site, Role.MANAGER).get("/").body()).contains("href=\"/inbox\"");
    }

    @Test
    void a_report_is_one_change_that_sets_progress_and_forecast_and_can_be_taken_back() {
        Answer form = officer.get(FORM);
        int before = site.roadmaps().past().page("REE", HistoryFilter.ALL, 100).size();
        Answer sent = officer.post(
                FORM,
                REPORTS,
                Map.of(
                        "version", version(form),
                        "report/progress", "35 %",
                        "report/forecast", "Q1 2027",
                        "report/text", "Four of seven piers stand",
                        "report/source/url", "https://example.org/piers"));

        assertThat(sent.status()).isEqualTo(303);
        Milestone saved = milestone("REE-2");
        assertThat(saved.progress()).isEqualTo(35);
        assertThat(saved.forecast()).isEqualTo(TargetDate.parse("2027-Q1"));
        assertThat(site.roadmaps().past().page("REE", HistoryFilter.ALL, 100)).hasSize(before + 1);
        ProgressUpdate update = updates().get(updates().size() - 1);
        assertThat(update.text()).isEqualTo("Four of seven piers stand");
        assertThat(update.recorded().by()).isEqualTo("officer");
        assertThat(update.source().url()).isEqualTo("https://example.org/piers");

        Answer after = officer.get(sent.location());
        assertThat(after.text()).contains("Saved. Rules ran", "Last 24 Nov 2025");
        String undo = after.find("action=\"(/roadmaps/REE/changes/[0-9]+/undo)\"");
        Answer undone = officer.post(sent.location(), undo, Map.of("back", "/inbox"));
        assertThat(undone.location()).startsWith("/inbox");
        assertThat(milestone("REE-2").progress()).isNull();
        assertThat(officer.get("/inbox").text()).contains("Last 10 Nov 2025");
        site.clock().set("2026-02-02T09:00:00Z");
        officer = new Browsing(site, site.people().signInWithLink(site.people().link("officer")));
        assertThat(officer.get("/inbox").text()).contains("2 reports overdue", "Overdue by 54 days");
    }

    @Test
    void a_report_that_cannot_be_read_keeps_what_was_typed_and_names_the_fields() {
        Answer refused = officer.post(
                FORM,
                REPORTS,
                Map.of(
                        "version", version(officer.get(FORM)),
                        "report/progress", "101",
                        "report/forecast", "when it snows",
                        "report/text", " ",
                        "report/source/url", "piers<script>"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains(
                        "There is a problem",
                        "Progress must be a whole number from 0 to 100",
                        "Say in a sentence how the milestone stands");
        assertThat(refused.body())
                .contains("value=\"101\"", "value=\"when it snows\"", "value=\"piers&lt;script>\"")
                .contains("<title>Error: Inbox");
        assertThat(updates()).isEmpty();
    }

    @Test
    void whoever_reports_about_a_milestone_that_changed_meanwhile_is_told_and_loses_nothing() {
        String version = version(officer.get(FORM));
        Milestone m = milestone("REE-2");
        Edit.MilestoneRevision other = MilestoneForm.unchanged(m);
        site.roadmaps().save(new Roadmaps.Author("mara", null, null), "REE", List.of(progressed(other, 20)));
        Map<String, String> typed = Map.of(
                "version", version, "report/progress", "35", "report/forecast", "", "report/text", "Piers stand");
        Answer conflict = officer.post(FORM, REPORTS, typed);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("mara changed this milestone while you wrote", "progress 20 %");
        assertThat(conflict.body()).contains("value=\"35\"", "Piers stand");
        assertThat(milestone("REE-2").progress()).isEqualTo(20);

        Map<String, String> again = new HashMap<>(typed);
        again.put("version", version(conflict));
        assertThat(officer.post(FORM, REPORTS, again).status()).isEqualTo(303);
        assertThat(milestone("REE-2").progress()).isEqualTo(35);
    }

    @Test
    void what_others_changed_since_my_last_visit_is_listed_and_my_own_changes_are_not() {
        officer.get("/inbox");
        site.clock().set("2025-11-26T09:00:00Z");
        site.roadmaps()
                .save(
                        new Roadmaps.Author("mara", "Agreed with the ministry", null),
                        "REE",
                        List.of(progressed(MilestoneForm.unchanged(milestone("REE-2")), 20)));
        site.roadmaps()
                .save(
                        new Roadmaps.Author("officer", "My own", null),
                        "REE",
                        List.of(progressed(MilestoneForm.unchanged(milestone("REE-7")), 5)));
        officer = new Browsing(site, site.people().signInWithLink(site.people().link("officer")));
        assertThat(officer.get("/inbox").text())
                .contains("Since your last visit, 24 Nov 2025", "Agreed with the ministry", "progress empty → 20")
                .doesNotContain("My own");
    }

    @Test
    void flags_given_to_me_and_flags_about_mine_are_there() {
        Flag elsewhere = site.flags().list(FlagQuery.counted().about("REE-8")).get(0);
        site.flags()
                .triaging()
                .act(
                        new Decider("mara", Severity.CRITICAL),
                        new FlagRef(elsewhere.id(), null),
                        new Act.Assign("officer", roadmap -> true),
                        LocalDate.parse("2025-11-24"));
        Answer inbox = officer.get("/inbox");
        for (Flag mine : site.flags().list(FlagQuery.counted().about("REE-7"))) {
            assertThat(inbox.body()).contains("href=\"/flags/" + mine.id() + "\"");
        }
        assertThat(inbox.body().substring(inbox.body().indexOf("id=\"assigned\"")))
                .contains("href=\"/flags/" + elsewhere.id() + "\"");
    }

    @Test
    void a_link_in_a_message_reports_once_without_signing_in_and_then_shows_the_result() {
        String page = "/update/"
                + site.parts().desk().links().create(person(), "REE", "REE-2").secret();
        Browsing nobody = new Browsing(site, "");
        Answer form = nobody.get(page);
        assertThat(form.text()).contains("REE-2", "You report as officer of the tests");

        Answer refused = nobody.post(page, page, Map.of("report/progress", "most", "report/text", "Nearly done"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"most\"", "Nearly done");

        Map<String, String> typed = Map.of(
                "version", version(form), "report/progress", "60", "report/forecast", "", "report/text", "Nearly done");
        Answer sent = nobody.post(page, page, typed);
        assertThat(sent.status()).isEqualTo(303);
        assertThat(nobody.get(sent.location()).text())
                .contains("Reported 24 Nov 2025", "Rules ran", "60%", "Nearly done");
        assertThat(milestone("REE-2").recorded().by()).isEqualTo("officer");

        assertThat(nobody.get(page).text()).contains("Reported 24 Nov 2025", "This link has done its work");
        assertThat(nobody.post(page, page, typed).status()).isEqualTo(409);
        assertThat(updates()).hasSize(1);
        assertThat(nobody.get("/roadmaps/REE").location()).startsWith("/sign-in");
    }

    @Test
    void an_update_that_was_taken_back_can_be_reported_again_and_links_can_be_ended() {
        String page = "/update/"
                + site.parts().desk().links().create(person(), "REE", "REE-2").secret();
        Browsing nobody = new Browsing(site, "");
        Map<String, String> typed =
                Map.of("version", version(nobody.get(page)), "report/progress", "60", "report/text", "Nearly done");
        String change = nobody.post(page, page, typed).location().replaceFirst(".*saved=([0-9]+).*", "$1");
        officer.post("/inbox", "/roadmaps/REE/changes/" + change + "/undo", Map.of());
        assertThat(updates()).isEmpty();
        Map<String, String> again =
                Map.of("version", version(nobody.get(page)), "report/progress", "50", "report/text", "Half done");
        assertThat(nobody.post(page, page, again).status()).isEqualTo(303);
        assertThat(milestone("REE-2").progress()).isEqualTo(50);

        assertThat(officer.get("/inbox").text()).contains("1 link sent to you");
        assertThat(officer.post("/inbox", "/inbox/links/end", Map.of()).status())
                .isEqualTo(303);
        assertThat(nobody.get(page).status()).isEqualTo(404);
        assertThat(nobody.post(page, page, again).text()).contains("This link has ended");
    }

    private Person person() {
        return site.people().list().stream()
                .filter(p -> p.name().equals("officer"))
                .findFirst()
                .orElseThrow();
    }

    private void own(String key, String owner) {
        Edit.MilestoneRevision same = MilestoneForm.unchanged(milestone(key));
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
                owner,
                same.requires(),
                same.evidence(),
                same.source());
        site.roadmaps().save(new Roadmaps.Author("kim", null, null), "REE", List.of(owned));
    }

    private static Edit progressed(Edit.MilestoneRevision same, int percent) {
        return new Edit.MilestoneRevision(
                same.key(),
                same.version(),
                same.title(),
                same.description(),
                same.stream(),
                same.stage(),
                same.status(),
                percent,
                same.start(),
                same.due(),
                same.forecast(),
                same.completedOn(),
                same.owner(),
                same.requires(),
                same.evidence(),
                same.source());
    }

    private Milestone milestone(String key) {
        return site.roadmaps().snapshot("REE").findMilestone(key).orElseThrow();
    }

    /** Those that were not in the example. */
    private List<ProgressUpdate> updates() {
        return site.roadmaps().snapshot("REE").updates().stream()
                .filter(u -> u.recorded().by().equals("officer"))
                .toList();
    }

    private static String version(Answer form) {
        return form.find("name=\"version\" value=\"([0-9]+)\"");
    }
}
