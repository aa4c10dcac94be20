package milepost.web.manager.flags;

import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;
import milepost.web.layout.Why;
import milepost.web.manager.triage.Chosen;

/**
 * The reason of a flag under its row.
 *
 * @param chosen how forms name the flag
 * @param decides whether the visitor may decide about it
 */
public record WhyRow(Why why, String chosen, boolean decides) {
    static WhyRow of(Why why, Flag flag, boolean decides) {
        boolean open = flag.state() != FlagState.RESOLVED;
        return new WhyRow(why, Chosen.value(flag.id(), flag.version()), open && decides);
    }
}
