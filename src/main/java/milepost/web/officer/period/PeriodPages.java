package milepost.web.officer.period;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.facts.Roadmap;
import milepost.roadmap.period.Period;
import milepost.roadmap.period.PeriodDraft;
import milepost.roadmap.period.Periods;
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
import milepost.web.officer.form.Values;

/** The frozen reporting periods of a roadmap. */
public final class PeriodPages {
    private final Parts parts;
    private final Pages pages;

    public PeriodPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void list(Context ctx) {
        show(ctx, suggested(ctx));
    }

    public void freeze(Context ctx) {
        String roadmap = ctx.pathParam("key");
        Form form = Form.sent(ctx.formParamMap()).without("csrf"::equals);
        Answers answers = new Answers(form);
        PeriodDraft draft = new PeriodDraft(
                answers.text("name"),
                answers.day("from", "First day"),
                answers.day("to", "Last day"),
                answers.text("supersedes"),
                answers.text("reason"));
        if (!answers.errors().isEmpty()) {
            ctx.status(422);
            show(ctx, form.refused(answers.errors()));
            return;
        }
        try {
            periods().freeze(Visitor.person(ctx).name(), roadmap, draft);
            Redirects.to(ctx, Links.roadmap(roadmap) + "/periods");
        } catch (Problem problem) {
            ctx.status(status(problem));
            show(ctx, form.refused(problem.fields()));
        }
    }

    /** What the form can be shown again for; everything else is an answer of its own. */
    private static int status(Problem problem) {
        return switch (problem.kind()) {
            case INVALID -> 422;
            case CONFLICT -> 409;
            default -> throw problem;
        };
    }

    /** The days after the last period, or the month before this one. */
    private Form suggested(Context ctx) {
        Roadmap roadmap = roadmap(ctx);
        LocalDate today = parts.today(roadmap.zone());
        LocalDate month = today.minusMonths(1).withDayOfMonth(1);
        List<Period> frozen = periods().list(roadmap.key());
        boolean after = !frozen.isEmpty() && !frozen.get(0).to().isBefore(month);
        LocalDate from = after ? frozen.get(0).to().plusDays(1) : month;
        LocalDate end = from.withDayOfMonth(from.lengthOfMonth());
        return new Values()
                .put("name", null)
                .day("from", from)
                .day("to", end.isAfter(today) ? today : end)
                .put("supersedes", null)
                .put("reason", null)
                .form();
    }

    private void show(Context ctx, Form form) {
        Roadmap roadmap = roadmap(ctx);
        String base = Links.roadmap(roadmap.key());
        PeriodsView view = new PeriodsView(
                roadmap.title(),
                base,
                Visitor.covers(ctx, Role.MANAGER),
                Words.day(parts.today(roadmap.zone())),
                periods().list(roadmap.key()).stream()
                        .map(period -> row(period, base, roadmap))
                        .toList(),
                form);
        String prefix = form.errors().isEmpty() ? "" : "Error: ";
        pages.show(
                ctx,
                new Page(
                        prefix + "Periods of " + roadmap.title(),
                        Place.PORTFOLIO,
                        "milepost/web/officer/period/periods.jte",
                        view));
    }

    private static PeriodsView.Row row(Period period, String base, Roadmap roadmap) {
        return new PeriodsView.Row(
                period.name(),
                base + "/brief?period=" + Redirects.encode(period.name()),
                Words.day(period.from()),
                Words.day(period.to()),
                period.frozenBy(),
                Words.time(period.knownAt(), roadmap.zone()),
                period.rules(),
                period.supersedes(),
                period.reason(),
                period.supersededBy());
    }

    private Roadmap roadmap(Context ctx) {
        return parts.roadmaps().snapshot(ctx.pathParam("key")).roadmap();
    }

    private Periods periods() {
        return parts.desk().periods();
    }
}
