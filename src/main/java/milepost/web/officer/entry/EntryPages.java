package milepost.web.officer.entry;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.facts.Snapshot;
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
import milepost.web.officer.form.Option;
import milepost.web.officer.form.SavedLine;
import org.jspecify.annotations.Nullable;

/** The pages of one kind of short form: to add and to change. */
public final class EntryPages {
    /** The fields that a link may fill. */
    private static final Pattern FILLED = Pattern.compile("value|date|to|reason");

    private final Parts parts;
    private final Pages pages;
    private final FactKind kind;

    public EntryPages(Parts parts, Pages pages, FactKind kind) {
        this.parts = parts;
        this.pages = pages;
        this.kind = kind;
    }

    public void add(Context ctx) {
        String indicator = ctx.queryParam("indicator");
        Form blank = Form.of(Map.of("version", "0", "indicator", indicator == null ? "" : indicator));
        show(ctx, 200, snapshot(ctx), null, tried(ctx, blank), null);
    }

    public void edit(Context ctx) {
        Snapshot snapshot = snapshot(ctx);
        String key = ctx.pathParam("fact");
        Form form = kind.form().find(snapshot, key).orElseThrow(NotFoundResponse::new);
        show(ctx, 200, snapshot, key, tried(ctx, form), null);
    }

    /** The form with what a link filled in to be tried. */
    private static Form tried(Context ctx, Form form) {
        return "on".equals(ctx.queryParam("try")) ? form.filled(ctx.queryParamMap(), FILLED) : form;
    }

    public void create(Context ctx) {
        save(ctx, null);
    }

    public void change(Context ctx) {
        save(ctx, ctx.pathParam("fact"));
    }

    private void save(Context ctx, @Nullable String key) {
        Snapshot snapshot = snapshot(ctx);
        Form form = Form.sent(ctx.formParamMap());
        Answers answers = new Answers(form);
        Object fact = kind.form().read(answers, snapshot, key);
        if (!answers.errors().isEmpty()) {
            show(ctx, 422, snapshot, key, form.refused(answers.errors()), null);
            return;
        }
        String roadmap = snapshot.roadmap().key();
        try {
            Roadmaps.Author author = new Roadmaps.Author(Visitor.person(ctx).name(), answers.text("reason"), null);
            Saved saved = parts.roadmaps().save(author, roadmap, List.of(new Edit.Put(fact)));
            Redirects.to(ctx, Links.roadmap(roadmap) + SavedLine.undoable(saved) + "#" + kind.place());
        } catch (Problem problem) {
            refused(ctx, key, form, problem);
        }
    }

    private void refused(Context ctx, @Nullable String key, Form form, Problem problem) {
        Snapshot now = snapshot(ctx);
        switch (problem.kind()) {
            case INVALID -> show(ctx, 422, now, key, form.refused(shown(problem.fields(), form)), null);
            case CONFLICT -> conflict(ctx, now, key, form);
            default -> throw problem;
        }
    }

    private void conflict(Context ctx, Snapshot now, @Nullable String key, Form form) {
        Form theirs = key == null ? null : kind.form().find(now, key).orElse(null);
        String what = "This " + kind.form().noun();
        if (theirs == null) {
            Conflict gone = Conflict.removed(what + " was removed meanwhile");
            show(ctx, 409, now, key, form.with("version", "0"), gone);
            return;
        }
        Conflict conflict = Conflict.between(what + " was changed meanwhile", theirs, form, Labels::of);
        show(ctx, 409, now, key, form.with("version", theirs.value("version")), conflict);
    }

    /** An error about a field that is not on the form is told at the title. */
    private static List<FieldError> shown(List<FieldError> errors, Form form) {
        return errors.stream()
                .map(e -> form.has(e.field()) ? e : new FieldError("title", e.message()))
                .toList();
    }

    private void show(
            Context ctx, int status, Snapshot snapshot, @Nullable String key, Form form, @Nullable Conflict conflict) {
        String base = Links.roadmap(snapshot.roadmap().key());
        String own = base + "/" + kind.word() + "/" + (key == null ? "new" : key);
        String noun = kind.form().noun();
        boolean vowel = "aeiou".indexOf(noun.charAt(0)) >= 0;
        String heading = key == null ? "Add " + (vowel ? "an " : "a ") + noun : "Edit " + noun;
        EntryView view = new EntryView(
                kind,
                heading,
                snapshot.roadmap().title(),
                own,
                base,
                key == null ? null : own + "/remove",
                form,
                stages(snapshot, form),
                snapshot.indicators().stream()
                        .map(i -> new Option(i.key(), i.title() + ", " + i.unit()))
                        .toList(),
                conflict);
        String title = (status == 422 ? "Error: " : "") + heading;
        ctx.status(status);
        pages.show(ctx, new Page(title, Place.PORTFOLIO, "milepost/web/officer/entry/entry.jte", view));
    }

    /** With the recorded one, which may have left the chain since. */
    private static List<Option> stages(Snapshot snapshot, Form form) {
        List<String> names = new ArrayList<>(snapshot.roadmap().stages());
        return Stream.concat(names.stream(), Stream.of(form.value("stage")))
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name -> new Option(name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)))
                .toList();
    }

    private Snapshot snapshot(Context ctx) {
        return parts.roadmaps().snapshot(ctx.pathParam("key"));
    }
}
