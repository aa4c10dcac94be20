package milepost.web.layout;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import milepost.facts.Reach;
import milepost.flags.life.FlagTally;
import milepost.flags.store.FlagQuery;

/** Shows pages: whole ones, or only their content when htmx asks. */
public final class Pages {
    /** Attribute of a request: the number of the last change before the page was made. */
    public static final String LIVE = "live";

    private final Parts parts;

    public Pages(Parts parts) {
        this.parts = parts;
    }

    /** Answers the request with this page. */
    public void show(Context ctx, Page page) {
        ctx.header("Vary", "HX-Request");
        ctx.header("Cache-Control", "no-store");
        ctx.render(page.template(), Map.of("chrome", chrome(ctx, page), "view", page.view()));
    }

    private Chrome chrome(Context ctx, Page page) {
        Visitor visitor = Visitor.find(ctx).orElse(null);
        boolean fragment = "true".equals(ctx.header("HX-Request"));
        return new Chrome(
                page.title(),
                page.place(),
                visitor,
                fragment,
                Redirects.here(ctx),
                Theme.of(ctx),
                visitor == null ? 0 : counted(visitor.rights().reach()),
                parts.ruleset().get().version(),
                visitor == null ? null : ctx.attribute(LIVE),
                visitor != null && !fragment
                        ? parts.roadmaps().setAside(visitor.rights().reach())
                        : List.of());
    }

    private int counted(Reach reach) {
        return parts.flags().tally(FlagQuery.all().seenBy(reach)).stream()
                .filter(FlagTally::counts)
                .mapToInt(FlagTally::count)
                .sum();
    }
}
