package milepost.web.manager.flags;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import milepost.access.Feeds;
import milepost.access.member.Rights;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.web.asof.Moment;
import milepost.web.asof.Sight;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;

/** The list of flags as a feed, for whoever is signed in or knows a personal address. It is no visit: what is new stays new. */
public final class FeedPages {
    private static final int MOST = 100;

    private final Parts parts;
    private final Feeds feeds;

    public FeedPages(Parts parts) {
        this.parts = parts;
        this.feeds = parts.people().feeds();
    }

    /** For whoever is signed in. */
    public void show(Context ctx) {
        answer(ctx, Visitor.rights(ctx));
    }

    /** For whoever knows the address. */
    public void feed(Context ctx) {
        Feeds.Held held = feeds.find(ctx.pathParam("secret"))
                .filter(found -> found.roadmap().equals(Feeds.FLAGS))
                .orElseThrow(NotFoundResponse::new);
        answer(ctx, parts.members().rights(held.person()));
    }

    private void answer(Context ctx, Rights rights) {
        Moment now = Moment.present(parts.clock().instant(), Sight.zone(parts, rights.reach()));
        FlagFilter filter = FlagFilter.of(ctx, now);
        FlagQuery query = filter.query()
                .seenBy(rights.reach())
                .ofRule(parts.presentKey(filter.rule()))
                .atMost(MOST);
        List<FlagsAtom.Entry> entries =
                parts.flags().list(query).stream().map(this::entry).toList();
        byte[] atom = FlagsAtom.of(
                entries, site(ctx), filter.addressed(), parts.clock().instant());
        ctx.header("Cache-Control", "private, no-cache")
                .contentType(FlagsAtom.TYPE)
                .result(atom);
    }

    private FlagsAtom.Entry entry(Flag flag) {
        return FlagsAtom.Entry.of(flag, parts.flags().events(flag.id()));
    }

    /** Where the asker reaches this site. */
    private static String site(Context ctx) {
        boolean secure = "https".equals(ctx.header("X-Forwarded-Proto"));
        return (secure ? "https" : ctx.scheme()) + "://" + ctx.host();
    }
}
