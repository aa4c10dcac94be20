package milepost.roadmap.history;

import java.time.Instant;
import milepost.roadmap.fact.Baseline;
import org.jspecify.annotations.Nullable;

/**
 * A moment of a roadmap's record.
 *
 * @param at what was recorded at this instant
 * @param change the last change recorded by then; 0 when there was none yet
 * @param baseline the baseline it was asked by, null for none
 */
public record Moment(Instant at, long change, @Nullable Baseline baseline) {

    /** Whether nothing was recorded yet. */
    public boolean empty() {
        return change == 0;
    }
}
