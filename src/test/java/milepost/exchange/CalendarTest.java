package milepost.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import milepost.Given;
import milepost.facts.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars, read back by another program's reader. */
class CalendarTest {
    private static final Instant STAMP = Instant.parse("2025-11-04T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "commas, semicolons; back\\slashes and \"quotes\"",
                "two\nlines, and a literal \\n",
                "Дорожная карта по добыче редкоземельных металлов, утверждённая поручением правительства Российской Федерации",
                "emoji 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 and on",
                "BEGIN:VEVENT\r\nSUMMARY:smuggled",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                ""
            })
    void any_text_comes_back_as_it_was(String text) {
        String written = new Calendar("Flags; all, of them", List.of(entry(text))).text();

        VEvent read = only(written);
        assertThat(read.getSummary().getValue()).isEqualTo(text.replace("\r\n", "\n"));
        assertThat(read.getDescription().getValue()).isEqualTo(text.replace("\r\n", "\n"));
        assertThat(parsed(written).getNames().get(0).getValue()).isEqualTo("Flags; all, of them");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 66, 67, 68, 140, 141, 142, 143})
    void no_line_is_longer_than_75_octets_and_no_character_is_cut(int length) {
        for (String letter : List.of("a", "é", "Ж", "稀", "😀")) {
            String text = letter.repeat(length);
            String written = new Calendar("c", List.of(entry(text))).text();

            assertThat(written).endsWith("END:VCALENDAR\r\n");
            assertThat(written.replace("\r\n", "")).doesNotContain("\r", "\n");
            for (String line : written.split("\r\n")) {
                assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            }
            assertThat(only(written).getSummary().getValue()).isEqualTo(text);
        }
    }

    @Test
    void a_reader_finds_nothing_wrong_with_it() {
        String written = new Calendar(
                        "Rare-earth roadmap",
                        DueDates.of(
                                new Given()
                                        .milestone(
                                                "REE-1",
                                                m -> m.due("2025-12-01").baseline("2025-11-30"))
                                        .snapshot(),
                                "https://milepost.example.org"))
                .text();

        assertThat(parsed(written).validate(ICalVersion.V2_0).isEmpty()).isTrue();
    }

    @Test
    void a_due_date_is_a_whole_day_and_says_what_was_promised_first() {
        VEvent event =
                only(due(new Given().milestone("REE-1", m -> m.due("2025-12-01").baseline("2025-11-30"))));

        assertThat(event.getSummary().getValue()).isEqualTo("Due: REE-1 Milestone REE-1");
        assertThat(day(event.getDateStart().getValue())).isEqualTo("2025-12-01");
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(day(event.getDateEnd().getValue())).isEqualTo("2025-12-02");
        assertThat(event.getDescription().getValue()).contains("First promise 2025-11-30.");
        assertThat(event.getUrl().getValue()).isEqualTo("https://milepost.example.org/roadmaps/REE/milestones/REE-1");
        assertThat(event.getUid().getValue()).isEqualTo("REE/REE-1/due@milepost");
    }

    @Test
    void a_year_stands_on_its_last_day_with_its_precision_in_words() {
        VEvent event = only(due(new Given().milestone("REE-2", m -> m.due("2026-05-01", Precision.YEAR))));

        assertThat(day(event.getDateStart().getValue())).isEqualTo("2026-12-31");
        assertThat(event.getSummary().getValue()).endsWith("(2026, precision year)");
    }

    @Test
    void what_has_no_date_is_not_in_it() {
        assertThat(due(new Given().milestone("REE-3", m -> m))).doesNotContain("VEVENT");
    }

    private static String due(Given given) {
        return new Calendar("c", DueDates.of(given.snapshot(), "https://milepost.example.org")).text();
    }

    private static Calendar.Entry entry(String text) {
        return new Calendar.Entry("u", STAMP, LocalDate.parse("2025-12-01"), text, text, null, "Due dates");
    }

    private static ICalendar parsed(String text) {
        return Biweekly.parse(text).first();
    }

    private static VEvent only(String text) {
        List<VEvent> events = parsed(text).getEvents();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    /** The reader takes a whole day for midnight where the program runs. */
    private static String day(Date date) {
        return date.toInstant()
                .atZone(java.time.ZoneId.systemDefault())
                .toLocalDate()
                .toString();
    }
}
