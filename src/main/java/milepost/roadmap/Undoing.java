package milepost.roadmap;

import java.util.List;
import milepost.roadmap.history.Clash;
import milepost.roadmap.store.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * What undoing a change would do.
 *
 * @param entry the change
 * @param baselines whether it changed baselines, which only managers do
 * @param clashes what stands in the way; when empty it can be undone
 * @param effect what it would come to, null when something stands in the way
 */
public record Undoing(
        LogEntry entry,
        boolean baselines,
        List<Clash> clashes,
        @Nullable Saved effect) {
    public Undoing {
        clashes = List.copyOf(clashes);
    }
}
