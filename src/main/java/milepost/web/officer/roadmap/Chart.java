package milepost.web.officer.roadmap;

import java.util.List;
import milepost.web.officer.choice.ChoiceView;
import milepost.web.timeline.Group;
import milepost.web.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of the milestones that were chosen.
 *
 * @param groups one without a name when it is drawn in one piece; empty when no milestone matches
 * @param timeline null while every group is folded
 */
public record Chart(
        ChoiceView choice, List<Group> groups, @Nullable Timeline timeline) {

    /** Whether the roadmap has any milestone. */
    public boolean any() {
        return choice.total() > 0;
    }
}
