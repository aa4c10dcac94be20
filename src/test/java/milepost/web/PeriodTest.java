package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.facts.Severity;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.flags.FlagRef;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.web.Browsing.Answer;
import milepost.web.api.Client;
import milepost.web.officer.milestone.MilestoneForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frozen reporting periods, and what briefs say of them. */
class PeriodTest {
    private static final String PERIODS = "/roadmaps/REE/periods";

    private Site site;
    private Browsing manager;

    @BeforeEach
    void open() {
        site = Site.open("2025-12-03T09:00:00Z");
        site.roadmaps().sweep();
        manager = new Browsing(site, Role.MANAGER);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void the_brief_of_a_frozen_period_stays_byte_for_byte_whatever_happens_later() {
        assertThat(freeze("November 2025", "1 Nov 2025", "30 Nov 2025").status())
                .isEqualTo(303);
        String frozen = sheet("November 2025");
        assertThat(frozen)
                .contains("1 Nov 2025 to 30 Nov 2025", "frozen 3 Dec 2025")
                .doesNotContain("Deadline missed");

        Flag worst = site.flags().list(FlagQuery.counted().inRoadmap("REE")).get(0);
        site.flags()
                .triaging()
                .act(
                        new Decider("mara", Severity.CRITICAL),
                        new FlagRef(worst.id(), null),
                        new Act.Decide(new Decision(Triage.FALSE_POSITIVE, "Counted twice", null)),
                        LocalDate.parse("2025-12-03"));
        later("2025-12-04T09:00:00Z");
        done("REE-1");
        reword();
        later("2025-12-20T09:00:00Z");
        site.roadmaps().sweep();

        assertThat(sheet("November 2025")).isEqualTo(frozen);
        assertThat(today()).isNotEqualTo(frozen);
        later("2027-02-01T09:00:00Z");
        site.roadmaps().sweep();
        assertThat(sheet("November 2025")).isEqualTo(frozen);
    }

    @Test
    void a_brief_says_what_changed_since_the_last_frozen_period() {
        assertThat(today()).doesNotContain("Changed since");
        freeze("November 2025", "1 Nov 2025", "30 Nov 2025");
        String now = new Browsing.Answer(200, today(), "").text();
        assertThat(now).contains("Changed since November 2025, 30 Nov 2025", "Raised", "REE-1");
        later("2025-12-20T09:00:00Z");
        done("REE-1");
        assertThat(new Browsing.Answer(200, today(), "").text())
                .contains("Changed", "completed not recorded → 4 Dec 2025");
        assertThat(manager.get("/brief").text()).contains("Since November 2025, 30 Nov 2025:", "1 milestone changed");
        freeze("December 2025", "1 Dec 2025", "20 Dec 2025");
        assertThat(new Browsing.Answer(200, sheet("December 2025"), "").text())
                .contains("Changed since November 2025", "completed not recorded → 4 Dec 2025");
        later("2025-12-22T09:00:00Z");
        assertThat(today()).contains("Changed since December 2025").contains("Nothing that a brief tells is different");
    }

    @Test
    void nothing_thaws_but_a_period_can_be_corrected_with_a_reason_and_both_stay() {
        freeze("November 2025", "1 Nov 2025", "30 Nov 2025");
        String frozen = sheet("November 2025");
        later("2025-12-04T09:00:00Z");
        done("REE-1");
        Map<String, String> correction = Map.of(
                "name", "November 2025, corrected",
                "from", "1 Nov 2025",
                "to", "30 Nov 2025",
                "supersedes", "November 2025",
                "reason", "");
        Answer silent = manager.post(PERIODS, PERIODS, correction);
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).contains("Say why the period is corrected");
        assertThat(silent.body()).contains("value=\"November 2025, corrected\"");

        Map<String, String> reasoned = new HashMap<>(correction);
        reasoned.put("reason", "The completion had not been recorded");
        assertThat(manager.post(PERIODS, PERIODS, reasoned).status()).isEqualTo(303);
        assertThat(manager.get(PERIODS).text())
                .contains("Corrects November 2025", "The completion had not been recorded")
                .contains("Corrected by November 2025, corrected");
        assertThat(sheet("November 2025")).isEqualTo(frozen);
        assertThat(sheet("November 2025, corrected")).contains("corrects November 2025: The completion");
        assertThat(manager.get("/roadmaps/REE/brief?period=November+2025").text())
                .contains("It was corrected: November 2025, corrected takes its place");

        reasoned.put("name", "November 2025, again");
        assertThat(manager.post(PERIODS, PERIODS, reasoned).text())
                .contains("is corrected by")
                .contains("already");
        assertThat(manager.post(PERIODS, PERIODS, reasoned).status()).isEqualTo(409);
    }

    @Test
    void what_cannot_be_frozen_is_refused_by_its_field_and_stays_typed() {
        assertThat(manager.get(PERIODS).text()).contains("No period is frozen yet", "Freeze the first one below");
        Answer tomorrow = freeze("Soon", "1 Dec 2025", "4 Dec 2025");
        assertThat(tomorrow.status()).isEqualTo(422);
        assertThat(tomorrow.text()).contains("A period can be frozen on its last day or later, not before.");
        assertThat(tomorrow.body()).contains("value=\"Soon\"", "value=\"4 Dec 2025\"");
        assertThat(freeze("", "when", "30 Nov 2025").status()).isEqualTo(422);
        assertThat(freeze("Before", "1 Jan 1950", "2 Jan 1950").text())
                .contains("Nothing of this roadmap was recorded");
        freeze("November 2025", "1 Nov 2025", "30 Nov 2025");
        assertThat(freeze("November 2025", "1 Dec 2025", "2 Dec 2025").status()).isEqualTo(409);
        assertThat(freeze("Late November", "20 Nov 2025", "2 Dec 2025").text()).contains("overlap \"November 2025\"");
        assertThat(manager.get("/roadmaps/REE/brief?period=None").status()).isEqualTo(404);

        Browsing officer = new Browsing(site, Role.OFFICER);
        assertThat(officer.get(PERIODS).body()).doesNotContain("Freeze a period");
        assertThat(officer.post(PERIODS, PERIODS, Map.of("name", "x")).status()).isEqualTo(403);
    }

    @Test
    void programs_freeze_and_list_periods_too() {
        Client client = Client.of(site, Role.MANAGER);
        Client.Answer made = client.post(
                "/roadmaps/REE/periods", "{\"name\": \"Nov\", \"from\": \"2025-11-01\", \"to\": \"2025-11-30\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("knownAt").asString()).isEqualTo("2025-12-03T09:00:00Z");
        Client.Answer again = client.post(
                "/roadmaps/REE/periods", "{\"name\": \"Nov\", \"from\": \"2025-12-01\", \"to\": \"2025-12-02\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(client.get("/roadmaps/REE/periods")
                        .json()
                        .at("/items/0/name")
                        .asString())
                .isEqualTo("Nov");
        assertThat(client.post("/roadmaps/REE/periods", "{\"name\": \"Nov\"}").status())
                .isEqualTo(422);
    }

    @Test
    void the_portfolio_has_a_brief_that_says_what_the_list_of_flags_says_in_every_moment() {
        Answer brief = manager.get("/brief");
        List<Flag> counted = site.flags().list(FlagQuery.counted());
        assertThat(brief.text())
                .contains("Rare-earth roadmap", "Off track", "Not rated", "No period is frozen")
                .contains("The worst 6 of " + counted.size() + " flags")
                .contains(counted.get(0).message());
        assertThat(manager.get("/").body()).contains("href=\"/brief\"");
        assertThat(manager.get("/brief?asOf=2025-11-10").text())
                .contains("Portfolio brief, record of 10 Nov 2025")
                .doesNotContain("Deadline missed");
        assertThat(manager.get("/brief?asOf=1999-01-01").text()).contains("No roadmap was recorded by then");
        assertThat(manager.get("/brief?asOf=2026-03-01").text()).contains("projection for 1 Mar 2026");
        assertThat(manager.get("/brief?knownAt=2025-11-10T09:00:00Z").status()).isEqualTo(200);
        assertThat(manager.get("/brief?asOf=soon").status()).isEqualTo(422);
    }

    private Answer freeze(String name, String from, String to) {
        return manager.post(PERIODS, PERIODS, Map.of("name", name, "from", from, "to", to));
    }

    private String sheet(String period) {
        return article("/roadmaps/REE/brief?period=" + period.replace(" ", "+"));
    }

    private String today() {
        return article("/roadmaps/REE/brief");
    }

    private String article(String path) {
        String body = manager.get(path).body();
        return body.substring(body.indexOf("<article"), body.indexOf("</article>"));
    }

    private void later(String instant) {
        site.clock().set(instant);
        manager = new Browsing(site, site.people().signInWithLink(site.people().link("manager")));
    }

    private void done(String key) {
        Milestone m = site.roadmaps().snapshot("REE").findMilestone(key).orElseThrow();
        Edit.MilestoneRevision same = MilestoneForm.unchanged(m);
        Edit done = new Edit.MilestoneRevision(
                same.key(),
                same.version(),
                same.title(),
                same.description(),
                same.stream(),
                same.stage(),
                Status.DONE,
                100,
                same.start(),
                same.due(),
                same.forecast(),
                TargetDate.parse("2025-12-04"),
                same.owner(),
                same.requires(),
                same.evidence(),
                same.source());
        site.roadmaps().save(new Roadmaps.Author("kim", null, null), "REE", List.of(done));
    }

    /** Publishes the rules with other words in one of them. */
    private void reword() {
        Rulebook book = site.workbench().book();
        RuleFiles files = book.current().files();
        for (String path : List.of("plan/no-owner.drl", "plan/no-owner.cases.yaml")) {
            String text = files.find(path).orElseThrow();
            files = files.with(path, text.replace("Nobody is recorded as the owner of", "Without an owner:"));
        }
        long base = book.current().number();
        site.workbench().publishing().publish(Publication.web("author", "author", "Shorter"), files, base);
    }
}
