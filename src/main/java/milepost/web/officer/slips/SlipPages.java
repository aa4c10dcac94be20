package milepost.web.officer.slips;

import io.javalin.http.Context;
import java.util.List;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.roadmap.Promise;
import milepost.web.layout.Links;
import milepost.web.layout.NaturalOrder;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;

/** The page that shows how the due dates of a roadmap moved. */
public final class SlipPages {
    private final Parts parts;
    private final Pages pages;

    public SlipPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void show(Context ctx) {
        Snapshot now = parts.roadmaps().snapshot(ctx.pathParam("key"));
        String key = now.roadmap().key();
        List<Promise> promises = parts.roadmaps().past().promises(key);
        List<SlipsView.Row> rows = promises.stream()
                .sorted((a, b) -> NaturalOrder.BY_NUMBERS.compare(a.milestone(), b.milestone()))
                .map(promise -> row(promise, now))
                .toList();
        int undated = (int) now.milestones().stream()
                .filter(m -> promises.stream().noneMatch(p -> p.milestone().equals(m.key())))
                .count();
        SlipsView view = new SlipsView(
                now.roadmap().title(),
                Links.roadmap(key),
                parts.roadmaps().limit().sentence(),
                new SlipLayout(now, parts.today(now.roadmap().zone())).of(promises),
                rows,
                undated);
        pages.show(
                ctx,
                new Page(
                        "Slips of " + now.roadmap().title(),
                        Place.PORTFOLIO,
                        "milepost/web/officer/slips/slips.jte",
                        view));
    }

    private static SlipsView.Row row(Promise promise, Snapshot now) {
        String roadmap = now.roadmap().key();
        Milestone m = now.findMilestone(promise.milestone()).orElse(null);
        return new SlipsView.Row(
                promise.milestone(),
                m == null ? "removed" : m.title(),
                m == null ? null : Links.milestone(roadmap, m.key()),
                PromiseText.of(promise, roadmap, now.roadmap().zone()));
    }
}
