package milepost.web.officer.milestone;

import milepost.facts.Milestone;
import milepost.web.layout.Links;

/** Earlier changes of a milestone, which may be gone. */
public record PastView(
        String roadmap, String roadmapHref, String key, String title, String home, boolean gone, HistoryView history) {
    PastView(MilestoneRequest request, HistoryView history) {
        this(
                request.snapshot().roadmap().title(),
                Links.roadmap(request.roadmap()),
                request.existing(),
                request.snapshot()
                        .findMilestone(request.existing())
                        .map(Milestone::title)
                        .orElse(request.existing()),
                request.home(),
                request.removed(),
                history);
    }
}
