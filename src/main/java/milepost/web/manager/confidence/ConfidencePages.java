package milepost.web.manager.confidence;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import milepost.facts.Problem;
import milepost.facts.Rating;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;

/** The page of health and confidence, of a roadmap or of one of its milestones. */
public final class ConfidencePages {
    private final Parts parts;
    private final Pages pages;

    public ConfidencePages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void show(Context ctx) {
        Snapshot snapshot = snapshot(ctx);
        show(ctx, snapshot, RatingForm.blank(milestone(ctx.queryParam("milestone"), snapshot), today(snapshot)));
    }

    /** Records a rating, or corrects the one of the same day; what cannot be recorded is shown again as it was typed. */
    public void rate(Context ctx) {
        Snapshot snapshot = snapshot(ctx);
        RatingForm form = RatingForm.of(ctx);
        milestone(form.milestone(), snapshot);
        try {
            save(ctx, new Edit.Put(form.rating(snapshot)));
            Redirects.to(ctx, ConfidenceView.href(ctx.pathParam("key"), form.milestone()));
        } catch (Problem refused) {
            ctx.status(refused.kind() == Problem.Kind.CONFLICT ? 409 : 422);
            show(ctx, snapshot(ctx), form.refused(refused));
        }
    }

    /** Takes a rating back; the one before it holds again. */
    public void withdraw(Context ctx) {
        Snapshot snapshot = snapshot(ctx);
        Rating rating = snapshot.ratings().stream()
                .filter(r -> r.key().equals(ctx.pathParam("rating")))
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such rating any more."));
        save(ctx, new Edit.Removal(Rating.class, rating.key(), rating.recorded().version()));
        Redirects.to(ctx, ConfidenceView.href(ctx.pathParam("key"), rating.milestone()));
    }

    private void save(Context ctx, Edit edit) {
        Roadmaps.Author author = new Roadmaps.Author(Visitor.person(ctx).name(), null, null);
        parts.roadmaps().save(author, ctx.pathParam("key"), List.of(edit));
    }

    private void show(Context ctx, Snapshot snapshot, RatingForm form) {
        List<Flag> counted = parts.flags()
                .list(FlagQuery.counted().inRoadmap(snapshot.roadmap().key()));
        ConfidenceView view = ConfidenceView.of(
                snapshot,
                form,
                new ConfidenceView.Known(
                        counted, today(snapshot), parts.people().list()));
        String title = (form.problem() == null ? "" : "Error: ") + "Health and confidence, " + view.title();
        pages.show(ctx, new Page(title, Place.PORTFOLIO, "milepost/web/manager/confidence/confidence.jte", view));
    }

    private Snapshot snapshot(Context ctx) {
        return parts.roadmaps().snapshot(ctx.pathParam("key"));
    }

    private LocalDate today(Snapshot snapshot) {
        return parts.today(snapshot.roadmap().zone());
    }

    private static @Nullable String milestone(@Nullable String key, Snapshot snapshot) {
        if (key == null || key.isBlank()) {
            return null;
        }
        if (snapshot.findMilestone(key).isEmpty()) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such milestone on this roadmap.");
        }
        return key;
    }
}
