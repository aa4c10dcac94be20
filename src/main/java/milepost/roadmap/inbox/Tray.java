package milepost.roadmap.inbox;

import java.time.Instant;
import java.util.List;
import milepost.flags.life.Flag;
import org.jspecify.annotations.Nullable;

/**
 * What is in an inbox.
 *
 * @param tasks those longest overdue first, then those with the worst flags, then those due first
 * @param assigned flags that somebody gave to this officer, worst first
 * @param since when the visit before this one ended; null at the first visit
 */
public record Tray(
        List<Task> tasks, List<Flag> assigned, @Nullable Instant since) {
    public Tray {
        tasks = List.copyOf(tasks);
        assigned = List.copyOf(assigned);
    }

    /** How many reports are overdue. */
    public long overdue() {
        return tasks.stream().filter(task -> task.overdue() > 0).count();
    }
}
