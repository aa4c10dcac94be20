package milepost.flags.life;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transitions of a roadmap's flags in one unit of work.
 *
 * @param cause why there was an evaluation, or who decided
 */
public record Turns(String roadmap, Cause cause, List<Turn> turns) {

    /**
     * One transition.
     *
     * @param number of its event, which only grows
     * @param before the flag until then; null when there was none
     * @param after the flag from now on
     */
    public record Turn(long number, @Nullable Flag before, Flag after, FlagEvent event) {}
}
