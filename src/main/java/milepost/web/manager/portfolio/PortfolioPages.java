package milepost.web.manager.portfolio;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import milepost.facts.Reach;
import milepost.facts.Severity;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.RoadmapSummary;
import milepost.web.asof.Control;
import milepost.web.asof.Moment;
import milepost.web.asof.Sight;
import milepost.web.asof.Track;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Subjects;
import milepost.web.layout.Visitor;

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
        Reach reach = Visitor.reach(ctx);
        Moment moment = Moment.of(ctx, parts.clock().instant(), Sight.zone(parts, reach));
        if (moment.rewritten(ctx)) {
            return;
        }
        Sight sight = new Sight(parts, reach, moment);
        List<RoadmapSummary> roadmaps = sight.summaries();
        List<Flag> urgent = sight.list(FlagQuery.counted().of(Severity.CRITICAL, Severity.HIGH));
        PortfolioView view = new PortfolioView(
                Control.of("/", Map.of(), moment, track(moment, reach)),
                Totals.of(roadmaps),
                roadmaps.stream().map(r -> row(r, moment)).toList(),
                DeadlineStrip.of(
                        deadlines(roadmaps, urgent, sight.subjects(), moment.suffix()),
                        day(moment, roadmaps),
                        moment.present() ? "Today" : "As of"),
                urgent.stream()
                        .limit(URGENT_SHOWN)
                        .map(flag -> UrgentFlag.of(flag, sight))
                        .toList(),
                urgent.size());
        boolean first = roadmaps.isEmpty() && moment.present();
        ctx.status(moment.error() == null ? 200 : 422);
        String template = first ? "first" : "portfolio";
        pages.show(
                ctx,
                new Page(
                        moment.title("Portfolio"),
                        Place.PORTFOLIO,
                        "milepost/web/manager/portfolio/" + template + ".jte",
                        view));
    }

    private Track track(Moment moment, Reach reach) {
        List<LocalDate> days = parts.roadmaps().keys(reach).stream()
                .map(key -> parts.roadmaps().snapshot(key).roadmap())
                .flatMap(roadmap -> parts.roadmaps().chronicle().daysOfChanges(roadmap).stream())
                .toList();
        return Track.of(moment, days, List.of(), moment.today().plusYears(1));
    }

    private RoadmapRow row(RoadmapSummary summary, Moment moment) {
        LocalDate day = moment.present() ? parts.today(summary.roadmap().zone()) : moment.day();
        return RoadmapRow.of(summary, day, moment.suffix());
    }

    /** The strip has one today; roadmaps in other zones differ from it by a day at most. */
    private LocalDate day(Moment moment, List<RoadmapSummary> roadmaps) {
        if (!moment.present()) {
            return moment.day();
        }
        return roadmaps.isEmpty()
                ? LocalDate.EPOCH
                : parts.today(roadmaps.get(0).roadmap().zone());
    }

    private static List<Deadline> deadlines(
            List<RoadmapSummary> roadmaps, List<Flag> urgent, Subjects subjects, String at) {
        return roadmaps.stream()
                .map(r -> subjects.snapshot(r.roadmap().key()))
                .flatMap(snapshot -> Deadline.of(snapshot, urgent, at).stream())
                .toList();
    }
}
