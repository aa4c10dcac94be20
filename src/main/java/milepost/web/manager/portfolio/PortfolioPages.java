package milepost.web.manager.portfolio;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import milepost.web.layout.Weeks;
import org.jspecify.annotations.Nullable;

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
        Instant last = moment.present()
                ? parts.flags().visits().look(Visitor.person(ctx).name())
                : null;
        Set<Long> fresh = fresh(reach, last);
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
                        .map(flag -> UrgentFlag.of(flag, sight, fresh.contains(flag.id())))
                        .toList(),
                urgent.size(),
                moment.present() ? since(ctx, last) : null);
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

    private SinceVisit since(Context ctx, @Nullable Instant last) {
        return last == null
                ? SinceVisit.FIRST
                : new Meanwhile(parts, Visitor.reach(ctx), Visitor.person(ctx)).since(last);
    }

    /** Which urgent flags are new to the visitor, by the rule of the list of flags; none at the first visit. */
    private Set<Long> fresh(Reach reach, @Nullable Instant last) {
        FlagQuery urgent = FlagQuery.counted().seenBy(reach).of(Severity.CRITICAL, Severity.HIGH);
        return last == null
                ? Set.of()
                : parts.flags().list(urgent.newsSince(last)).stream()
                        .map(Flag::id)
                        .collect(Collectors.toSet());
    }

    private RoadmapRow row(RoadmapSummary summary, Moment moment) {
        if (!moment.present()) {
            return RoadmapRow.of(summary, moment.day(), moment.suffix());
        }
        List<Instant> weeks = Weeks.until(parts.clock().instant());
        FlagQuery flags = FlagQuery.all().inRoadmap(summary.roadmap().key());
        return RoadmapRow.of(summary, parts.today(summary.roadmap().zone()), "")
                .with(Spark.of(parts.flags().trend(flags, weeks)));
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
