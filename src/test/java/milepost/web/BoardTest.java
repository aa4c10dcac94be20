package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import milepost.access.Role;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.web.Browsing.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of flags when a rule raises many at once, and what its export holds. */
class BoardTest {
    private static final int MOST = 50;

    private static Site site;
    private static Browsing viewer;

    /** Flags that one rule raised at one instant. */
    private record Wave(String rule, Instant at) {}

    @BeforeAll
    static void open() {
        site = Site.open("2026-03-02T09:00:00Z");
        site.roadmaps().sweep();
        ManyMilestonesTest.fill(site, 300);
        viewer = new Browsing(site, Role.VIEWER);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void a_rule_that_raises_more_than_the_limit_at_once_is_collapsed_and_says_so() {
        Map<Wave, List<Flag>> waves = site.flags().list(FlagQuery.counted()).stream()
                .collect(Collectors.groupingBy(f -> new Wave(f.rule(), f.raisedAt())));
        Map<Wave, List<Flag>> floods = waves.entrySet().stream()
                .filter(e -> e.getValue().size() > MOST)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(floods).isNotEmpty().hasSizeLessThan(waves.size());
        Answer list = viewer.get("/flags?state=open");

        floods.forEach((wave, flags) -> {
            String title = site.workbench()
                    .book()
                    .live()
                    .findRule(wave.rule())
                    .orElseThrow()
                    .title();
            assertThat(list.text())
                    .contains(flags.size() + " flags at once: " + title + " raised them in Rare-earth roadmap")
                    .contains("They count, and are collapsed here.", "Show all " + flags.size());
            assertThat(all("/flags?state=open"))
                    .doesNotContainAnyElementsOf(flags.stream().map(Flag::id).toList());
        });
        assertThat(Pattern.compile("flags at once:").matcher(list.body()).results())
                .hasSize(floods.size());
        int collapsed = floods.values().stream().mapToInt(List::size).sum();
        int total = waves.values().stream().mapToInt(List::size).sum();
        assertThat(list.text()).contains(" of " + total, collapsed + " collapsed");
    }

    @Test
    void the_list_leads_to_its_feed_and_so_does_the_head_of_the_page() {
        Answer list = viewer.get("/flags?state=open&severity=CRITICAL&asOf=2026-02-01");
        String feed = list.find("<a class=\"btn\" href=\"([^\"]+)\" type=\"application/atom[+]xml\">Feed</a>");

        assertThat(feed).isEqualTo("/flags.atom?severity=CRITICAL");
        assertThat(viewer.get(feed).body()).contains("<feed", "<entry>");
        String head = "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Flags\" href=\"/flags.atom\">";
        assertThat(list.body()).contains(head);
        assertThat(viewer.get("/").body()).doesNotContain("application/atom+xml");
    }

    @Test
    void a_view_that_is_kept_can_be_begun_with_and_left_again_without_scripts() {
        Browsing officer = new Browsing(site, Role.OFFICER);
        String list = "/flags?severity=HIGH&group=rule";
        officer.post(list, "/flags/views", Map.of("name", "High by rule", "back", list));
        Answer kept = officer.get(list);
        String begin = kept.find("formaction=\"([^\"]+)\" name=\"standard\" value=\"1\"");
        assertThat(officer.get("/flags").status()).isEqualTo(200);

        officer.post(list, begin, Map.of("standard", "1", "back", list));
        assertThat(officer.get("/flags").location()).isEqualTo(list);
        assertThat(viewer.get("/flags").status()).as("for nobody else").isEqualTo(200);
        viewer.post(list, begin, Map.of("standard", "0", "back", list));
        Answer begun = officer.get(list);
        assertThat(begun.text()).contains("High by rule begins here", "Do not begin here");
        officer.post(list, begin, Map.of("standard", "0", "back", list));
        assertThat(officer.get("/flags").status()).isEqualTo(200);
        officer.post(list, begin.replace("/begin", "/remove"), Map.of("back", list));
        assertThat(officer.get(list).text()).doesNotContain("High by rule");
    }

    @Test
    void what_was_collapsed_is_one_step_away_and_all_there() {
        Answer list = viewer.get("/flags?state=open");
        String shown = list.find("collapsed here[.]</p><a class=\"btn sml\" href=\"([^\"]+)\"");
        int count = Integer.parseInt(list.find("Show all ([0-9]+)"));

        assertThat(viewer.get(shown).text()).doesNotContain("flags at once:");
        assertThat(all(shown)).hasSize(count);
    }

    @Test
    void the_export_holds_what_is_shown_and_nothing_else() {
        for (String filter : List.of(
                "?state=open&severity=CRITICAL&severity=HIGH&floods=1",
                "?state=open&q=piers",
                "?state=open&q=REE-7",
                "?state=resolved",
                "?state=open&severity=LOW&asOf=2025-11-20")) {
            Answer list = viewer.get("/flags" + filter);
            String address = list.find("href=\"(/flags/export[.]csv[^\"]*)\" download");
            List<NamedCsvRecord> exported = records(viewer.get(address).body());
            List<Long> ids =
                    exported.stream().map(r -> Long.valueOf(r.getField("id"))).toList();

            assertThat(list.text()).as(filter).contains(" of " + ids.size());
            assertThat(ids).as(filter).containsAll(all("/flags" + filter)).doesNotHaveDuplicates();
            exported.forEach(r -> assertThat(
                            site.flags().flag(Long.parseLong(r.getField("id"))).subject())
                    .isEqualTo(r.getField("subject")));
        }
    }

    /** Numbers of the flags on all pages of a list, with those folded under their cause. */
    private static List<Long> all(String path) {
        List<Long> ids = new ArrayList<>();
        String next = path;
        while (next != null) {
            Answer page = viewer.get(next);
            Pattern.compile("(?:<tr id=\"F-|<span><a href=\"/flags/)([0-9]+)")
                    .matcher(page.body())
                    .results()
                    .forEach(m -> ids.add(Long.valueOf(m.group(1))));
            next = page.body().contains("rel=\"next\"") ? page.find("href=\"([^\"]+)\" rel=\"next\"") : null;
        }
        return ids;
    }

    private static List<NamedCsvRecord> records(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }
}
