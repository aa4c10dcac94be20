package milepost.web.officer.entry;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.SavedLine;

/** Removes a fact of one kind after asking. */
public final class RemovalPages {
    private final Parts parts;
    private final Pages pages;
    private final FactKind kind;

    public RemovalPages(Parts parts, Pages pages, FactKind kind) {
        this.parts = parts;
        this.pages = pages;
        this.kind = kind;
    }

    /** The question. */
    public void ask(Context ctx) {
        Snapshot snapshot = parts.roadmaps().snapshot(ctx.pathParam("key"));
        String key = ctx.pathParam("fact");
        Form form = kind.form().find(snapshot, key).orElseThrow(NotFoundResponse::new);
        List<Object> facts = Removals.facts(snapshot, kind, key);
        String roadmap = Links.roadmap(snapshot.roadmap().key());
        String back = roadmap + "/" + kind.word() + "/" + key;
        RemovalView view = new RemovalView(
                "Remove this " + kind.form().noun(),
                Removals.title(facts.get(0)),
                snapshot.roadmap().title(),
                back + "/remove",
                back,
                roadmap,
                new Answers(form).version("version"),
                Removals.obstacle(snapshot, kind, key),
                facts.stream().skip(1).map(Removals::title).toList());
        pages.show(ctx, new Page(view.heading(), Place.PORTFOLIO, "milepost/web/officer/entry/removal.jte", view));
    }

    public void remove(Context ctx) {
        Snapshot snapshot = parts.roadmaps().snapshot(ctx.pathParam("key"));
        String key = ctx.pathParam("fact");
        String obstacle = Removals.obstacle(snapshot, kind, key);
        List<Object> facts = Removals.facts(snapshot, kind, key);
        if (facts.isEmpty()) {
            throw new Problem(Problem.Kind.CONFLICT, "This " + kind.form().noun() + " has been removed already.");
        }
        if (obstacle != null) {
            throw new Problem(Problem.Kind.INVALID, obstacle);
        }
        long version = new Answers(Form.sent(ctx.formParamMap())).version("version");
        String roadmap = snapshot.roadmap().key();
        Saved saved = parts.roadmaps().save(author(ctx), roadmap, Removals.edits(facts, version));
        Redirects.to(ctx, Links.roadmap(roadmap) + SavedLine.undoable(saved) + "#" + kind.place());
    }

    private static Roadmaps.Author author(Context ctx) {
        return new Roadmaps.Author(Visitor.person(ctx).name(), null, null);
    }
}
