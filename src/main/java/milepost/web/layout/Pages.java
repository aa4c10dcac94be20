package milepost.web.layout;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import milepost.flags.FlagState;
import milepost.flags.Flags;
import milepost.flags.Triage;

/** Shows pages: whole ones, or only their content when htmx asks. */
public final class Pages {
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
        int flags = visitor == null || fragment ? 0 : open();
        String theme = Theme.of(ctx);
        return new Chrome(
                page.title(),
                page.place(),
                visitor,
                fragment,
                Redirects.here(ctx),
                theme,
                flags,
                parts.ruleset().get().version(),
                List.of());
    }

    private int open() {
        Flags.Query query = new Flags.Query(
                null,
                List.of(FlagState.ACTIVE),
                List.of(Triage.UNTRIAGED),
                List.of(),
                null,
                null,
                null,
                Integer.MAX_VALUE);
        return parts.flags().list(query).size();
    }
}
