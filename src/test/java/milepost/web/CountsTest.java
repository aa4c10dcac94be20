package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import milepost.flags.life.FlagTally;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Health;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every place that says how many flags there are says the same after every act on one of them. */
class CountsTest {
    private static final LocalDate TODAY = LocalDate.parse("2025-12-02");

    private final HttpClient http = HttpClient.newHttpClient();
    private Site site;
    private String token;
    private String session;

    @BeforeEach
    void open() {
        site = Site.open("2025-12-02T09:00:00Z");
        site.roadmaps().sweep();
        token = site.people().token("viewer", Role.VIEWER, "counts", null);
        session = signedIn();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void every_count_follows_every_act_at_once() throws Exception {
        int all = agreed();
        Flag critical =
                site.flags().list(FlagQuery.counted().of(Severity.CRITICAL)).get(0);
        assertThat(health()).isEqualTo(Health.OFF_TRACK.name());

        act(critical, new Act.Decide(new Decision(Triage.ACKNOWLEDGED, null, null)));
        assertThat(agreed()).as("acknowledged").isEqualTo(all);
        act(critical, new Act.Decide(new Decision(Triage.ACCEPTED, "Being printed", TODAY.plusDays(9))));
        assertThat(agreed()).as("accepted").isEqualTo(all - 1);
        assertThat(health()).isEqualTo(Health.AT_RISK.name());
        act(critical, new Act.Decide(Decision.NONE));
        assertThat(agreed()).as("open again").isEqualTo(all);
        act(critical, new Act.Decide(new Decision(Triage.FALSE_POSITIVE, "Counted twice", null)));
        assertThat(agreed()).as("false positive").isEqualTo(all - 1);
        act(critical, new Act.Undo((person, roadmap) -> true));
        assertThat(agreed()).as("taken back").isEqualTo(all);
        act(critical, new Act.Rate(Severity.LOW, "Only a draft"));
        assertThat(agreed()).as("less severe").isEqualTo(all);
        assertThat(health()).isEqualTo(Health.AT_RISK.name());
        act(critical, new Act.Rate(null, null));
        assertThat(health()).isEqualTo(Health.OFF_TRACK.name());

        publishOwnersAsHigh();
        assertThat(agreed()).as("rules published").isEqualTo(all);

        act(critical, new Act.Decide(new Decision(Triage.ACCEPTED, "Being printed", TODAY.plusDays(1))));
        site.clock().set("2025-12-05T09:00:00Z");
        site.roadmaps().sweep();
        session = signedIn();
        assertThat(agreed())
                .as("the acceptance has ended")
                .isEqualTo(site.flags().count(FlagQuery.active()));
    }

    private String signedIn() {
        return site.people().signInWithLink(site.people().link("manager"));
    }

    private void act(Flag flag, Act act) {
        site.flags().triaging().act(new Decider("mara", Severity.CRITICAL), new FlagRef(flag.id(), null), act, TODAY);
    }

    private void publishOwnersAsHigh() {
        Rulebook book = site.workbench().book();
        RuleFiles files = book.current().files();
        for (String path : List.of("plan/no-owner.drl", "plan/no-owner.cases.yaml")) {
            files = files.with(path, files.find(path).orElseThrow().replace("MEDIUM", "HIGH"));
        }
        long base = book.current().number();
        site.workbench().publishing().publish(Publication.web("author", "author", "Owners first"), files, base);
    }

    private int metrics() throws Exception {
        return Pattern.compile("milepost_flags_active[{][^}]*triage=\"(?:untriaged|acknowledged)\"[^}]*[}] ([0-9]+)")
                .matcher(page("/metrics"))
                .results()
                .mapToInt(r -> Integer.parseInt(r.group(1)))
                .sum();
    }

    /** The one count that all of them give. */
    private int agreed() throws Exception {
        Map<String, Integer> counts = new LinkedHashMap<>();
        String board = page("/flags?state=open");
        counts.put("bar", number(board, "id=\"bar-flags\"[^>]*>(\\d+)"));
        counts.put("tab of open flags", number(board, "Open <span>(\\d+)"));
        counts.put("figure above the list", number(board, "<dt>Open</dt><dd>(\\d+)"));
        counts.put("last week of the trend", number(board, "to (\\d+) on \\d+ \\w+ \\d+\""));
        counts.put("roadmap in the list", number(board, "f-roadmap-REE\".*?class=\"c\">(\\d+)"));
        counts.put("portfolio", number(page("/"), "data-l=\"Active flags\"><b class=\"w6\">(\\d+)"));
        counts.put("sentence of the portfolio", number(page("/"), "(\\d+) active flag"));
        counts.put("brief of the portfolio", number(page("/brief"), "The worst \\d+ of (\\d+) flags"));
        counts.put("severities in that brief", sum(section(page("/brief"), "data-l=\"Flags\"", "</td>")));
        counts.put("feed", page("/flags.atom?state=open").split("<entry>", -1).length - 1);
        counts.put("metrics", metrics());
        counts.put("head of the roadmap", sum(section(page("/roadmaps/REE"), "<dt>Active flags</dt>", "</dd>")));
        counts.put("list of rules", number(page("/rules"), "<dt>Active flags</dt><dd>(\\d+)"));
        JsonNode summary = json("/api/v1/roadmaps/REE");
        counts.put(
                "summary for programs",
                summary.get("flagsBySeverity")
                        .valueStream()
                        .mapToInt(JsonNode::asInt)
                        .sum());
        counts.put(
                "list for programs",
                json("/api/v1/flags?state=ACTIVE&triage=UNTRIAGED&triage=ACKNOWLEDGED&limit=500")
                        .get("items")
                        .size());
        counts.put(
                "tally",
                site.flags().tally().stream()
                        .filter(FlagTally::counts)
                        .mapToInt(FlagTally::count)
                        .sum());
        assertThat(counts.values().stream().distinct()).as(counts.toString()).hasSize(1);
        return counts.get("bar");
    }

    private String health() throws Exception {
        String word = json("/api/v1/roadmaps/REE").get("health").asString();
        String page = section(page("/roadmaps/REE"), "<dt>Health</dt>", "</dd>").toUpperCase(java.util.Locale.ROOT);
        assertThat(page).contains(word.replace('_', ' '));
        return word;
    }

    private static int number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private static int sum(String text) {
        return Pattern.compile(": </span>(\\d+)")
                .matcher(text)
                .results()
                .mapToInt(r -> Integer.parseInt(r.group(1)))
                .sum();
    }

    private static String section(String text, String from, String to) {
        int begin = text.indexOf(from);
        return text.substring(begin, text.indexOf(to, begin));
    }

    private String page(String path) throws Exception {
        return send(path, "Cookie", "milepost_session=" + session);
    }

    private JsonNode json(String path) throws Exception {
        return new JsonMapper().readTree(send(path, "Authorization", "Bearer " + token));
    }

    private String send(String path, String... header) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(site.address() + path))
                                .headers(header)
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
