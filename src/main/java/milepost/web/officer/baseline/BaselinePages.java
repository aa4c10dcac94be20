package milepost.web.officer.baseline;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.roadmap.Baselines;
import milepost.roadmap.fact.Baseline;
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

/** The named moments of a roadmap: list, set, remove. */
public final class BaselinePages {
    private static final String TEMPLATES = "milepost/web/officer/baseline/";
    private static final Map<String, String> BLANK = Map.of("name", "", "moment", "", "approver", "", "reason", "");

    private final Parts parts;
    private final Pages pages;

    public BaselinePages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void list(Context ctx) {
        show(ctx, Form.of(BLANK));
    }

    /** Gives a moment a name. */
    public void set(Context ctx) {
        String roadmap = ctx.pathParam("key");
        Form form = Form.sent(ctx.formParamMap());
        Answers answers = new Answers(form);
        try {
            baselines().set(roadmap, answers.text("name"), answers.text("moment"), approval(ctx, answers));
            Redirects.to(ctx, Links.roadmap(roadmap) + "/baselines");
        } catch (Problem problem) {
            ctx.status(status(problem));
            show(ctx, form.refused(problem.fields()));
        }
    }

    /** Asks whether a baseline shall go. */
    public void ask(Context ctx) {
        showRemoval(ctx, Form.of(Map.of("reason", "")));
    }

    public void remove(Context ctx) {
        String roadmap = ctx.pathParam("key");
        Form form = Form.sent(ctx.formParamMap());
        try {
            String reason = new Answers(form).text("reason");
            baselines().remove(Visitor.person(ctx).name(), roadmap, ctx.pathParam("baseline"), reason);
            Redirects.to(ctx, Links.roadmap(roadmap) + "/baselines");
        } catch (Problem problem) {
            ctx.status(status(problem));
            showRemoval(ctx, form.refused(problem.fields()));
        }
    }

    /** What the form can be shown again for; everything else is an answer of its own. */
    static int status(Problem problem) {
        return switch (problem.kind()) {
            case INVALID -> 422;
            case CONFLICT -> 409;
            default -> throw problem;
        };
    }

    static Baselines.Approval approval(Context ctx, Answers answers) {
        return new Baselines.Approval(Visitor.person(ctx).name(), answers.text("approver"), answers.text("reason"));
    }

    private void show(Context ctx, Form form) {
        Snapshot now = parts.roadmaps().snapshot(ctx.pathParam("key"));
        List<BaselinesView.Row> rows = baselines().list(now.roadmap().key()).stream()
                .map(b -> row(b, now))
                .toList();
        BaselinesView view = new BaselinesView(
                now.roadmap().title(),
                Links.roadmap(now.roadmap().key()),
                Visitor.person(ctx).role().covers(Role.MANAGER),
                rows,
                form);
        String prefix = form.errors().isEmpty() ? "" : "Error: ";
        String title = prefix + "Baselines of " + now.roadmap().title();
        pages.show(ctx, new Page(title, Place.PORTFOLIO, TEMPLATES + "baselines.jte", view));
    }

    private void showRemoval(Context ctx, Form form) {
        Snapshot now = parts.roadmaps().snapshot(ctx.pathParam("key"));
        Baseline baseline = baselines().list(now.roadmap().key()).stream()
                .filter(b -> b.key().equals(ctx.pathParam("baseline")))
                .findFirst()
                .orElseThrow(() ->
                        new Problem(Problem.Kind.NOT_FOUND, "There is no such baseline; it may have been removed."));
        String base = Links.roadmap(now.roadmap().key());
        String home = base + "/baselines";
        String action = home + "/" + Redirects.encode(baseline.key()) + "/remove";
        BaselineView view = new BaselineView(now.roadmap().title(), base, baseline.name(), home, action, "", form);
        String prefix = form.errors().isEmpty() ? "" : "Error: ";
        pages.show(
                ctx, new Page(prefix + "Remove " + baseline.name(), Place.PORTFOLIO, TEMPLATES + "removal.jte", view));
    }

    private static BaselinesView.Row row(Baseline b, Snapshot now) {
        return new BaselinesView.Row(
                Redirects.encode(b.key()),
                b.name(),
                Words.time(b.moment(), now.roadmap().zone()),
                b.approver(),
                b.reason(),
                b.recorded().by(),
                Words.time(b.recorded().at(), now.roadmap().zone()));
    }

    private Baselines baselines() {
        return parts.roadmaps().baselines();
    }
}
