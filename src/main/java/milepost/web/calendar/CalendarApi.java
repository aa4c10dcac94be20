package milepost.web.calendar;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import milepost.access.Feeds;
import milepost.exchange.Calendar;
import milepost.web.layout.Parts;

/** Hands out the calendar of a roadmap. */
public final class CalendarApi {
    private final RoadmapCalendar calendar;
    private final Feeds feeds;

    public CalendarApi(Parts parts) {
        this.calendar = new RoadmapCalendar(parts);
        this.feeds = parts.people().feeds();
    }

    /** The calendar for whoever is signed in or has a token. */
    public void download(Context ctx) {
        answer(ctx, ctx.pathParam("roadmap"));
    }

    /** The calendar for whoever knows the address. */
    public void feed(Context ctx) {
        Feeds.Feed feed = feeds.find(ctx.pathParam("secret")).orElseThrow(NotFoundResponse::new);
        answer(ctx, feed.roadmap());
    }

    private void answer(Context ctx, String roadmap) {
        String text = calendar.of(roadmap, site(ctx)).text();
        ctx.header("Cache-Control", "private, no-cache");
        ctx.header("Content-Disposition", "inline; filename=\"" + roadmap.replaceAll("[^\\w.-]", "_") + ".ics\"");
        ctx.contentType(Calendar.TYPE + "; charset=utf-8").result(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Where the asker reaches this site. */
    static String site(Context ctx) {
        boolean secure = "https".equals(ctx.header("X-Forwarded-Proto"));
        return (secure ? "https" : ctx.scheme()) + "://" + ctx.host();
    }
}
