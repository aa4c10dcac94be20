package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
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
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.web.Browsing;
import milepost.web.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each of the five causes of a transition, produced, read on the flag's line of history, and followed to where it can be read. */
class CausesTest {
    private Site site;
    private Client officer;

    @BeforeEach
    void open() {
        site = Site.open("2025-11-10T09:00:00Z");
        site.roadmaps().sweep();
        officer = Client.of(site, Role.OFFICER);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void an_import_leads_to_its_change() {
        Flag flag = flag("capacity/required-value-missing", "REE-7");

        assertThat(follow(flag, "Import by analyst, change 6: Report on the state of the bridge"))
                .contains("<h1>Change 6</h1>", "Report on the state of the bridge");
    }

    @Test
    void a_new_day_leads_to_the_record_of_that_day() {
        to("2025-12-02");
        Flag flag = flag("schedule/deadline-missed", "REE-1");
        to("2025-12-06");

        assertThat(follow(flag, "The day changed to 2 Dec 2025"))
                .contains("Record of 2 Dec 2025.", "Due 2025-12-01, 1 days ago");
    }

    @Test
    void an_edit_leads_to_its_change_with_old_and_new_value() {
        to("2025-12-02");
        Flag flag = flag("schedule/deadline-missed", "REE-1");
        officer.patch(
                "/roadmaps/REE/milestones/REE-1?reason=agreed%20with%20the%20ministry",
                "{\"due\": \"2026-02-01\"}", "If-Match", "*");

        assertThat(follow(flag, "Edit by officer, change 7: agreed with the ministry"))
                .contains("<del>1 Dec 2025</del>", "<ins>1 Feb 2026</ins>", "Cleared");
    }

    @Test
    void a_version_of_the_rules_leads_to_what_is_new_in_it() {
        Rulebook book = site.workbench().book();
        RuleFiles files = book.current().files();
        Flag flag = flag("plan/no-owner", "REE-7");
        for (String path : List.of("plan/no-owner.drl", "plan/no-owner.cases.yaml")) {
            String text = files.find(path).orElseThrow();
            files = files.with(path, text.replace("Nobody is recorded as the owner of", "Without an owner:"));
        }
        site.clock().set("2025-11-12T09:00:00Z");
        Publication publication = Publication.web("author", "author", "Shorter words");
        site.workbench().publishing().publish(publication, files, book.current().number());

        assertThat(follow(flag, "Rules published by author, version 2: Shorter words"))
                .contains("Compared with version 1", "plan/no-owner.drl", "Gone: ", "New: ", "Without an owner:");
    }

    @Test
    void the_end_of_an_acceptance_leads_to_the_flag_as_it_was_accepted() {
        to("2025-12-02");
        Flag flag = flag("schedule/deadline-missed", "REE-1");
        site.flags()
                .triaging()
                .act(
                        new Decider("manager", Severity.CRITICAL),
                        new FlagRef(flag.id(), null),
                        new Act.Decide(
                                new Decision(Triage.ACCEPTED, "The ministry asked", LocalDate.parse("2025-12-10"))),
                        LocalDate.parse("2025-12-02"));
        to("2025-12-11");

        assertThat(follow(flag, "The acceptance ended with 10 Dec 2025"))
                .contains("Record of 10 Dec 2025.", "Accepted until 10 Dec 2025", "The ministry asked");
    }

    /** The page behind a cause on the flag's line of history. */
    private String follow(Flag flag, String cause) {
        String page = get("/flags/" + flag.id());
        Matcher link = Pattern.compile("<a href=\"([^\"]*)\">" + Pattern.quote(cause) + "</a>")
                .matcher(page.substring(page.indexOf("id=\"history\"")));
        assertThat(causes(flag)).contains(link.find() ? link.group(1).replace("&amp;", "&") : "no link");
        link.reset();
        assertThat(link.find())
                .as(cause + " in " + page.substring(page.indexOf("id=\"history\"")))
                .isTrue();
        return get(link.group(1).replace("&amp;", "&"));
    }

    /** The same addresses over HTTP. */
    private List<String> causes(Flag flag) {
        return officer.get("/flags/" + flag.id())
                .json()
                .get("history")
                .valueStream()
                .map(line -> line.get("cause"))
                .map(cause ->
                        cause.at("/change/href").asString(cause.path("href").asString("")))
                .toList();
    }

    private Flag flag(String rule, String subject) {
        return site.flags().list(FlagQuery.active().ofRule(rule).about(subject)).get(0);
    }

    private void to(String day) {
        site.clock().set(day + "T09:00:00Z");
        site.roadmaps().sweep();
    }

    private String get(String path) {
        Browsing.Answer answer = new Browsing(site, Role.OFFICER).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }
}
