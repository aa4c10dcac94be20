package milepost.web.officer.entry;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.List;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.roadmap.Change;
import milepost.roadmap.LogEntry;
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

/** Removes a fact of one kind after asking, and takes the removal back. */
public final class RemovalPages {
    /** How far back a removal can be undone from its status line. */
    private static final int CHANGES_SEARCHED = 100;

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
        Saved saved = parts.roadmaps().save(author(ctx, null), roadmap, Removals.edits(facts, version));
        String undo = kind.word() + "/" + key + "/restore";
        Redirects.to(ctx, Links.roadmap(roadmap) + SavedLine.query(saved, undo) + "#" + kind.place());
    }

    /** Brings back what the named change removed. */
    public void restore(Context ctx) {
        String roadmap = ctx.pathParam("key");
        Change removal = removal(ctx, roadmap);
        Instant before = removal.at().minusMillis(1);
        List<Object> facts = Removals.facts(parts.roadmaps().snapshot(roadmap, before), kind, ctx.pathParam("fact"));
        if (facts.isEmpty()) {
            throw new NotFoundResponse();
        }
        String reason = "Undid change " + removal.id();
        Saved saved = parts.roadmaps().save(author(ctx, reason), roadmap, Removals.restored(facts));
        Redirects.to(ctx, Links.roadmap(roadmap) + SavedLine.query(saved) + "#" + kind.place());
    }

    private Change removal(Context ctx, String roadmap) {
        long id = new Answers(Form.sent(ctx.formParamMap())).version("change");
        return parts.roadmaps().latest(roadmap, CHANGES_SEARCHED).stream()
                .map(LogEntry::change)
                .filter(change -> change.id() == id)
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
    }

    private static Roadmaps.Author author(Context ctx, @org.jspecify.annotations.Nullable String reason) {
        return new Roadmaps.Author(Visitor.person(ctx).name(), reason, null);
    }
}
