package milepost.web.calendar;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import milepost.access.Feeds;
import milepost.access.member.Memberships;
import milepost.exchange.Calendar;
import milepost.web.api.http.Asked;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;

/** Hands out the calendar of a roadmap. */
public final class CalendarApi {
    private final Parts parts;
    private final RoadmapCalendar calendar;
    private final Feeds feeds;
    private final Memberships members;

    public CalendarApi(Parts parts) {
        this.parts = parts;
        this.calendar = new RoadmapCalendar(parts);
        this.feeds = parts.people().feeds();
        this.members = parts.members();
    }

    /** The calendar for whoever is signed in or has a token: as it is, or as it was handed out then. */
    public void download(Context ctx) {
        String roadmap = ctx.pathParam("roadmap");
        Parameters query = Parameters.of(ctx, Asked.AS_OF, Asked.KNOWN_AT);
        Asked asked = Asked.of(query, parts.clock().instant());
        Calendar shown = asked.any()
                ? calendar.of(parts.archive().then(roadmap, asked.until(zone(roadmap))), site(ctx))
                : calendar.of(roadmap, site(ctx));
        answer(ctx, roadmap, shown);
    }

    /** The calendar for whoever knows the address. */
    public void feed(Context ctx) {
        Feeds.Held held = feeds.find(ctx.pathParam("secret"))
                .filter(h -> !h.roadmap().equals(Feeds.FLAGS))
                .filter(h -> members.mayRead(h.person(), h.roadmap()))
                .orElseThrow(NotFoundResponse::new);
        answer(ctx, held.roadmap(), calendar.of(held.roadmap(), site(ctx)));
    }

    private ZoneId zone(String roadmap) {
        return parts.roadmaps().snapshot(roadmap).roadmap().zone();
    }

    private static void answer(Context ctx, String roadmap, Calendar calendar) {
        ctx.header("Cache-Control", "private, no-cache");
        ctx.header("Content-Disposition", "inline; filename=\"" + roadmap.replaceAll("[^\\w.-]", "_") + ".ics\"");
        ctx.contentType(Calendar.TYPE + "; charset=utf-8")
                .result(calendar.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Where the asker reaches this site. */
    static String site(Context ctx) {
        boolean secure = "https".equals(ctx.header("X-Forwarded-Proto"));
        return (secure ? "https" : ctx.scheme()) + "://" + ctx.host();
    }
}
