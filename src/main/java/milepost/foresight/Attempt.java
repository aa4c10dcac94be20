package milepost.foresight;

import java.util.function.LongFunction;
import milepost.roadmap.fact.Edit;

/** Something to try that might clear a flag. */
sealed interface Attempt {

    /** One edit. */
    record Once(String text, Edit edit) implements Attempt {}

    /**
     * One of a row of edits, of which the first that clears the flag is wanted.
     *
     * @param steps how many there are; number 0 is the smallest
     */
    record Smallest(int steps, LongFunction<Once> step) implements Attempt {}

    /** Whether two speak of different facts, so that both can be carried out at once. */
    static boolean apart(Once one, Once other) {
        return !key(one.edit()).equals(key(other.edit()));
    }

    private static String key(Edit edit) {
        if (edit instanceof Edit.MilestoneRevision revision) {
            return "Milestone " + revision.key();
        }
        if (edit instanceof Edit.Removal removal) {
            return removal.type().getSimpleName() + " " + removal.key();
        }
        return ((Edit.Put) edit).fact().toString();
    }
}
