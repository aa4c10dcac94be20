package milepost.roadmap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.facts.Milestone;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.Status;

/** Makes the portfolio's line of a roadmap. */
final class Summaries {
    private Summaries() {}

    static RoadmapSummary of(Snapshot snapshot, Map<Severity, Integer> flags, LocalDate day) {
        List<Milestone> all = snapshot.milestones();
        int done = (int) all.stream().filter(m -> m.status() == Status.DONE).count();
        Milestone next = all.stream()
                .filter(m -> m.open() && m.due() != null)
                .min(Comparator.comparing(m -> Objects.requireNonNull(m.due()).last()))
                .orElse(null);
        return new RoadmapSummary(
                snapshot.roadmap(),
                all.size(),
                done,
                progress(all),
                flags,
                next,
                true,
                snapshot.findRating(null, day).orElse(null));
    }

    /** The mean of what is recorded; a milestone that is done counts 100; null when nothing is recorded. */
    private static @org.jspecify.annotations.Nullable Integer progress(List<Milestone> all) {
        var recorded = all.stream()
                .filter(m -> m.status() == Status.DONE || m.progress() != null)
                .mapToInt(m -> m.status() == Status.DONE ? 100 : Objects.requireNonNull(m.progress()))
                .average();
        return recorded.isPresent() ? (int) Math.round(recorded.getAsDouble()) : null;
    }
}
