package milepost.web.officer.history;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagChanges;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.roadmap.Undoing;
import milepost.roadmap.history.Clash;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Words;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.SavedLine;
import org.jspecify.annotations.Nullable;

/** Takes a change back after asking. */
public final class UndoPages {
    private static final String TEMPLATE = "milepost/web/officer/history/undo.jte";

    private final Parts parts;
    private final Pages pages;

    public UndoPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    /** The question, with what it would do; or what stands in the way. */
    public void ask(Context ctx) {
        Undoing undoing = undoing(ctx);
        ctx.status(undoing.clashes().isEmpty() ? 200 : 409);
        show(ctx, undoing, Form.of(Map.of("reason", "")));
    }

    /** Takes it back. */
    public void undo(Context ctx) {
        Undoing undoing = undoing(ctx);
        Form form = Form.sent(ctx.formParamMap());
        if (!undoing.clashes().isEmpty()) {
            ctx.status(409);
            show(ctx, undoing, form);
            return;
        }
        String roadmap = ctx.pathParam("key");
        Roadmaps.Author author =
                new Roadmaps.Author(Visitor.person(ctx).name(), new Answers(form).text("reason"), null);
        Saved saved = parts.roadmaps().reversals().undo(author, roadmap, HistoryPages.number(ctx));
        String[] asked =
                Redirects.local(ctx.formParam("back")).replaceFirst("#.*", "").split("[?]", 2);
        String back = asked[0].equals("/") ? Links.roadmap(roadmap) + "/history" : asked[0];
        Redirects.to(ctx, back + SavedLine.query(saved) + (asked.length < 2 ? "" : "&" + asked[1]));
    }

    /** FORBIDDEN when it changed baselines, and the visitor may not. */
    private Undoing undoing(Context ctx) {
        Undoing undoing = parts.roadmaps().reversals().undoing(ctx.pathParam("key"), HistoryPages.number(ctx));
        if (undoing.baselines() && !Visitor.person(ctx).role().covers(Role.MANAGER)) {
            throw new Problem(Problem.Kind.FORBIDDEN, "This change set baselines; only a manager takes it back.");
        }
        return undoing;
    }

    private void show(Context ctx, Undoing undoing, Form form) {
        Snapshot now = parts.roadmaps().snapshot(ctx.pathParam("key"));
        FieldText text = new FieldText(now.roadmap().zone());
        List<EntryView.FlagLine> flags = flags(undoing.effect());
        UndoView view = new UndoView(
                now.roadmap().title(),
                Links.roadmap(now.roadmap().key()),
                EntryView.of(undoing.entry(), now, parts),
                undoing.clashes().stream().map(clash -> line(clash, text)).toList(),
                undoing.effect() == null
                        ? null
                        : flags.isEmpty() ? "no flag changes." : Words.count(flags.size(), "flag") + " would change.",
                flags,
                form);
        String title = "Undo change " + undoing.entry().change().id();
        pages.show(ctx, new Page(title, Place.PORTFOLIO, TEMPLATE, view));
    }

    private static UndoView.ClashLine line(Clash clash, FieldText text) {
        return new UndoView.ClashLine(clash.sentence(), EntryView.lines(clash.fields(), text));
    }

    private static List<EntryView.FlagLine> flags(@Nullable Saved effect) {
        if (effect == null) {
            return List.of();
        }
        FlagChanges changes = effect.flags();
        List<EntryView.FlagLine> lines = new ArrayList<>();
        changes.resolved().forEach(f -> lines.add(line("Cleared", f)));
        changes.raised().forEach(f -> lines.add(line("Raised", f)));
        changes.reopened().forEach(f -> lines.add(line("Returned", f)));
        changes.escalated().forEach(f -> lines.add(line("Escalated", f)));
        changes.reworded().forEach(f -> lines.add(line("Reworded", f)));
        return lines;
    }

    private static EntryView.FlagLine line(String what, Flag flag) {
        String href = flag.id() == 0 ? Links.subject(flag) : Links.flag(flag.id());
        return new EntryView.FlagLine(
                what, what.equals("Cleared"), flag.severity(), flag.subject(), flag.message(), href);
    }
}
