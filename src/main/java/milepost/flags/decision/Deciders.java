package milepost.flags.decision;

import java.util.function.Function;
import java.util.function.Predicate;
import milepost.facts.Problem;

/**
 * Someone who decides about flags of several roadmaps, and may not be the same on each.
 *
 * @param sees the roadmaps that exist for them
 * @param on who they are on one of those; FORBIDDEN where they decide nothing
 */
public record Deciders(Predicate<String> sees, Function<String, Decider> on) {

    /** Somebody who is the same on every roadmap. */
    public static Deciders everywhere(Decider decider) {
        return new Deciders(roadmap -> true, roadmap -> decider);
    }

    /** The refusal of a decision on a roadmap where somebody decides nothing. */
    public static Problem refused(String roadmap) {
        return new Problem(Problem.Kind.FORBIDDEN, "You do not decide about flags of " + roadmap + ".");
    }
}
