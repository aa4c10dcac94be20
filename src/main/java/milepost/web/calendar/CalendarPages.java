package milepost.web.calendar;

import io.javalin.http.Context;
import java.util.List;
import milepost.access.Feeds;
import milepost.access.Person;
import milepost.facts.Roadmap;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** The page about the calendar of a roadmap, with the addresses that calendar programs read it from. */
public final class CalendarPages {
    private final Parts parts;
    private final Pages pages;
    private final Feeds feeds;

    public CalendarPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
        this.feeds = parts.people().feeds();
    }

    /** The page that explains it, with the visitor's addresses. */
    public void show(Context ctx) {
        show(ctx, null);
    }

    /** Makes an address and shows it this once. */
    public void create(Context ctx) {
        Roadmap roadmap = roadmap(ctx);
        String secret = feeds.create(Visitor.person(ctx), roadmap.key());
        show(ctx, CalendarApi.site(ctx) + "/feeds/" + secret + ".ics");
    }

    /** Nobody can read from the address any more. */
    public void end(Context ctx) {
        String id = ctx.pathParam("id");
        feeds.end(Visitor.person(ctx), id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
        Redirects.to(ctx, Links.roadmap(roadmap(ctx).key()) + "/calendar");
    }

    private void show(Context ctx, @Nullable String fresh) {
        Roadmap roadmap = roadmap(ctx);
        Person person = Visitor.person(ctx);
        List<CalendarView.Address> addresses = feeds.list(person, roadmap.key()).stream()
                .map(f -> new CalendarView.Address(f.id(), Words.time(f.createdAt(), roadmap.zone())))
                .toList();
        CalendarView view = new CalendarView(roadmap.title(), Links.roadmap(roadmap.key()), fresh, addresses);
        pages.show(
                ctx,
                new Page(
                        "Calendar of " + roadmap.title(), Place.PORTFOLIO, "milepost/web/calendar/calendar.jte", view));
    }

    private Roadmap roadmap(Context ctx) {
        return parts.roadmaps().snapshot(ctx.pathParam("roadmap")).roadmap();
    }
}
