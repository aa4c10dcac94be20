package milepost.web.officer.entry;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import milepost.facts.Problem;
import milepost.facts.Roadmap;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.roadmap.fact.Edit;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Conflict;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Keys;
import milepost.web.officer.form.SavedLine;
import org.jspecify.annotations.Nullable;

/** The pages on which a roadmap is begun and its head is changed. */
public final class HeadPages {
    private static final String KEY = "key";

    private final Parts parts;
    private final Pages pages;

    public HeadPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void add(Context ctx) {
        show(ctx, 200, null, Form.of(Map.of("version", "0", "zone", "UTC")), null);
    }

    public void edit(Context ctx) {
        Roadmap roadmap = roadmap(ctx.pathParam(KEY));
        show(ctx, 200, roadmap, RoadmapForm.of(roadmap), null);
    }

    public void create(Context ctx) {
        Form form = Form.sent(ctx.formParamMap());
        save(ctx, null, form, form.value(KEY).strip());
    }

    public void change(Context ctx) {
        Roadmap roadmap = roadmap(ctx.pathParam(KEY));
        save(ctx, roadmap, Form.sent(ctx.formParamMap()), roadmap.key());
    }

    private void save(Context ctx, @Nullable Roadmap before, Form form, String key) {
        Answers answers = new Answers(form);
        Roadmap typed = RoadmapForm.read(answers, key);
        if (key.equalsIgnoreCase(Keys.NEW)) {
            answers.refuse(KEY, "\"" + key + "\" cannot be a key; choose another.");
        }
        if (!answers.errors().isEmpty()) {
            show(ctx, 422, before, form.refused(answers.errors()), null);
            return;
        }
        try {
            Roadmaps.Author author = new Roadmaps.Author(Visitor.person(ctx).name(), answers.text("reason"), null);
            Saved saved = parts.roadmaps().save(author, key, List.of(new Edit.Put(typed)));
            Redirects.to(
                    ctx, Links.roadmap(key) + (before == null ? SavedLine.query(saved) : SavedLine.undoable(saved)));
        } catch (Problem problem) {
            refused(ctx, before, form, problem);
        }
    }

    private void refused(Context ctx, @Nullable Roadmap before, Form form, Problem problem) {
        if (problem.kind() == Problem.Kind.INVALID) {
            show(ctx, 422, before, form.refused(problem.fields()), null);
        } else if (problem.kind() != Problem.Kind.CONFLICT) {
            throw problem;
        } else if (before == null) {
            Answers answers = new Answers(form);
            answers.refuse(KEY, "There is a roadmap with this key already; choose another.");
            show(ctx, 422, null, form.refused(answers.errors()), null);
        } else {
            Roadmap now = roadmap(before.key());
            Form theirs = RoadmapForm.of(now);
            Conflict conflict =
                    Conflict.between(now.recorded().by() + " changed this roadmap meanwhile", theirs, form, Labels::of);
            show(ctx, 409, now, form.with("version", theirs.value("version")), conflict);
        }
    }

    private void show(Context ctx, int status, @Nullable Roadmap roadmap, Form form, @Nullable Conflict conflict) {
        String back = roadmap == null ? "/" : Links.roadmap(roadmap.key());
        String heading = roadmap == null ? "Add a roadmap" : "Edit roadmap";
        EntryView view = new EntryView(
                null,
                heading,
                roadmap == null ? "Portfolio" : roadmap.title(),
                roadmap == null ? "/roadmaps/new" : back + "/edit",
                back,
                null,
                form,
                List.of(),
                List.of(),
                conflict);
        String title = (status == 422 ? "Error: " : "") + heading;
        ctx.status(status);
        pages.show(ctx, new Page(title, Place.PORTFOLIO, "milepost/web/officer/entry/entry.jte", view));
    }

    private Roadmap roadmap(String key) {
        return parts.roadmaps().snapshot(key).roadmap();
    }
}
