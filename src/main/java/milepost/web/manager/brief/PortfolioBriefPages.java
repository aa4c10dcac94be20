package milepost.web.manager.brief;

import io.javalin.http.Context;
import java.util.Map;
import milepost.facts.Reach;
import milepost.web.asof.Control;
import milepost.web.asof.Moment;
import milepost.web.asof.Sight;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Visitor;

/** The brief of all roadmaps: as they stand, as they were, as they will be. */
public final class PortfolioBriefPages {
    private final Parts parts;
    private final Pages pages;

    public PortfolioBriefPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void show(Context ctx) {
        Reach reach = Visitor.reach(ctx);
        Moment moment = Moment.of(ctx, parts.clock().instant(), Sight.zone(parts, reach));
        if (moment.rewritten(ctx)) {
            return;
        }
        Control control = Control.of(ctx.path(), Map.of(), moment, null);
        PortfolioBriefView view = new PortfolioSheet(parts, moment, new Sight(parts, reach, moment)).view(control);
        ctx.status(moment.error() == null ? 200 : 422);
        pages.show(
                ctx,
                new Page(
                        moment.title("Brief: Portfolio"),
                        Place.PORTFOLIO,
                        "milepost/web/manager/brief/portfolio.jte",
                        view));
    }
}
