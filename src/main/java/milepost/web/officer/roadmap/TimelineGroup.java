package milepost.web.officer.roadmap;

import milepost.web.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A part of the timeline.
 *
 * @param name empty when the timeline is in one piece
 * @param count how many milestones it has
 * @param flags how many flags of them count
 * @param toggle address that folds or unfolds it
 * @param timeline null while it is folded
 * @param more how many of its milestones are not drawn
 */
public record TimelineGroup(
        String name,
        int count,
        int flags,
        String toggle,
        @Nullable Timeline timeline,
        int more) {}
