package milepost.web.officer.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milepost.access.Role;
import milepost.facts.Attribute;
import milepost.facts.ValueKind;
import milepost.web.Browsing;
import milepost.web.Browsing.Answer;
import milepost.web.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sources say of a milestone, on its form and without scripts: added, changed, removed, refused, merged, told. */
class ValuesFormTest {
    private static final String REE_2 = "/roadmaps/REE/milestones/REE-2";
    private static final String NEW = "attributes/~1/";
    private static final Pattern INPUT =
            Pattern.compile("<input ((?:[^>\"]|\"[^\"]*\")*)>|<textarea ([^>]*)>\n?([^<]*)</textarea>");

    private Site site;
    private Browsing officer;

    @BeforeEach
    void open() {
        site = Site.open("2025-12-05T09:00:00Z");
        officer = new Browsing(site, Role.OFFICER);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_value_is_added_changed_and_removed_in_one_change_with_the_other_fields_and_history_tells_it() {
        long before = site.roadmaps()
                .snapshot("REE")
                .findMilestone("REE-2")
                .orElseThrow()
                .recorded()
                .version();
        Map<String, String> form = form();
        form.put("progress", "41");
        form.put(NEW + "name", "cost");
        form.put(NEW + "value", "130 £m");
        saved(form);
        Attribute cost = find("cost").orElseThrow();
        assertThat(cost.number()).isEqualByComparingTo("130");
        assertThat(cost.unit()).isEqualTo("£m");
        assertThat(cost.on()).hasToString("2025-12-05");
        assertThat(site.roadmaps()
                        .snapshot("REE")
                        .findMilestone("REE-2")
                        .orElseThrow()
                        .recorded()
                        .version())
                .isEqualTo(before + 1);

        form = form();
        assertThat(form).containsEntry("attributes/cost/value", "130 £m");
        form.put("attributes/cost/value", "100 to 120.5");
        form.put("attributes/cost/kind", "RANGE");
        form.put("attributes/cost/on", "6 Dec 2025");
        saved(form);
        cost = find("cost").orElseThrow();
        assertThat(cost.numberTo()).isEqualByComparingTo("120.5");
        assertThat(cost.unit()).isEqualTo("£m");
        assertThat(cost.formerNumber()).isEqualByComparingTo("130");

        form = form();
        form.put("attributes/cost/value", " ");
        saved(form);
        assertThat(find("cost")).isEmpty();
        assertThat(officer.get(REE_2 + "/history").text())
                .contains("cost 130 £m, as of 2025-12-05", "100 to 120.5 £m, as of 2025-12-06 removed");
    }

    @Test
    void each_kind_is_kept_and_an_untouched_form_changes_nothing() {
        Map<String, String> form = form();
        typed(form, 1, "end date", "VALUE", "Q2 2026");
        typed(form, 2, "rating", "VALUE", "amber/red");
        typed(form, 3, "a.b/c", "WITHHELD", "Exempt <b>");
        typed(form, 4, "lead", "NOT_GIVEN", "");
        typed(form, 5, "note", "VALUE", "secret plans");
        typed(form, 6, "window", "RANGE", "Jan 2026 to Mar 2026");
        saved(form);
        assertThat(find("end date").orElseThrow().date()).hasToString("2026-Q2");
        assertThat(find("rating").orElseThrow().number()).isEqualTo(BigDecimal.valueOf(3));
        assertThat(find("a.b/c").orElseThrow().kind()).isEqualTo(ValueKind.WITHHELD);
        assertThat(find("lead").orElseThrow().kind()).isEqualTo(ValueKind.NOT_GIVEN);
        assertThat(find("note").orElseThrow().kind()).isEqualTo(ValueKind.VALUE);
        assertThat(find("window").orElseThrow().dateTo()).hasToString("2026-03");

        assertThat(officer.post(REE_2, REE_2, form()).location()).endsWith("saved=0");

        form = form();
        form.put("attributes/a.2Eb.2Fc/kind", "BLANK");
        form.put("attributes/lead/gone", "on");
        saved(form);
        assertThat(find("a.b/c").orElseThrow().kind()).isEqualTo(ValueKind.BLANK);
        assertThat(find("lead")).isEmpty();
    }

    @Test
    void a_mistake_is_told_at_its_field_with_everything_kept_and_nothing_saved() {
        Map<String, String> form = form();
        typed(form, 1, "end date", "VALUE", "1 Jun 2026");
        saved(form);
        form = form();
        form.put("title", "Kept title");
        form.put("attributes/end.20date/value", "31 Feb 2026");
        typed(form, 1, "cost", "RANGE", "about a lot");
        typed(form, 2, "", "VALUE", "7");
        typed(form, 3, "end date", "VALUE", "8");
        typed(form, 4, "size", "ODD", "9");
        typed(form, 5, "depth", "VALUE", "0." + "1".repeat(15));
        form.put("attributes/~5/on", "2025");
        Answer refused = officer.post(REE_2, REE_2, form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "href=\"#f-attributes-end.20date-value\"",
                        "href=\"#f-attributes-~1-value\"",
                        "href=\"#f-attributes-~2-name\"",
                        "href=\"#f-attributes-~3-name\"",
                        "href=\"#f-attributes-~4-kind\"",
                        "href=\"#f-attributes-~5-on\"",
                        "href=\"#f-attributes-~5-value\"")
                .contains("value=\"31 Feb 2026\"", "value=\"about a lot\"", "value=\"Kept title\"");
        assertThat(refused.text()).contains("is not a date", "A range has two ends", "at most 18 digits");
        assertThat(find("end date").orElseThrow().date()).hasToString("2026-06-01");
        assertThat(find("cost")).isEmpty();

        assertThat(officer.post(REE_2, REE_2 + "/preview", form).body())
                .contains("value=\"31 Feb 2026\"", "value=\"about a lot\"");
    }

    @Test
    void whoever_was_slower_chooses_and_keeps_what_was_typed() {
        Map<String, String> form = form();
        typed(form, 1, "cost", "VALUE", "100 £m");
        typed(form, 2, "size", "VALUE", "7");
        saved(form);
        Map<String, String> mine = form();
        Map<String, String> theirs = form();
        site.clock().set("2025-12-05T09:01:00Z");
        theirs.put("attributes/cost/value", "110 £m");
        theirs.put("attributes/size/value", "");
        saved(theirs);
        mine.put("attributes/cost/value", "120 £m");
        typed(mine, 1, "depth", "VALUE", "30");
        Answer merge = officer.post(REE_2, REE_2, mine);
        assertThat(merge.status()).isEqualTo(409);
        assertThat(merge.text()).contains("Value cost", "100 £m", "110 £m", "120 £m", "30");

        Map<String, String> chosen = fields(merge.body());
        chosen.put("take/attributes/cost/value", "mine");
        saved(chosen);
        assertThat(find("cost").orElseThrow().number()).isEqualByComparingTo("120");
        assertThat(find("depth").orElseThrow().number()).isEqualByComparingTo("30");
        assertThat(find("size")).isEmpty();
    }

    private static void typed(Map<String, String> form, int row, String name, String kind, String value) {
        form.put("attributes/~" + row + "/name", name);
        form.put("attributes/~" + row + "/kind", kind);
        form.put("attributes/~" + row + "/value", value);
    }

    private void saved(Map<String, String> form) {
        Answer answer = officer.post(REE_2, REE_2, form);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    }

    private Optional<Attribute> find(String name) {
        return site.roadmaps().snapshot("REE").attributes().stream()
                .filter(a -> a.name().equals(name))
                .findFirst();
    }

    private Map<String, String> form() {
        return fields(officer.get(REE_2).body());
    }

    /** What a browser would send of the large form as it stands. */
    private static Map<String, String> fields(String page) {
        String form = page.substring(page.indexOf("id=\"mform\""));
        form = form.substring(0, form.indexOf("</form>"));
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(form);
        while (input.find()) {
            String marks = input.group(1) == null ? input.group(2) : input.group(1);
            boolean left = marks.matches("(?s).*type=\"(checkbox|radio)\".*") && !marks.contains(" checked");
            if (!left) {
                fields.put(mark(marks, "name"), input.group(3) == null ? mark(marks, "value") : input.group(3));
            }
        }
        Matcher select = Pattern.compile("(?s)<select [^>]*name=\"([^\"]*)\".*?</select>")
                .matcher(form);
        while (select.find()) {
            Matcher option = Pattern.compile("value=\"([^\"]*)\" selected").matcher(select.group());
            fields.put(select.group(1), option.find() ? option.group(1) : "");
        }
        fields.remove("csrf");
        return fields;
    }

    private static String mark(String marks, String name) {
        Matcher mark = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(marks);
        return mark.find()
                ? mark.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&#34;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&")
                : "";
    }
}
