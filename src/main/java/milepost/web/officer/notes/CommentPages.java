package milepost.web.officer.notes;

import io.javalin.http.Context;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.officer.form.Form;

/** Adds a comment to a milestone. */
public final class CommentPages {
    private final Parts parts;
    private final Pages pages;

    public CommentPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void add(Context ctx) {
        String roadmap = ctx.pathParam("key");
        String milestone = ctx.pathParam("m");
        Form form = Form.sent(ctx.formParamMap());
        try {
            parts.roadmaps().comments().add(Visitor.person(ctx).name(), roadmap, milestone, form.value("text"));
            Redirects.to(ctx, Links.milestone(roadmap, milestone) + "#comments");
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            ctx.status(422);
            again(ctx, form.refused(problem.fields()));
        }
    }

    private void again(Context ctx, Form form) {
        Snapshot now = parts.roadmaps().snapshot(ctx.pathParam("key"));
        String milestone = ctx.pathParam("m");
        CommentView view = new CommentView(
                now.roadmap().title(),
                Links.roadmap(now.roadmap().key()),
                milestone,
                Links.milestone(now.roadmap().key(), milestone),
                form);
        pages.show(
                ctx,
                new Page(
                        "Error: Comment on " + milestone,
                        Place.PORTFOLIO,
                        "milepost/web/officer/notes/comment.jte",
                        view));
    }
}
