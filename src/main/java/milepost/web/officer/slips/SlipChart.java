package milepost.web.officer.slips;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slip chart as it is drawn: across when something was reported, up when it was due. Places across are percent of the width, places
 * up are pixels from the top.
 *
 * @param left where it begins, in percent
 * @param right where it ends
 * @param span the days it covers, in words
 * @param diagonal where a promise is due on the very day; null when none of it is in the chart
 * @param leftOut how many milestones are in the table only
 */
public record SlipChart(
        int height,
        String left,
        String right,
        String span,
        List<Mark> across,
        List<Mark> up,
        String today,
        @Nullable Segment diagonal,
        List<Line> lines,
        int leftOut) {
    /** A date on one of the axes; {@code place} is percent or pixels. */
    public record Mark(String place, String text, boolean strong) {}

    /** A straight piece of a line. */
    public record Segment(String x1, int y1, String x2, int y2) {}

    /** A dot. */
    public record Dot(String x, int y) {}

    /**
     * One milestone.
     *
     * @param name what it is and how it moved, beginning with the label
     * @param slipped whether it ever moved to a later day
     * @param moves where the due date was set or moved
     * @param end where it stands
     * @param delivered whether it ends on the diagonal
     * @param labelY place of the label, where it covers no other
     */
    public record Line(
            String key,
            String label,
            String name,
            String href,
            boolean slipped,
            List<Segment> segments,
            List<Dot> moves,
            Dot end,
            boolean delivered,
            int labelY) {}
}
