package milepost.web.timeline;

import java.util.List;
import milepost.facts.Status;
import org.jspecify.annotations.Nullable;

/**
 * A timeline ready to be printed: every x as percent text, every y in pixels.
 *
 * @param width of the chart in pixels when it scrolls, 0 for the width there is
 * @param height of the chart in pixels
 * @param span what it covers, in words
 * @param today x of today
 * @param asOf the second line, for the day looked at when that is not today; null otherwise
 * @param events marks of the last row; without any there is no such row
 */
public record Timeline(
        Zoom zoom,
        int width,
        int height,
        String span,
        String today,
        @Nullable Line asOf,
        List<Tick> ticks,
        List<Link> links,
        List<Part> parts,
        List<EventMark> events) {

    /** Height of the head that holds the axis. */
    public static final int HEAD = 40;

    /** Height of one milestone. */
    public static final int ROW = 36;

    /** Where the rows end; the line below the last milestone. */
    public int floor() {
        return HEAD + parts.stream().mapToInt(Part::height).sum();
    }

    /** The milestones that are drawn. */
    public List<Row> rows() {
        return parts.stream().flatMap(part -> part.rows().stream()).toList();
    }

    /** Middle of the row of events. */
    public int eventY() {
        return floor() + ROW / 2;
    }

    /** A line through the chart; {@code side} is where its label stands so that it does not run into the other one. */
    public record Line(String x, String text, String side) {}

    /** One mark of time; {@code lead} is the year where one begins. */
    public record Tick(String x, int dx, boolean strong, String lead, String text) {}

    /**
     * Milestones that stand together.
     *
     * @param group its heading; null when the timeline is in one piece
     * @param top the line above the heading
     */
    public record Part(@Nullable Group group, int top, List<Row> rows) {
        int height() {
            return (rows.size() + (group == null ? 0 : 1)) * ROW;
        }
    }

    /** One milestone: what stands in the list beside the chart, and its drawing. */
    public record Row(
            String key,
            String title,
            Status status,
            String name,
            int y,
            List<Bar> bars,
            List<Stroke> strokes,
            List<Mark> marks,
            Label label) {
        /** The line above this row. */
        public int top() {
            return y - ROW / 2;
        }
    }

    /** A level bar of 8 pixels height; {@code css} says what it means. */
    public record Bar(String css, String x, String width, int y) {}

    /** A level line. */
    public record Stroke(String css, String from, String to, int y) {}

    /** A diamond; {@code early} for a forecast that is no slip. */
    public record Mark(String icon, String x, int y, boolean early) {}

    /** The words behind the last mark, or before the first one when they would not fit; glyphs are the flags. */
    public record Label(String x, int y, int dx, boolean before, String text, List<Glyph> glyphs) {}

    /** A severity, {@code dx} pixels from the label's place. */
    public record Glyph(String icon, int dx) {}

    /** A dependency: straight pieces and the head of the arrow. */
    public record Link(boolean hot, List<Piece> pieces, String x, int dx, int y, String head) {}

    /** One piece from point to point; both ends are {@code dx} pixels right of their percent. */
    public record Piece(String x1, int dx1, String x2, int dx2, int y1, int y2) {
        public boolean offset() {
            return dx1 != 0 || dx2 != 0;
        }
    }

    /** An event of the world around; the text is empty when there is no room for it. */
    public record EventMark(String key, String x, String name, String text, boolean before) {}
}
