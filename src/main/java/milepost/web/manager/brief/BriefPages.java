package milepost.web.manager.brief;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import milepost.facts.Roadmap;
import milepost.roadmap.period.Period;
import milepost.web.asof.Control;
import milepost.web.asof.Early;
import milepost.web.asof.Moment;
import milepost.web.layout.Crumb;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;

/** The brief of a roadmap: as it stands, as it was, as it will be. */
public final class BriefPages {
    private final Parts parts;
    private final Pages pages;

    public BriefPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void show(Context ctx) {
        Roadmap roadmap = parts.roadmaps().snapshot(ctx.pathParam("key")).roadmap();
        String period = ctx.queryParam("period");
        if (period != null) {
            show(ctx, frozen(roadmap.key(), period));
            return;
        }
        Moment moment = Moment.of(ctx, parts.clock().instant(), roadmap.zone());
        if (moment.rewritten(ctx)) {
            return;
        }
        Control control = Control.of(ctx.path(), Map.of(), moment, null);
        Instant first = parts.roadmaps().first(roadmap.key());
        if (moment.past() && moment.at().isBefore(first)) {
            pages.show(ctx, page(roadmap, moment, "asof/early.jte", early(roadmap, control, first)));
            return;
        }
        ctx.status(moment.error() == null ? 200 : 422);
        BriefView view = new Sheet(parts, roadmap.key(), moment).view(control);
        pages.show(ctx, page(roadmap, moment, "manager/brief/brief.jte", view));
    }

    private void show(Context ctx, Frozen frozen) {
        Control control = Control.of(ctx.path(), Map.of(), frozen.moment(), null);
        Roadmap roadmap = frozen.then().snapshot().roadmap();
        pages.show(
                ctx,
                new Page(
                        "Brief: " + roadmap.title() + ", " + frozen.period().name(),
                        Place.PORTFOLIO,
                        "milepost/web/manager/brief/brief.jte",
                        new Sheet(parts, frozen).view(control)));
    }

    private Frozen frozen(String roadmap, String name) {
        Period period = parts.desk().periods().period(roadmap, name);
        return new Frozen(period, parts.desk().periods().then(period));
    }

    private static Early early(Roadmap roadmap, Control control, Instant first) {
        List<Crumb> crumbs = List.of(
                new Crumb("Portfolio", "/"),
                new Crumb(roadmap.title(), Links.roadmap(roadmap.key())),
                new Crumb("Brief", null));
        LocalDate day = first.atZone(roadmap.zone()).toLocalDate();
        return Early.of(crumbs, roadmap.title(), roadmap.key(), control, day);
    }

    private static Page page(Roadmap roadmap, Moment moment, String template, Object view) {
        String title = moment.title("Brief: " + roadmap.title());
        return new Page(title, Place.PORTFOLIO, "milepost/web/" + template, view);
    }
}
