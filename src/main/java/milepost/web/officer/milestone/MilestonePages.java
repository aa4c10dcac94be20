package milepost.web.officer.milestone;

import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import milepost.facts.Milestone;
import milepost.facts.Problem;
import milepost.roadmap.Saved;
import milepost.roadmap.fact.Edit;
import milepost.web.asof.Early;
import milepost.web.asof.Moment;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.officer.form.Form;

/** The page of a milestone, its history, its reports and its removal. */
public final class MilestonePages {
    private static final String TEMPLATES = "milepost/web/officer/milestone/";

    private final Parts parts;
    private final Pages pages;
    private final Effects effects;
    private final Travel travel;

    public MilestonePages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
        this.effects = new Effects(parts);
        this.travel = new Travel(parts);
    }

    public void show(Context ctx) {
        MilestoneRequest request = MilestoneRequest.of(ctx, parts);
        Moment moment = Moment.of(
                ctx, parts.clock().instant(), request.snapshot().roadmap().zone());
        if (moment.rewritten(ctx)) {
            return;
        }
        if (!moment.present()) {
            showThen(ctx, request, moment);
            return;
        }
        Milestone m = request.milestone();
        Form recorded = MilestoneForm.of(request.snapshot(), m);
        boolean tries = request.officer() && TriedForm.asked(ctx);
        Form form = tries ? TriedForm.of(recorded, ctx.queryParamMap()) : recorded;
        EditView edit = EditView.of(request, form, tries ? effects.of(request, form) : Effect.UNTOUCHED);
        Effect saved = effects.findDone(request, ctx.queryParam("saved")).orElse(null);
        MilestoneView view = MilestoneView.of(request, edit, ReportForm.blank(m, request.today()), saved)
                .with(travel.control(request, moment));
        ctx.status(moment.error() == null ? 200 : 422);
        pages.show(ctx, page(moment.title(m.title()), "milestone", view));
    }

    /** The milestone as it was or as it will be, or that it was not recorded by then. */
    private void showThen(Context ctx, MilestoneRequest request, Moment moment) {
        Early early = moment.past() ? travel.findEarly(request, moment).orElse(null) : null;
        if (early != null) {
            String title = moment.title(early.title());
            pages.show(ctx, new Page(title, Place.PORTFOLIO, "milepost/web/asof/early.jte", early));
            return;
        }
        MilestoneThen view = moment.past() ? travel.past(request, moment) : travel.ahead(request, moment);
        pages.show(ctx, page(moment.title(view.milestone().title()), "then", view));
    }

    /** The form of a milestone that does not exist yet. */
    public void create(Context ctx) {
        MilestoneRequest request = MilestoneRequest.of(ctx, parts);
        EditView view = EditView.of(request, MilestoneForm.blank(request.snapshot()), Effect.UNTOUCHED);
        pages.show(ctx, page("New milestone", "create", view));
    }

    /** Earlier changes. */
    public void history(Context ctx) {
        MilestoneRequest request = MilestoneRequest.of(ctx, parts);
        String before = Objects.requireNonNullElse(ctx.queryParam("before"), "");
        HistoryView history = HistoryView.of(request, before.matches("\\d{1,18}") ? Long.valueOf(before) : null);
        if (history.changes().isEmpty()) {
            request.milestone();
        }
        pages.show(ctx, page("History of " + request.existing(), "past", new PastView(request, history)));
    }

    /** Adds a report. */
    public void report(Context ctx) {
        MilestoneRequest request = MilestoneRequest.of(ctx, parts);
        Form typed = request.sent();
        ReportForm.Read read = ReportForm.read(typed, request.snapshot(), request.milestone(), request.today());
        if (!read.errors().isEmpty()) {
            reportAgain(request, typed.refused(read.errors()));
            return;
        }
        try {
            saved(ctx, request.home(), parts.roadmaps().save(request.author(typed), request.roadmap(), read.edits()));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            reportAgain(request, typed.refused(ReportForm.located(problem.fields())));
        }
    }

    private void reportAgain(MilestoneRequest request, Form typed) {
        Milestone m = request.milestone();
        EditView edit = EditView.of(request, MilestoneForm.of(request.snapshot(), m), Effect.UNTOUCHED);
        request.ctx().status(422);
        pages.show(
                request.ctx(), page("Error: " + m.title(), "milestone", MilestoneView.of(request, edit, typed, null)));
    }

    /** Asks whether the milestone shall really go, and says what that does. */
    public void removal(Context ctx) {
        MilestoneRequest request = MilestoneRequest.of(ctx, parts);
        pages.show(ctx, page("Remove " + request.milestone().title(), "remove", RemoveView.of(request)));
    }

    /** Removes the milestone with its participants and dependencies. */
    public void remove(Context ctx) {
        MilestoneRequest request = MilestoneRequest.of(ctx, parts);
        Form form = request.sent();
        Edit removal = RemoveView.edit(request.milestone(), form);
        parts.roadmaps().save(request.author(form), request.roadmap(), List.of(removal));
        Redirects.to(ctx, Links.roadmap(request.roadmap()));
    }

    /** Goes back to the page, which says what the save did. */
    static void saved(Context ctx, String home, Saved saved) {
        Redirects.to(
                ctx,
                home + "?saved=" + (saved.change() == null ? 0 : saved.change().id()));
    }

    static Page page(String title, String template, Object view) {
        return new Page(title, Place.PORTFOLIO, TEMPLATES + template + ".jte", view);
    }
}
