package milepost.web.officer.roadmap;

import io.javalin.http.Context;
import milepost.facts.Snapshot;
import milepost.web.asof.Early;
import milepost.web.asof.Moment;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.officer.form.SavedLine;
import milepost.web.officer.milestone.DrawerView;

/** The page of a roadmap: as it stands, as it was, as it will be. */
public final class RoadmapPages {
    private final Parts parts;
    private final Pages pages;
    private final Travel travel;

    public RoadmapPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
        this.travel = new Travel(parts);
    }

    public void show(Context ctx) {
        Snapshot now = parts.roadmaps().snapshot(ctx.pathParam("key"));
        Moment moment = Moment.of(ctx, parts.clock().instant(), now.roadmap().zone());
        if (moment.rewritten(ctx)) {
            return;
        }
        DrawerView drawer = moment.present() ? DrawerView.find(ctx, parts, now).orElse(null) : null;
        if (drawer != null && DrawerView.alone(ctx)) {
            pages.show(ctx, page(now, moment, "officer/milestone/drawer.jte", drawer));
            return;
        }
        Board board = new Board(ctx, parts, ctx.queryParam("sort"));
        Early early = travel.findEarly(board, now, moment).orElse(null);
        if (early != null) {
            pages.show(ctx, page(now, moment, "asof/early.jte", early));
            return;
        }
        ctx.status(moment.error() == null ? 200 : 422);
        RoadmapView view = travel.to(board, now, moment)
                .with(SavedLine.find(ctx, parts, now.roadmap().key()).orElse(null))
                .behind(drawer);
        pages.show(ctx, page(now, moment, "officer/roadmap/roadmap.jte", view));
    }

    private static Page page(Snapshot now, Moment moment, String template, Object view) {
        return new Page(moment.title(now.roadmap().title()), Place.PORTFOLIO, "milepost/web/" + template, view);
    }
}
