package milepost.news.live;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit that changed something on a roadmap.
 *
 * @param number only grows
 * @param by name of the person who did it; null when it was the clock or the rules
 * @param flags how many flags changed
 * @param milestones keys of the milestones that were edited
 */
public record LiveChange(
        long number, Instant at, String roadmap, @Nullable String by, int flags, List<String> milestones) {

    /** Whether it is worth telling: an edit of something else that no flag is about is not. */
    public boolean telling() {
        return flags > 0 || !milestones.isEmpty();
    }
}
