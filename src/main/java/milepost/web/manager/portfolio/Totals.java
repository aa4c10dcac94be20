package milepost.web.manager.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import milepost.facts.Severity;
import milepost.roadmap.Health;
import milepost.roadmap.RoadmapSummary;
import milepost.web.layout.Words;

/**
 * The sums under the heading.
 *
 * @param health of all of them: that of the worst
 * @param behind titles of the roadmaps that it follows from; empty when nothing is wrong
 * @param flags in words, worst first, such as {@code 2 critical, 1 low}; empty when there is none
 */
public record Totals(int roadmaps, int milestones, int active, String flags, Health health, List<String> behind) {

    private static final List<Health> WORST_LAST =
            List.of(Health.NOT_JUDGED, Health.NO_DATES, Health.ON_TRACK, Health.AT_RISK, Health.OFF_TRACK);

    static Totals of(List<RoadmapSummary> roadmaps) {
        int milestones = 0;
        int active = 0;
        List<String> words = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            int count = 0;
            for (RoadmapSummary r : roadmaps) {
                count += r.flags().getOrDefault(severity, 0);
            }
            active += count;
            if (count > 0) {
                words.add(0, count + " " + Words.severity(severity).toLowerCase(Locale.ROOT));
            }
        }
        for (RoadmapSummary r : roadmaps) {
            milestones += r.milestones();
        }
        Health worst = roadmaps.stream()
                .map(RoadmapSummary::health)
                .max(Comparator.comparing(WORST_LAST::indexOf))
                .orElse(Health.NO_DATES);
        List<String> behind = worst != Health.OFF_TRACK && worst != Health.AT_RISK
                ? List.of()
                : roadmaps.stream()
                        .filter(r -> r.health() == worst)
                        .map(r -> r.roadmap().title())
                        .toList();
        return new Totals(roadmaps.size(), milestones, active, String.join(", ", words), worst, behind);
    }
}
