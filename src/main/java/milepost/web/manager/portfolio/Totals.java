package milepost.web.manager.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import milepost.facts.Severity;
import milepost.roadmap.RoadmapSummary;
import milepost.web.layout.Words;

/**
 * The sums under the heading.
 *
 * @param flags in words, worst first, such as {@code 2 critical, 1 low}; empty when there is none
 */
public record Totals(int roadmaps, int milestones, int active, String flags) {

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
        return new Totals(roadmaps.size(), milestones, active, String.join(", ", words));
    }
}
