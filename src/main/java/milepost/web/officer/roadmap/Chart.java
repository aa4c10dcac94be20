package milepost.web.officer.roadmap;

import java.util.List;
import milepost.web.officer.choice.ChoiceView;

/**
 * The timeline of the milestones that were chosen.
 *
 * @param groups one without a name when it is drawn in one piece; empty when no milestone matches
 */
public record Chart(ChoiceView choice, List<TimelineGroup> groups) {

    /** Whether the roadmap has any milestone. */
    public boolean any() {
        return choice.total() > 0;
    }
}
