package milepost.web.timeline;

import java.util.List;
import milepost.facts.Milestone;

/** Milestones that are to stand together, in the order of the rows. */
public record Lane(Group group, List<Milestone> milestones) {
    private static final Group WHOLE = new Group("", 0, 0, "", true, 0);

    /** The only one of a timeline in one piece. */
    static Lane whole(List<Milestone> milestones) {
        return new Lane(WHOLE, milestones);
    }

    boolean headed() {
        return !group.name().isEmpty();
    }

    /** How many rows it takes. */
    int height() {
        return (headed() ? 1 : 0) + (group.open() ? milestones.size() : 0);
    }
}
