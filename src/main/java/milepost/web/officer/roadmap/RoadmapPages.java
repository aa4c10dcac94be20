package milepost.web.officer.roadmap;

import io.javalin.http.Context;
import milepost.facts.Snapshot;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.officer.form.SavedLine;
import milepost.web.officer.milestone.DrawerView;

/** The page of a roadmap. */
public final class RoadmapPages {
    private final Parts parts;
    private final Pages pages;

    public RoadmapPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void show(Context ctx) {
        String key = ctx.pathParam("key");
        Snapshot snapshot = parts.roadmaps().snapshot(key);
        DrawerView drawer = DrawerView.find(ctx, parts, snapshot).orElse(null);
        if (drawer != null && DrawerView.alone(ctx)) {
            pages.show(ctx, page(snapshot, "milestone/drawer.jte", drawer));
            return;
        }
        RoadmapView view = new Board(ctx, parts, ctx.queryParam("sort"))
                .view(snapshot, SavedLine.find(ctx, parts, key).orElse(null), null)
                .behind(drawer);
        pages.show(ctx, page(snapshot, "roadmap/roadmap.jte", view));
    }

    private static Page page(Snapshot snapshot, String template, Object view) {
        return new Page(snapshot.roadmap().title(), Place.PORTFOLIO, "milepost/web/officer/" + template, view);
    }
}
