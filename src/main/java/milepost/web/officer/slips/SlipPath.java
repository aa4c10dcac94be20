package milepost.web.officer.slips;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The line of one milestone while it is being drawn, from its first promise on. */
final class SlipPath {
    private final SlipScale scale;
    private final List<SlipChart.Segment> segments = new ArrayList<>();
    private final List<SlipChart.Dot> moves = new ArrayList<>();
    private SlipChart.@Nullable Dot at;
    private SlipChart.@Nullable Dot last;

    SlipPath(SlipScale scale) {
        this.scale = scale;
    }

    /** On this day the due date was set or moved. */
    void promised(LocalDate on, LocalDate due) {
        SlipChart.Dot next = new SlipChart.Dot(scale.across(on), scale.up(due));
        goTo(next.x(), next.y());
        moves.add(next);
        at = next;
        last = next;
    }

    /** On this day the due date was taken away: the line has a gap until there is another. */
    void takenAway(LocalDate on) {
        if (at != null) {
            goTo(scale.across(on), at.y());
            last = new SlipChart.Dot(scale.across(on), at.y());
            at = null;
        }
    }

    /** Draws the line to today or, when it was delivered, to the diagonal on that day; returns its end. */
    SlipChart.Dot end(LocalDate today, @Nullable LocalDate delivered) {
        if (at != null) {
            SlipChart.Dot end = new SlipChart.Dot(
                    scale.across(delivered == null ? today : delivered),
                    delivered == null ? at.y() : scale.up(delivered));
            goTo(end.x(), end.y());
            return end;
        }
        return Objects.requireNonNull(last);
    }

    List<SlipChart.Segment> segments() {
        return segments;
    }

    List<SlipChart.Dot> moves() {
        return moves;
    }

    /** Across first, then up: a promise stands until it is moved. */
    private void goTo(String x, int y) {
        if (at != null) {
            segments.add(new SlipChart.Segment(at.x(), at.y(), x, at.y()));
            segments.add(new SlipChart.Segment(x, at.y(), x, y));
        }
    }
}
