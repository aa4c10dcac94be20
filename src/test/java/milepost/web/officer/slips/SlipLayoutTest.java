package milepost.web.officer.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import milepost.Given;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import milepost.roadmap.history.DueMove;
import milepost.roadmap.history.Promise;
import milepost.roadmap.store.Change;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the lines of the slip chart go. */
class SlipLayoutTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-01-01");

    @Test
    void a_move_to_a_later_day_goes_up_on_the_day_it_was_recorded_and_the_line_ends_today() {
        SlipChart chart = chart(m -> m.due("2026-06-01"), "2025-02-01 2026-03-01", "2025-06-01 2026-06-01");

        SlipChart.Line line = chart.lines().get(0);
        assertThat(line.moves()).hasSize(2);
        assertThat(line.moves().get(1).y()).isLessThan(line.moves().get(0).y());
        assertThat(line.segments().get(0))
                .isEqualTo(new SlipChart.Segment(
                        line.moves().get(0).x(),
                        line.moves().get(0).y(),
                        line.moves().get(1).x(),
                        line.moves().get(0).y()));
        assertThat(line.end())
                .isEqualTo(new SlipChart.Dot(chart.today(), line.moves().get(1).y()));
        assertThat(line.slipped()).isTrue();
        assertThat(line.name()).isEqualTo("M-1 Milestone M-1: first slip, 92 days since the first promise");
    }

    @Test
    void what_is_delivered_ends_on_the_diagonal() {
        SlipChart chart = chart(m -> m.due("2025-09-01").done("2025-11-01"), "2025-02-01 2025-09-01");

        SlipChart.Line line = chart.lines().get(0);
        SlipChart.Segment diagonal = chart.diagonal();
        double along =
                (percent(line.end().x()) - percent(diagonal.x1())) / (percent(diagonal.x2()) - percent(diagonal.x1()));
        double expected = diagonal.y1() + along * (diagonal.y2() - diagonal.y1());
        assertThat(line.delivered()).isTrue();
        assertThat((double) line.end().y()).isCloseTo(expected, org.assertj.core.data.Offset.offset(1.5));
    }

    @Test
    void a_due_date_that_was_taken_away_ends_its_line_on_that_day() {
        SlipChart chart = chart(m -> m, "2025-02-01 2026-03-01", "2025-06-01 -");

        SlipChart.Line line = chart.lines().get(0);
        assertThat(line.moves()).hasSize(1);
        assertThat(percent(line.end().x())).isLessThan(percent(chart.today()));
        assertThat(line.name()).endsWith("has no due date any more");
    }

    @Test
    void labels_of_lines_that_end_together_do_not_cover_each_other() {
        Given given = new Given();
        List<Promise> promises = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            given.milestone("M-" + i, m -> m.due("2026-06-01"));
            promises.add(promise("M-" + i, "2025-02-0" + i + " 2026-06-01"));
        }
        SlipChart chart = new SlipLayout(given.snapshot(), TODAY).of(promises);

        List<Integer> places =
                chart.lines().stream().map(SlipChart.Line::labelY).sorted().toList();
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i) - places.get(i - 1)).isGreaterThanOrEqualTo(16);
        }
    }

    @Test
    void of_very_many_milestones_those_that_moved_most_are_drawn() {
        Given given = new Given();
        List<Promise> promises = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            given.milestone("M-" + i, m -> m.due("2026-06-01"));
            promises.add(
                    i == 40
                            ? promise("M-40", "2025-02-01 2026-03-01", "2025-03-01 2026-06-01")
                            : promise("M-" + i, "2025-02-01 2026-06-01"));
        }
        SlipChart chart = new SlipLayout(given.snapshot(), TODAY).of(promises);

        assertThat(chart.lines()).hasSize(SlipLayout.MOST_LINES);
        assertThat(chart.leftOut()).isEqualTo(40 - SlipLayout.MOST_LINES);
        assertThat(chart.lines()).extracting(SlipChart.Line::key).contains("M-40");
    }

    @Test
    void without_any_promise_there_is_no_chart() {
        Snapshot snapshot = new Given().milestone("M-1", m -> m).snapshot();

        assertThat(new SlipLayout(snapshot, TODAY).of(List.of())).isNull();
    }

    private static SlipChart chart(UnaryOperator<Given.Draft> draft, String... moves) {
        Snapshot snapshot = new Given().milestone("M-1", draft).snapshot();
        return new SlipLayout(snapshot, TODAY).of(List.of(promise("M-1", moves)));
    }

    /** Moves such as {@code 2025-02-01 2026-03-01}: on the first day the second one was promised, or - for none. */
    private static Promise promise(String milestone, String... written) {
        List<DueMove> moves = new ArrayList<>();
        TargetDate before = null;
        int slips = 0;
        for (String move : written) {
            String[] parts = move.split(" ");
            TargetDate due = parts[1].equals("-") ? null : TargetDate.parse(parts[1]);
            int more = later(before, due) ? slips + 1 : slips;
            Change change =
                    new Change(moves.size() + 1, Instant.parse(parts[0] + "T09:00:00Z"), "ann", "REE", null, null);
            moves.add(new DueMove(milestone, change, before, due, null, null, slips, more));
            before = due;
            slips = more;
        }
        return new Promise(milestone, moves);
    }

    private static boolean later(@Nullable TargetDate before, @Nullable TargetDate due) {
        return before != null && due != null && due.last().isAfter(before.last());
    }

    private static double percent(String text) {
        return Double.parseDouble(text.replace("%", ""));
    }
}
