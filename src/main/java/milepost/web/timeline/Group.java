package milepost.web.timeline;

/**
 * The heading of milestones that stand together on a timeline.
 *
 * @param name empty when the timeline is in one piece, and then has no heading
 * @param count how many milestones it has
 * @param flags how many flags of them count
 * @param toggle address that folds or unfolds it
 * @param open whether its milestones are drawn, else only counted
 * @param more how many of its milestones are not drawn although it is open
 */
public record Group(String name, int count, int flags, String toggle, boolean open, int more) {}
