package milepost.web.officer.history;

import io.javalin.http.Context;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Roadmap;
import milepost.facts.Snapshot;
import milepost.roadmap.store.HistoryFilter;
import milepost.roadmap.store.LogEntry;
import milepost.web.asof.Early;
import milepost.web.asof.Hindsight;
import milepost.web.layout.Links;
import milepost.web.layout.NaturalOrder;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Visitor;
import milepost.web.layout.Words;
import milepost.web.officer.form.Option;
import milepost.web.officer.form.SavedLine;

/** The history of a roadmap and the page of one change. */
public final class HistoryPages {
    private static final String TEMPLATES = "milepost/web/officer/history/";

    /** How many changes are shown at a time. */
    private static final int PAGE = 20;

    private final Parts parts;
    private final Pages pages;

    public HistoryPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    /** The changes, newest first. */
    public void list(Context ctx) {
        Hindsight then = Hindsight.of(ctx, parts);
        if (then.moment().rewritten(ctx)) {
            return;
        }
        Roadmap roadmap = then.snapshot().roadmap();
        String title = then.moment().title("History of " + roadmap.title());
        Early early = then.findEarly("History").orElse(null);
        if (early != null) {
            pages.show(ctx, new Page(title, Place.PORTFOLIO, "milepost/web/asof/early.jte", early));
            return;
        }
        HistoryQuery query = HistoryQuery.of(ctx, roadmap.zone());
        ctx.status(query.wrong() ? 422 : then.status());
        show(ctx, (query.wrong() ? "Error: " : "") + title, "history", view(ctx, then, query));
    }

    private HistoryView view(Context ctx, Hindsight then, HistoryQuery query) {
        Snapshot snapshot = then.snapshot();
        String key = snapshot.roadmap().key();
        String base = Links.roadmap(key);
        String at = then.moment().query();
        List<LogEntry> found = query.wrong() ? List.of() : then.past().page(key, query.filter(), PAGE + 1);
        List<LogEntry> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new HistoryView(
                snapshot.roadmap().title(),
                base,
                then.control(),
                query.form(),
                people(then),
                kinds(),
                milestones(snapshot),
                query.narrowed(),
                edits(ctx, then),
                SavedLine.find(ctx, parts, key).orElse(null),
                shown.stream().map(e -> EntryView.of(e, then, parts)).toList(),
                query.later() ? base + "/history" + query.address(null, at) : null,
                found.size() > PAGE
                        ? base + "/history"
                                + query.address(shown.get(PAGE - 1).change().id(), at)
                        : null);
    }

    /** One change with everything it touched. */
    public void change(Context ctx) {
        Hindsight then = Hindsight.of(ctx, parts);
        Roadmap roadmap = then.snapshot().roadmap();
        LogEntry entry = then.past().change(roadmap.key(), number(ctx));
        ChangeView view = new ChangeView(
                roadmap.title(),
                Links.roadmap(roadmap.key()),
                then.control(),
                EntryView.of(entry, then, parts),
                edits(ctx, then));
        ctx.status(then.status());
        show(ctx, then.moment().title("Change " + entry.change().id()), "change", view);
    }

    private void show(Context ctx, String title, String template, Object view) {
        pages.show(ctx, new Page(title, Place.PORTFOLIO, TEMPLATES + template + ".jte", view));
    }

    /** The number of the change in the address; 0, which no change has, for anything else. */
    static long number(Context ctx) {
        String typed = ctx.pathParam("change");
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
    }

    private static boolean edits(Context ctx, Hindsight then) {
        return then.moment().present() && Visitor.person(ctx).role().covers(Role.OFFICER);
    }

    private static List<Option> people(Hindsight then) {
        return then.past().people(then.snapshot().roadmap().key()).stream()
                .map(name -> new Option(name, name))
                .toList();
    }

    private static List<Option> kinds() {
        return HistoryFilter.KINDS.stream()
                .sorted()
                .map(kind -> new Option(kind, kind.equals("UPDATE") ? "Report" : Words.sentence(kind)))
                .toList();
    }

    private static List<Option> milestones(Snapshot now) {
        return now.milestones().stream()
                .sorted((a, b) -> NaturalOrder.BY_NUMBERS.compare(a.key(), b.key()))
                .map(m -> new Option(m.key(), m.key() + " " + m.title()))
                .toList();
    }
}
