package milepost.web.officer.history;

import io.javalin.http.Context;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Snapshot;
import milepost.roadmap.HistoryFilter;
import milepost.roadmap.LogEntry;
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
        Snapshot now = parts.roadmaps().snapshot(ctx.pathParam("key"));
        HistoryQuery query = HistoryQuery.of(ctx, now.roadmap().zone());
        String key = now.roadmap().key();
        List<LogEntry> found =
                query.wrong() ? List.of() : parts.roadmaps().past().page(key, query.filter(), PAGE + 1);
        ctx.status(query.wrong() ? 422 : 200);
        SavedLine saved = SavedLine.find(ctx, parts, key).orElse(null);
        String prefix = query.wrong() ? "Error: " : "";
        show(ctx, prefix + "History of " + now.roadmap().title(), "history", view(ctx, now, query, found, saved));
    }

    private HistoryView view(
            Context ctx,
            Snapshot now,
            HistoryQuery query,
            List<LogEntry> found,
            @org.jspecify.annotations.Nullable SavedLine saved) {
        String base = Links.roadmap(now.roadmap().key());
        List<LogEntry> shown = found.subList(0, Math.min(PAGE, found.size()));
        boolean more = found.size() > PAGE;
        return new HistoryView(
                now.roadmap().title(),
                base,
                query.form(),
                people(now),
                kinds(),
                milestones(now),
                query.narrowed(),
                edits(ctx),
                saved,
                shown.stream().map(e -> EntryView.of(e, now, parts)).toList(),
                query.later() ? base + "/history" + query.address(null) : null,
                more
                        ? base + "/history"
                                + query.address(shown.get(PAGE - 1).change().id())
                        : null);
    }

    /** One change with everything it touched. */
    public void change(Context ctx) {
        Snapshot now = parts.roadmaps().snapshot(ctx.pathParam("key"));
        LogEntry entry = parts.roadmaps().past().change(now.roadmap().key(), number(ctx));
        ChangeView view = new ChangeView(
                now.roadmap().title(), Links.roadmap(now.roadmap().key()), EntryView.of(entry, now, parts), edits(ctx));
        show(ctx, "Change " + entry.change().id(), "change", view);
    }

    private void show(Context ctx, String title, String template, Object view) {
        pages.show(ctx, new Page(title, Place.PORTFOLIO, TEMPLATES + template + ".jte", view));
    }

    /** The number of the change in the address; 0, which no change has, for anything else. */
    static long number(Context ctx) {
        String typed = ctx.pathParam("change");
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
    }

    private static boolean edits(Context ctx) {
        return Visitor.person(ctx).role().covers(Role.OFFICER);
    }

    private List<Option> people(Snapshot now) {
        return parts.roadmaps().past().people(now.roadmap().key()).stream()
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
