package milepost.web.manager.portfolio;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import milepost.facts.Severity;
import milepost.flags.Flag;
import milepost.flags.FlagQuery;
import milepost.roadmap.RoadmapSummary;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Subjects;

/** The portfolio page. */
public final class PortfolioPages {
    private static final int URGENT_SHOWN = 8;

    private final Parts parts;
    private final Pages pages;

    public PortfolioPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void show(Context ctx) {
        List<RoadmapSummary> roadmaps = parts.roadmaps().list();
        Subjects subjects = new Subjects(parts);
        List<Flag> urgent = urgent();
        PortfolioView view = new PortfolioView(
                Totals.of(roadmaps),
                roadmaps.stream().map(r -> row(r)).toList(),
                DeadlineStrip.of(deadlines(roadmaps, urgent, subjects), today(roadmaps)),
                urgent.stream()
                        .limit(URGENT_SHOWN)
                        .map(flag -> UrgentFlag.of(flag, subjects))
                        .toList(),
                urgent.size());
        String template = roadmaps.isEmpty() ? "first" : "portfolio";
        pages.show(
                ctx,
                new Page("Portfolio", Place.PORTFOLIO, "milepost/web/manager/portfolio/" + template + ".jte", view));
    }

    private RoadmapRow row(RoadmapSummary summary) {
        return RoadmapRow.of(summary, parts.today(summary.roadmap().zone()));
    }

    /** The strip has one today; roadmaps in other zones differ from it by a day at most. */
    private LocalDate today(List<RoadmapSummary> roadmaps) {
        return roadmaps.isEmpty()
                ? LocalDate.EPOCH
                : parts.today(roadmaps.get(0).roadmap().zone());
    }

    private List<Flag> urgent() {
        return parts.flags().list(FlagQuery.active().of(Severity.CRITICAL, Severity.HIGH));
    }

    private static List<Deadline> deadlines(List<RoadmapSummary> roadmaps, List<Flag> urgent, Subjects subjects) {
        return roadmaps.stream()
                .map(r -> subjects.snapshot(r.roadmap().key()))
                .flatMap(snapshot -> Deadline.of(snapshot, urgent).stream())
                .toList();
    }
}
