package milepost.web.manager.portfolio;

import java.util.Comparator;
import java.util.List;
import milepost.facts.Milestone;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.facts.TargetDate;
import milepost.flags.life.Flag;
import milepost.web.layout.Links;
import org.jspecify.annotations.Nullable;

/**
 * An open milestone of any roadmap.
 *
 * @param due null when it has no date
 * @param worst its worst flag that is critical or high, null without one
 */
record Deadline(
        String key,
        String title,
        String href,
        @Nullable TargetDate due,
        @Nullable Severity worst) {

    /** The open milestones of a roadmap; {@code at} keeps their addresses in the moment. */
    static List<Deadline> of(Snapshot snapshot, List<Flag> urgent, String at) {
        String roadmap = snapshot.roadmap().key();
        return snapshot.milestones().stream()
                .filter(Milestone::open)
                .map(m -> new Deadline(
                        m.key(),
                        m.title(),
                        Links.milestone(roadmap, m.key()) + at,
                        m.due(),
                        worst(roadmap, m.key(), urgent)))
                .toList();
    }

    private static @Nullable Severity worst(String roadmap, String milestone, List<Flag> urgent) {
        return urgent.stream()
                .filter(f -> f.kind() == SubjectKind.MILESTONE
                        && f.roadmap().equals(roadmap)
                        && f.subject().equals(milestone))
                .map(Flag::severity)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
