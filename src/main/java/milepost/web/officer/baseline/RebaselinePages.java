package milepost.web.officer.baseline;

import io.javalin.http.Context;
import java.util.Map;
import milepost.facts.Milestone;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import milepost.roadmap.Saved;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Words;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;

/** Puts another date in place of a milestone's first promise. */
public final class RebaselinePages {
    private final Parts parts;
    private final Pages pages;

    public RebaselinePages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    /** The form. */
    public void form(Context ctx) {
        Milestone m = milestone(ctx);
        String due = m.due() == null ? "" : Words.date(m.due());
        show(ctx, Form.of(Map.of("baseline", due, "approver", "", "reason", "")));
    }

    public void save(Context ctx) {
        Form form = Form.sent(ctx.formParamMap());
        Answers answers = new Answers(form);
        TargetDate date = answers.period("baseline", "The new first promise");
        if (!answers.errors().isEmpty()) {
            ctx.status(422);
            show(ctx, form.refused(answers.errors()));
            return;
        }
        try {
            Saved saved = parts.roadmaps()
                    .baselines()
                    .rebaseline(ctx.pathParam("key"), ctx.pathParam("m"), date, BaselinePages.approval(ctx, answers));
            String change =
                    saved.change() == null ? "0" : String.valueOf(saved.change().id());
            Redirects.to(ctx, home(ctx) + "?saved=" + change);
        } catch (Problem problem) {
            ctx.status(BaselinePages.status(problem));
            show(ctx, form.refused(problem.fields()));
        }
    }

    private void show(Context ctx, Form form) {
        Snapshot now = parts.roadmaps().snapshot(ctx.pathParam("key"));
        Milestone m = milestone(ctx);
        BaselineView view = new BaselineView(
                now.roadmap().title(),
                Links.roadmap(now.roadmap().key()),
                m.key() + " " + m.title(),
                home(ctx),
                home(ctx) + "/baseline",
                m.baseline() == null ? "" : Words.date(m.baseline()),
                form);
        String prefix = form.errors().isEmpty() ? "" : "Error: ";
        pages.show(
                ctx,
                new Page(
                        prefix + "First promise of " + m.key(),
                        Place.PORTFOLIO,
                        "milepost/web/officer/baseline/rebaseline.jte",
                        view));
    }

    private Milestone milestone(Context ctx) {
        return parts.roadmaps()
                .snapshot(ctx.pathParam("key"))
                .findMilestone(ctx.pathParam("m"))
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND,
                        "There is no such milestone on this roadmap; it may have been removed."));
    }

    private static String home(Context ctx) {
        return Links.milestone(ctx.pathParam("key"), ctx.pathParam("m"));
    }
}
