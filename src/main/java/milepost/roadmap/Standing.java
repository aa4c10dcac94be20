package milepost.roadmap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.facts.Milestone;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.flags.life.Flag;

/**
 * How a roadmap or a milestone stands, with the flags that it follows from.
 *
 * @param reasons the flags of the worst severity, when that is critical or high; empty otherwise
 */
public record Standing(Health health, List<Flag> reasons) {

    /** Of a moment in which the rules had not looked at the roadmap yet. */
    public static final Standing NOT_JUDGED = new Standing(Health.NOT_JUDGED, List.of());

    /**
     * How a roadmap stands.
     *
     * @param counted its flags that count
     */
    public static Standing of(Snapshot snapshot, List<Flag> counted) {
        boolean dated = snapshot.milestones().stream().anyMatch(m -> m.open() && m.due() != null);
        return of(counted, dated);
    }

    /**
     * How one of its milestones stands.
     *
     * @param counted the flags of the roadmap that count
     */
    public static Standing of(Milestone milestone, List<Flag> counted) {
        List<Flag> own = counted.stream()
                .filter(f -> f.kind() == SubjectKind.MILESTONE && f.subject().equals(milestone.key()))
                .toList();
        return of(own, milestone.due() != null || !milestone.open());
    }

    private static Standing of(List<Flag> counted, boolean dated) {
        Map<Severity, Integer> bySeverity =
                counted.stream().collect(Collectors.toMap(Flag::severity, flag -> 1, Integer::sum));
        return new Standing(Health.of(bySeverity, dated), reasons(counted));
    }

    /** Health is set by the worst severity alone, when that is critical or high. */
    public static List<Flag> reasons(List<Flag> counted) {
        Severity worst = counted.stream()
                .map(Flag::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.LOW);
        return worst.compareTo(Severity.HIGH) < 0
                ? List.of()
                : counted.stream().filter(f -> f.severity() == worst).toList();
    }
}
