package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.member.Memberships;
import milepost.facts.Severity;
import milepost.flags.FlagRef;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.web.Browsing.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first page of somebody who comes back: what happened meanwhile, and how flags became more or fewer. */
class PortfolioTest {
    private static final String REE_7 = "/roadmaps/REE/milestones/REE-7";
    private static final String OWNER = REE_7 + "/cell/owner";

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open("2025-11-24T09:00:00Z");
        site.roadmaps().sweep();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_first_visit_is_told_that_it_is_one_and_a_quiet_time_that_nothing_happened() {
        assertThat(since(Role.MANAGER)).contains("This is your first visit");
        later("2025-11-25T09:00:00Z");
        assertThat(since(Role.MANAGER))
                .contains("24 Nov 2025, 12:00", "Nobody else changed anything, and no flag came or went by itself.");
    }

    @Test
    void what_others_changed_and_decided_and_what_the_day_did_is_told_newest_first() {
        since(Role.MANAGER);
        later("2025-11-25T09:00:00Z");
        browsing(Role.OFFICER).post(OWNER, OWNER, Map.of("version", version("REE-7"), "owner", "K. Osei"));
        site.clock().set("2025-11-25T09:30:00Z");
        Flag accepted = site.flags().list(FlagQuery.counted().about("REE-10")).get(0);
        decide("vera", accepted, new Decision(Triage.ACCEPTED, "Waits for talks", LocalDate.parse("2025-12-20")));
        decide(
                Site.name(Role.MANAGER),
                site.flags().list(FlagQuery.counted()).get(1),
                new Decision(Triage.ACKNOWLEDGED, null, null));
        later("2025-12-02T09:00:00Z");
        site.roadmaps().sweep();

        Answer page = page(Role.MANAGER);
        String since = since(page);
        assertThat(since)
                .contains("REE-7 owner empty → K. Osei", "1 flag cleared")
                .contains("vera", "REE-10 accepted until 20 Dec 2025: " + accepted.message())
                .contains("The day changed", "REE-1 raised: Due 2025-12-01, 1 days ago")
                .doesNotContain("acknowledged");
        assertThat(since.indexOf("The day changed")).isLessThan(since.indexOf("vera"));
        assertThat(since.indexOf("vera")).isLessThan(since.indexOf("K. Osei"));
        assertThat(page.find("<tr class=\"isnew\">(.*?)</tr>")).contains("Due 2025-12-01, 1 days ago", ">New</span>");
    }

    @Test
    void what_is_new_is_counted_as_the_list_of_flags_counts_it() {
        since(Role.MANAGER);
        later("2025-12-02T09:00:00Z");
        site.roadmaps().sweep();

        Answer page = page(Role.MANAGER);
        int fresh = Integer.parseInt(page.find("href=\"/flags[?]new=1\">([0-9]+) new flag"));
        assertThat(fresh).isPositive();
        Answer list = browsing(Role.MANAGER).get("/flags?new=1");
        assertThat(list.text()).contains("New since Mon 24 Nov " + fresh + " ", fresh + " of " + fresh);
    }

    @Test
    void however_much_the_visitor_did_does_not_hide_what_others_did() {
        since(Role.MANAGER);
        later("2025-11-25T09:00:00Z");
        browsing(Role.OFFICER).post(OWNER, OWNER, Map.of("version", version("REE-7"), "owner", "K. Osei"));
        site.clock().set("2025-11-25T09:05:00Z");
        Browsing manager = browsing(Role.MANAGER);
        for (int i = 0; i < 25; i++) {
            manager.post(OWNER, OWNER, Map.of("version", version("REE-7"), "owner", "Officer " + i));
        }
        assertThat(since(Role.MANAGER)).contains("empty → K. Osei").doesNotContain("Officer 24");
    }

    @Test
    void more_than_fits_leads_to_the_history() {
        since(Role.MANAGER);
        later("2025-11-25T09:00:00Z");
        Browsing officer = browsing(Role.OFFICER);
        for (int i = 0; i < 9; i++) {
            officer.post(OWNER, OWNER, Map.of("version", version("REE-7"), "owner", "Officer " + i));
        }
        Answer page = page(Role.MANAGER);
        assertThat(since(page)).contains("→ Officer 8", "→ Officer 1").doesNotContain("→ Officer 0");
        assertThat(page.find("More is in the history of <a href=\"([^\"]+)\">")).isEqualTo("/roadmaps/REE/history");
    }

    @Test
    void a_visitor_is_told_nothing_of_roadmaps_that_are_hidden_from_them() {
        Foreign.roadmap(site);
        since(Role.VIEWER);
        later("2025-11-25T09:00:00Z");
        Flag hidden =
                site.flags().list(FlagQuery.counted().inRoadmap(Foreign.KEY)).get(0);
        decide("vera", hidden, new Decision(Triage.ACKNOWLEDGED, null, null));

        assertThat(since(Role.VIEWER)).doesNotContain("vera", Foreign.WORD);
        Memberships.Place place = new Memberships.Place(site.people().active("by", Site.name(Role.ADMIN)), Foreign.KEY);
        Person viewer = site.people().active("person", Site.name(Role.VIEWER));
        site.parts().members().set(place, viewer, Role.VIEWER, null);
        assertThat(since(Role.VIEWER)).contains("vera", "on Zanzibar roadmap");
    }

    @Test
    void each_roadmap_has_its_line_of_twelve_weeks_that_ends_with_its_count_and_no_other_day_has_one() {
        later("2025-12-02T09:00:00Z");
        site.roadmaps().sweep();
        Answer page = page(Role.VIEWER);
        int active = site.flags().count(FlagQuery.counted());

        assertThat(page.find("class=\"spark\"[^>]*aria-label=\"([^\"]+)\""))
                .isEqualTo("Active flags over 12 weeks: from 0 to " + active);
        Answer past = browsing(Role.VIEWER).get("/?asOf=2025-11-20");
        assertThat(past.body()).doesNotContain("class=\"spark\"", "Since your last visit");
    }

    private void decide(String person, Flag flag, Decision decision) {
        LocalDate today = LocalDate.parse("2025-11-25");
        Decider decider = new Decider(person, Severity.CRITICAL);
        site.flags().triaging().act(decider, new FlagRef(flag.id(), null), new Act.Decide(decision), today);
    }

    private void later(String instant) {
        site.clock().set(instant);
    }

    private String version(String milestone) {
        return String.valueOf(site.roadmaps()
                .snapshot("REE")
                .findMilestone(milestone)
                .orElseThrow()
                .recorded()
                .version());
    }

    private Answer page(Role role) {
        return browsing(role).get("/");
    }

    /** Whoever comes back after days signs in again. */
    private Browsing browsing(Role role) {
        return new Browsing(site, site.people().signInWithLink(site.people().link(Site.name(role))));
    }

    private String since(Role role) {
        return since(page(role));
    }

    private static String since(Answer page) {
        String section = page.find("<section class=\"sec\" id=\"since\">(.*?)</section>");
        return new Answer(200, section, "").text();
    }
}
