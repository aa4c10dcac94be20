package milepost.web.officer.milestone;

import io.javalin.http.Context;
import java.util.List;
import milepost.facts.Milestone;
import milepost.facts.Problem;
import milepost.web.layout.Links;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Reading;

/** Saving the form of a milestone, trying it out, and what happens when it cannot be saved. */
public final class SavePages {
    private static final String MERGED = "If you save the merged version:";

    private final Parts parts;
    private final Pages pages;
    private final Effects effects;

    public SavePages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
        this.effects = new Effects(parts);
    }

    /** Saves a new milestone or a changed one. */
    public void save(Context ctx) {
        MilestoneRequest request = MilestoneRequest.of(ctx, parts);
        Form sent = request.sent();
        if (request.removed()) {
            gone(request, sent);
        } else if (request.wantsForm()) {
            Form form = FormMerge.chosen(sent);
            again(request, form, effects.of(request, form));
        } else if (FormMerge.open(sent)) {
            ctx.status(422);
            merge(request, sent);
        } else {
            save(request, FormMerge.chosen(sent));
        }
    }

    /** Says what a save would do; a fragment for htmx, else the page with what was typed. */
    public void preview(Context ctx) {
        MilestoneRequest request = MilestoneRequest.of(ctx, parts);
        Form form = FormMerge.chosen(request.sent());
        Effect effect = effects.of(request, form);
        if (ctx.header("HX-Request") == null) {
            again(request, form, effect);
            return;
        }
        EditView view = EditView.of(request, form, effect);
        pages.show(ctx, MilestonePages.page(title(request), "preview", view));
    }

    private void save(MilestoneRequest request, Form form) {
        Reading reading = request.read(form);
        if (!reading.errors().isEmpty()) {
            refuse(request, form.refused(reading.errors()).refused(more(request, reading)), 422);
            return;
        }
        try {
            var saved = parts.roadmaps().save(request.author(form), request.roadmap(), reading.edits());
            String home = request.key() == null
                    ? Links.milestone(request.roadmap(), form.value("key").strip())
                    : request.home();
            MilestonePages.saved(request.ctx(), home, saved);
        } catch (Problem problem) {
            notSaved(request, form, reading, problem);
        }
    }

    /** What the use case has against the fields that could be read. */
    private List<Problem.FieldError> more(MilestoneRequest request, Reading reading) {
        try {
            parts.roadmaps().preview(request.roadmap(), reading.edits());
            return List.of();
        } catch (Problem problem) {
            return reading.located(problem.fields());
        }
    }

    private void notSaved(MilestoneRequest request, Form form, Reading reading, Problem problem) {
        if (problem.kind() == Problem.Kind.INVALID) {
            refuse(request, form.refused(reading.located(problem.fields())), 422);
        } else if (problem.kind() == Problem.Kind.CONFLICT && request.key() == null) {
            String message = String.valueOf(problem.getMessage());
            refuse(request, form.refused(List.of(new Problem.FieldError("key", message))), 409);
        } else if (problem.kind() == Problem.Kind.CONFLICT || problem.kind() == Problem.Kind.NOT_FOUND) {
            request.ctx().status(409);
            merge(MilestoneRequest.of(request.ctx(), parts), form);
        } else {
            throw problem;
        }
    }

    /** Someone removed the milestone while it was being edited: what was typed can make a new one. */
    private void gone(MilestoneRequest request, Form typed) {
        Form form = FormMerge.chosen(typed)
                .without(name -> name.equals("version") || name.endsWith("/version"))
                .with("key", request.existing())
                .refused(
                        List.of(
                                new Problem.FieldError(
                                        "key",
                                        "This milestone was removed while you edited it. Save to create it again from what you typed")));
        refuse(new MilestoneRequest(request.ctx(), parts, request.snapshot(), null), form, 409);
    }

    private void refuse(MilestoneRequest request, Form form, int status) {
        request.ctx().status(status);
        again(request, form, Effects.refused(form.errors()));
    }

    /** The same form once more, as it was typed. */
    private void again(MilestoneRequest request, Form form, Effect effect) {
        String title = (form.errors().isEmpty() ? "" : "Error: ") + title(request);
        EditView edit = EditView.of(request, form, effect);
        if (request.key() == null) {
            pages.show(request.ctx(), MilestonePages.page(title, "create", edit));
            return;
        }
        Form report = ReportForm.blank(request.milestone(), request.today());
        MilestoneView view = MilestoneView.of(request, edit, report, null);
        pages.show(request.ctx(), MilestonePages.page(title, "milestone", view));
    }

    private void merge(MilestoneRequest request, Form typed) {
        Milestone now = request.milestone();
        Form mine = FormMerge.chosen(typed);
        FormMerge merge = FormMerge.of(base(request), MilestoneForm.of(request.snapshot(), now), mine);
        Effect effect = effects.of(request, merge.merged(), MERGED);
        MergeView view = MergeView.of(request, typed, effect, merge);
        pages.show(request.ctx(), MilestonePages.page("Choose what to keep: " + now.title(), "merge", view));
    }

    private static Form base(MilestoneRequest request) {
        var seen = request.seen();
        return seen.findMilestone(request.existing())
                .map(m -> MilestoneForm.of(seen, m))
                .orElseThrow(() ->
                        new Problem(Problem.Kind.INVALID, "The form does not say when it was opened. Open it again."));
    }

    private static String title(MilestoneRequest request) {
        return request.key() == null ? "New milestone" : request.milestone().title();
    }
}
