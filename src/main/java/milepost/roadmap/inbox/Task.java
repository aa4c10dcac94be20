package milepost.roadmap.inbox;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import milepost.facts.Milestone;
import milepost.facts.ProgressUpdate;
import milepost.facts.Roadmap;
import milepost.flags.life.Flag;
import milepost.roadmap.store.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * A milestone of an officer.
 *
 * @param today the day it is on its roadmap
 * @param flags those about it that count, worst first
 * @param last the newest report, null when there is none
 * @param owed the last day by which the next report is to come; null when none is to come: it is finished or has not begun
 * @param changes what others changed on it since the visit before, newest first
 */
public record Task(
        Roadmap roadmap,
        Milestone milestone,
        LocalDate today,
        List<Flag> flags,
        @Nullable ProgressUpdate last,
        @Nullable LocalDate owed,
        List<LogEntry> changes) {
    public Task {
        flags = List.copyOf(flags);
        changes = List.copyOf(changes);
    }

    /** Days that the report is overdue; 0 when it is not. */
    public long overdue() {
        return owed == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(owed, today));
    }
}
