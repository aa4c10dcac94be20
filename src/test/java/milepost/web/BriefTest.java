package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import milepost.facts.Severity;
import milepost.flags.FlagRef;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.flags.store.FlagQuery;
import milepost.web.Browsing.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The brief of the example beside the list of flags: numbers and words of both. */
class BriefTest {
    private static final Pattern ROW = Pattern.compile(
            "<tr id=\"F-\\d+\".*?<a class=\"main\" href=\"[^\"]*\">([^<]*)</a>.*?<span class=\"two\">(\\S+)",
            Pattern.DOTALL);
    private static final Pattern DECIDE = Pattern.compile(
            "<a class=\"main\" href=\"[^\"]*\"><span class=\"key\">([^<]*)</span> ([^<]*)</a>", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({
        "2025-12-02T09:00:00Z, ''",
        "2026-11-23T09:00:00Z, ''",
        "2026-11-23T09:00:00Z, asOf=2025-12-02",
        "2025-12-02T09:00:00Z, asOf=2026-11-23"
    })
    void it_says_what_the_list_of_flags_says(String now, String moment) {
        try (Site site = Site.open(now.startsWith("2025") ? now : "2025-12-02T09:00:00Z")) {
            site.roadmaps().sweep();
            decide(site, 0, new Decision(Triage.ACCEPTED, "Being printed", LocalDate.parse("2025-12-20")));
            decide(site, 1, new Decision(Triage.ACKNOWLEDGED, null, null));
            decide(site, 2, new Decision(Triage.FALSE_POSITIVE, "Counted twice", null));
            site.clock().set(now);
            site.roadmaps().sweep();
            Browsing viewer = new Browsing(
                    site, site.people().signInWithLink(site.people().link("viewer")));
            Answer brief = viewer.get("/roadmaps/REE/brief?" + moment);
            Answer list = viewer.get("/flags?roadmap=REE&floods=1&state=open&" + moment);
            assertThat(brief.status() + list.status()).isEqualTo(400);

            Map<Severity, Integer> counts = List.of(Severity.values()).stream()
                    .collect(Collectors.toMap(
                            s -> s,
                            s -> Integer.valueOf(
                                    list.find("id=\"f-severity-" + s + "\".*?<span class=\"c\">(\\d+)</span>"))));
            String said = List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW).stream()
                    .filter(s -> counts.get(s) > 0)
                    .map(s -> counts.get(s) + " " + s.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            assertThat(brief.find("Active flags: ([^<]*)</p>")).isEqualTo(said);

            List<String> listed = ROW.matcher(list.body())
                    .results()
                    .filter(row -> !row.group().contains("Acknowledged"))
                    .map(row -> row.group(2) + " " + row.group(1))
                    .toList();
            List<String> decide = DECIDE.matcher(brief.find("id=\"decide\"(.*?)</section>"))
                    .results()
                    .map(row -> row.group(1) + " " + row.group(2))
                    .toList();
            assertThat(decide).hasSize(4);
            assertThat(listed).containsSubsequence(decide);
        }
    }

    private static void decide(Site site, int which, Decision decision) {
        long flag = site.flags()
                .list(FlagQuery.active().inRoadmap("REE"))
                .get(which)
                .id();
        Decider manager = new Decider("manager", Severity.CRITICAL);
        LocalDate today = LocalDate.parse("2025-12-02");
        site.flags().triaging().act(manager, new FlagRef(flag, null), new Act.Decide(decision), today);
    }
}
