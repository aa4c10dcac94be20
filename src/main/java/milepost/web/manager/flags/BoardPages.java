package milepost.web.manager.flags;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milepost.access.Person;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.facts.Reach;
import milepost.flags.board.SavedView;
import milepost.flags.life.Flag;
import milepost.web.asof.Control;
import milepost.web.asof.Moment;
import milepost.web.asof.Sight;
import milepost.web.asof.Track;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Subjects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Why;
import org.jspecify.annotations.Nullable;

/** The list of flags, the reason under a row, its export, and the visitor's own views of it. */
public final class BoardPages {
    private final Parts parts;
    private final Pages pages;

    public BoardPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    /** The list; its bare address leads to the view that the visitor begins with, if they keep one. */
    public void list(Context ctx) {
        Optional<SavedView> standard =
                ctx.queryString() == null || ctx.queryString().isEmpty()
                        ? parts.flags().views().findStandard(Visitor.person(ctx).name())
                        : Optional.empty();
        if (standard.isPresent()) {
            Redirects.to(ctx, FlagFilter.of(standard.get().address()).addressed());
            return;
        }
        Moment moment = moment(ctx);
        if (!moment.rewritten(ctx)) {
            ctx.status(moment.error() == null ? 200 : 422);
            show(ctx, FlagFilter.of(ctx, moment), moment, null);
        }
    }

    /** The list at an address, with what came of an act on several of its flags. */
    public void show(Context ctx, String address, @Nullable Results results) {
        show(ctx, FlagFilter.of(address), present(ctx), results);
    }

    /** The row under a flag in the list; without htmx the page of the flag says the same. */
    public void why(Context ctx) {
        Flag flag = flag(ctx);
        Moment moment = Moment.of(ctx, parts.clock().instant(), new Subjects(parts).zone(flag));
        if (ctx.header("HX-Request") == null) {
            Redirects.to(ctx, Links.flag(flag.id()) + moment.suffix());
            return;
        }
        Why why = new Sight(parts, Visitor.reach(ctx), moment)
                .why(moment.past() ? parts.archive().flag(flag, moment.at()) : flag);
        WhyRow row = WhyRow.of(why, flag, moment.present() && Visitor.covers(ctx, Role.MANAGER));
        pages.show(ctx, new Page(flag.message(), Place.FLAGS, "milepost/web/manager/flags/whyfragment.jte", row));
    }

    /** What the list shows, on all its pages, as a table for other programs. */
    public void export(Context ctx) {
        Moment moment = moment(ctx);
        FlagList list = new FlagList(
                parts, FlagFilter.of(ctx, moment), Visitor.find(ctx).orElseThrow(), moment);
        ctx.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"flags.csv\"")
                .header("Cache-Control", "no-store")
                .result(FlagsCsv.of(list.all(), list.names()));
    }

    /** Keeps the filters of the list under a name. */
    public void save(Context ctx) {
        Person person = Visitor.person(ctx);
        FlagFilter filter = FlagFilter.of(field(ctx, "back"));
        try {
            boolean standard = ctx.formParam("standard") != null;
            parts.flags().views().save(person.name(), field(ctx, "name"), filter.href(), standard);
            Redirects.to(ctx, filter.addressed());
        } catch (Problem refused) {
            ctx.status(422);
            show(ctx, filter, present(ctx), new Results(String.valueOf(refused.getMessage()), List.of(), List.of()));
        }
    }

    /** Begins the list with a view of the visitor's own from now on, or with all flags again. */
    public void begin(Context ctx) {
        boolean standard = "1".equals(field(ctx, "standard"));
        parts.flags().views().begin(Visitor.person(ctx).name(), id(ctx), standard);
        Redirects.to(ctx, FlagFilter.of(field(ctx, "back")).addressed());
    }

    /** Forgets a view of the visitor's own. */
    public void remove(Context ctx) {
        parts.flags().views().remove(Visitor.person(ctx).name(), id(ctx));
        Redirects.to(ctx, FlagFilter.of(field(ctx, "back")).addressed());
    }

    private void show(Context ctx, FlagFilter filter, Moment moment, @Nullable Results results) {
        Control control = Control.of("/flags", ctx.queryParamMap(), moment, track(moment, Visitor.reach(ctx)));
        FlagsView view = new FlagList(parts, filter, Visitor.find(ctx).orElseThrow(), moment).view(control, results);
        pages.show(ctx, new Page(moment.title("Flags"), Place.FLAGS, "milepost/web/manager/flags/flags.jte", view));
    }

    private Moment moment(Context ctx) {
        return Moment.of(ctx, parts.clock().instant(), Sight.zone(parts, Visitor.reach(ctx)));
    }

    private Moment present(Context ctx) {
        return Moment.present(parts.clock().instant(), Sight.zone(parts, Visitor.reach(ctx)));
    }

    /** The days on which something was recorded. */
    private Track track(Moment moment, Reach reach) {
        List<LocalDate> days = parts.roadmaps().keys(reach).stream()
                .map(key -> parts.roadmaps().snapshot(key).roadmap())
                .flatMap(roadmap -> parts.roadmaps().chronicle().daysOfChanges(roadmap).stream())
                .toList();
        return Track.of(moment, days, List.of(), moment.today().plusYears(1));
    }

    private Flag flag(Context ctx) {
        return parts.flags().flag(id(ctx));
    }

    private static long id(Context ctx) {
        String id = ctx.pathParam("id");
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFoundResponse();
        }
        return Long.parseLong(id);
    }

    private static String field(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value;
    }
}
