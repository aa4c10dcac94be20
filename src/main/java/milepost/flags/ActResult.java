package milepost.flags;

import milepost.facts.Problem;
import milepost.flags.life.Flag;
import org.jspecify.annotations.Nullable;

/**
 * What came of an act on one of several flags.
 *
 * @param id of the flag
 * @param flag as it is now; null when there is none of this id
 * @param refusal why nothing was done to it; null when it was done
 */
public record ActResult(
        long id, @Nullable Flag flag, @Nullable Problem refusal) {}
