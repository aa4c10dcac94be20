package milepost.exchange.intake.plan;

import java.util.List;
import milepost.exchange.intake.heading.Mapping;
import milepost.roadmap.fact.Edit;

/**
 * What taking a table in comes to, before anything is stored.
 *
 * @param rows of the file that are about a milestone
 * @param untouched milestones of the roadmap that no row is about; they stay as they are
 * @param lines the first rows, for a person to look at
 * @param troubles the first of what could not be taken as it stands
 * @param tallies columns whose cells are counted by kind
 * @param edits all that is stored, in one change
 */
public record Plan(
        Mapping mapping,
        int rows,
        int adds,
        int changes,
        int same,
        long untouched,
        List<PlannedRow> lines,
        List<Trouble> troubles,
        int troublesInAll,
        boolean stopped,
        List<Tally> tallies,
        List<Edit> edits) {

    /** What a person looks at, without what is to be stored and without the cells: it cannot be carried out. */
    public Plan toLookAt() {
        return new Plan(
                mapping.sampled(),
                rows,
                adds,
                changes,
                same,
                untouched,
                lines,
                troubles,
                troublesInAll,
                stopped,
                tallies,
                List.of());
    }
}
