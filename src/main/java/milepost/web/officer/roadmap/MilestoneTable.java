package milepost.web.officer.roadmap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The milestones as a table.
 *
 * @param groups one for each stream, or a single one without a name
 * @param total how many milestones the roadmap has
 */
public record MilestoneTable(List<Heading> headings, List<Group> groups, int total, int done, Leaf leaf) {

    /**
     * Which page of the table this is.
     *
     * @param range which of the milestones that were chosen are on it: {@code 51–100 of 125}
     * @param previous address of the page before, null on the first
     * @param next address of the page after, null on the last
     */
    public record Leaf(
            String range,
            @Nullable String previous,
            @Nullable String next) {}

    /**
     * The head of a column.
     *
     * @param href null for a column that does not sort
     * @param order {@code ascending} or {@code descending} when the rows stand in the order of this column
     */
    public record Heading(
            String label,
            String css,
            @Nullable String href,
            @Nullable String order) {}

    /** The milestones of a stream. */
    public record Group(@Nullable String name, List<MilestoneRow> rows) {}
}
