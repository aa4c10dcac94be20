package milepost.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import milepost.Given;
import milepost.facts.Milestone;
import milepost.facts.Precision;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import org.junit.jupiter.api.Test;

/** A year whose quarters begin at 0, about 23, 46 and 70 percent, seen from 1 July. */
class TimelineLayoutTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-07-01");

    @Test
    void a_due_day_is_a_diamond_at_its_place_between_first_and_last_date() {
        Timeline timeline =
                layout(new Given().milestone("A", m -> m.due("2026-01-01")).milestone("B", m -> m.due("2026-12-31")));

        assertThat(marks(timeline, "A")).containsExactly("m-due 0.00%");
        assertThat(marks(timeline, "B")).containsExactly("m-due 93.81%");
        assertThat(timeline.today()).isEqualTo("46.65%");
    }

    @Test
    void a_quarter_is_a_bar_that_ends_in_its_diamond() {
        Timeline timeline = layout(new Given()
                .milestone("A", m -> m.due("2026-01-01"))
                .milestone("B", m -> m.due("2026-05-05", Precision.QUARTER))
                .milestone("C", m -> m.due("2026-12-31")));

        Timeline.Row row = row(timeline, "B");
        assertThat(row.bars()).containsExactly(new Timeline.Bar("span", "23.20%", "23.20%", row.y()));
        assertThat(marks(timeline, "B")).containsExactly("m-due 46.39%");
        assertThat(row.label().text()).isEqualTo("Q2 2026");
    }

    @Test
    void a_later_forecast_and_an_earlier_promise_stand_beside_the_due_date() {
        Timeline timeline = layout(new Given()
                .milestone("A", m -> m.baseline("2026-02-01").due("2026-03-01").forecast("2026-03-12")));

        assertThat(row(timeline, "A").marks())
                .extracting(Timeline.Mark::icon, Timeline.Mark::early)
                .containsExactly(tuple("m-base", false), tuple("m-fc", false), tuple("m-due", false));
        assertThat(row(timeline, "A").strokes())
                .extracting(Timeline.Stroke::css)
                .containsExactly("spanb promise", "slip");
        assertThat(row(timeline, "A").label().text()).isEqualTo("1 Mar 2026 → 12 Mar 2026 (+11 d)");
    }

    @Test
    void a_forecast_before_the_due_date_is_no_slip() {
        Timeline timeline =
                layout(new Given().milestone("A", m -> m.due("2026-03-12").forecast("2026-03-10")));

        assertThat(row(timeline, "A").strokes())
                .extracting(Timeline.Stroke::css)
                .containsExactly("spanb");
        assertThat(row(timeline, "A").marks().get(0).early()).isTrue();
        assertThat(row(timeline, "A").label().text()).endsWith("(−2 d)");
    }

    @Test
    void what_is_done_stands_where_it_was_done() {
        Timeline timeline = layout(new Given()
                .milestone("A", m -> m.due("2026-03-01").done("2026-03-10"))
                .milestone("B", m -> m.due("2026-12-31")));

        assertThat(marks(timeline, "A")).hasSize(2).last().asString().startsWith("m-done ");
        assertThat(row(timeline, "A").label().text()).isEqualTo("Done 10 Mar 2026");
    }

    @Test
    void a_milestone_without_a_date_waits_at_today() {
        Timeline timeline = layout(new Given()
                .milestone("A", m -> m.due("2026-01-01"))
                .milestone("B", m -> m)
                .milestone("C", m -> m.due("2026-12-31")));

        assertThat(marks(timeline, "B")).containsExactly("m-none " + timeline.today());
        assertThat(row(timeline, "B").name()).isEqualTo("B Milestone B: No due date. Planned");
    }

    @Test
    void flags_stand_between_mark_and_words_and_are_counted_in_the_name() {
        Given given = new Given().milestone("A", m -> m.due("2026-01-05"));
        Snapshot snapshot = given.snapshot();
        Timeline timeline = new TimelineLayout(snapshot, TODAY, TODAY, Zoom.FIT)
                .of(snapshot.milestones(), Map.of("A", List.of(Severity.CRITICAL, Severity.LOW)));

        assertThat(row(timeline, "A").label().glyphs())
                .containsExactly(new Timeline.Glyph("g-critical", 18), new Timeline.Glyph("g-low", 35));
        assertThat(row(timeline, "A").label().dx()).isEqualTo(48);
        assertThat(row(timeline, "A").name()).endsWith(", 2 flags");
    }

    @Test
    void words_that_would_leave_the_chart_stand_before_the_mark() {
        Timeline timeline = layout(new Given()
                .milestone("A", m -> m.due("2026-01-01"))
                .milestone("B", m -> m.due("2026-12-31").forecast("2027-01-15")));

        assertThat(row(timeline, "B").label().before()).isTrue();
        assertThat(row(timeline, "B").label().dx()).isNegative();
    }

    @Test
    void a_dependency_goes_down_its_column_and_across_to_where_the_successor_begins() {
        Timeline timeline = layout(new Given()
                .milestone("A", m -> m.due("2026-01-01"))
                .milestone("B", m -> m.due("2026-12-31", Precision.QUARTER))
                .dependency("A", "B"));

        Timeline.Link link = timeline.links().get(0);
        assertThat(link.pieces())
                .containsExactly(
                        new Timeline.Piece("0.00%", 0, "0.00%", 0, 67, 94),
                        new Timeline.Piece("0.00%", 0, "70.36%", 0, 94, 94));
        assertThat(link.head()).isEqualTo("ar");
    }

    @Test
    void a_dependency_on_something_overdue_is_hot_and_on_something_done_is_not() {
        Given late = new Given().milestone("A", m -> m.due("2026-01-01")).milestone("B", m -> m.due("2026-12-31"));
        Given done = new Given()
                .milestone("A", m -> m.due("2026-01-01").done("2026-02-01"))
                .milestone("B", m -> m.due("2026-12-31"));

        assertThat(layout(late.dependency("A", "B")).links().get(0).hot()).isTrue();
        assertThat(layout(done.dependency("A", "B")).links().get(0).hot()).isFalse();
    }

    @Test
    void an_arrow_steps_aside_of_a_mark_in_its_column() {
        Timeline timeline = layout(new Given()
                .milestone("A", m -> m.due("2026-09-30"))
                .milestone("B", m -> m.due("2026-09-30"))
                .milestone("C", m -> m.due("2026-09-30"))
                .dependency("A", "C"));

        assertThat(timeline.links().get(0).dx()).isEqualTo(14);
        assertThat(timeline.links().get(0).pieces()).allMatch(Timeline.Piece::offset);
    }

    @Test
    void an_event_has_its_title_beside_it_only_where_there_is_room() {
        Timeline timeline = layout(new Given()
                .milestone("A", m -> m.due("2026-12-31"))
                .event("forum", "A forum with a rather long name", TargetDate.day(LocalDate.parse("2026-02-01")))
                .event("deal", "Another event", TargetDate.day(LocalDate.parse("2026-02-10"))));

        assertThat(timeline.events()).extracting(Timeline.EventMark::text).containsExactly("", "Another event");
        assertThat(timeline.events().get(0).name()).isEqualTo("1 Feb 2026: A forum with a rather long name");
    }

    @Test
    void the_axis_has_months_quarters_or_years_by_the_time_it_covers() {
        assertThat(layout(new Given().milestone("A", m -> m.due("2026-09-01"))).ticks())
                .extracting(Timeline.Tick::text)
                .startsWith("Jul", "Aug");
        assertThat(layout(new Given().milestone("A", m -> m.due("2027-09-01"))).ticks())
                .extracting(Timeline.Tick::text)
                .startsWith("Q3", "Q4", "Q1");
        assertThat(layout(new Given().milestone("A", m -> m.due("2036-09-01"))).ticks())
                .extracting(Timeline.Tick::lead)
                .startsWith("2026", "2027");
    }

    @Test
    void arrows_go_from_group_to_group_and_to_the_heading_of_one_that_is_folded() {
        Given given = new Given()
                .milestone("A", m -> m.due("2026-01-01"))
                .milestone("B", m -> m.due("2026-06-01"))
                .milestone("C", m -> m.due("2026-09-01"))
                .milestone("D", m -> m.due("2026-12-31"))
                .dependency("A", "B")
                .dependency("A", "C")
                .dependency("A", "D")
                .dependency("C", "D");
        Snapshot snapshot = given.snapshot();
        List<Lane> lanes = List.of(
                lane("first", true, snapshot, "A"),
                lane("second", true, snapshot, "B"),
                lane("third", false, snapshot, "C", "D"));
        Timeline timeline = new TimelineLayout(snapshot, TODAY, TODAY, Zoom.FIT).grouped(lanes, Map.of());

        assertThat(timeline.parts()).extracting(Timeline.Part::top).containsExactly(40, 112, 184);
        assertThat(timeline.rows())
                .extracting(Timeline.Row::key, Timeline.Row::y)
                .containsExactly(tuple("A", 94), tuple("B", 166));
        assertThat(timeline.floor()).isEqualTo(220);
        assertThat(timeline.links())
                .as("one to the other group, one to the heading of the folded one, none within that")
                .extracting(Timeline.Link::y)
                .containsExactly(166, 202);
    }

    private static Lane lane(String name, boolean open, Snapshot snapshot, String... keys) {
        List<Milestone> members = Stream.of(keys)
                .map(key -> snapshot.findMilestone(key).orElseThrow())
                .toList();
        return new Lane(new Group(name, members.size(), 0, "/", open, 0), members);
    }

    @Test
    void the_month_zoom_gives_each_month_room() {
        Snapshot snapshot = new Given().milestone("A", m -> m.due("2027-09-01")).snapshot();
        Timeline timeline =
                new TimelineLayout(snapshot, TODAY, TODAY, Zoom.of("month")).of(snapshot.milestones(), Map.of());

        assertThat(timeline.width()).isGreaterThan(15 * 65);
        assertThat(timeline.ticks()).extracting(Timeline.Tick::text).startsWith("Jul", "Aug", "Sep");
    }

    private static Timeline layout(Given given) {
        Snapshot snapshot = given.snapshot();
        return new TimelineLayout(snapshot, TODAY, TODAY, Zoom.FIT).of(snapshot.milestones(), Map.of());
    }

    private static Timeline.Row row(Timeline timeline, String key) {
        return timeline.rows().stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> marks(Timeline timeline, String key) {
        return row(timeline, key).marks().stream()
                .map(m -> m.icon() + " " + m.x())
                .toList();
    }
}
