package milepost.web.officer.slips;

import io.javalin.http.Context;
import java.util.List;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.roadmap.history.Promise;
import milepost.web.asof.Early;
import milepost.web.asof.Hindsight;
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
        Hindsight then = Hindsight.of(ctx, parts);
        if (then.moment().rewritten(ctx)) {
            return;
        }
        Snapshot snapshot = then.snapshot();
        String title = then.moment().title("Slips of " + snapshot.roadmap().title());
        Early early = then.findEarly("Slips").orElse(null);
        String template = early == null ? "officer/slips/slips.jte" : "asof/early.jte";
        ctx.status(then.status());
        pages.show(
                ctx, new Page(title, Place.PORTFOLIO, "milepost/web/" + template, early == null ? view(then) : early));
    }

    private SlipsView view(Hindsight then) {
        Snapshot now = then.snapshot();
        String key = now.roadmap().key();
        List<Promise> promises = then.past().promises(key);
        List<SlipsView.Row> rows = promises.stream()
                .sorted((a, b) -> NaturalOrder.BY_NUMBERS.compare(a.milestone(), b.milestone()))
                .map(promise -> row(promise, now, then.moment().suffix()))
                .toList();
        int undated = (int) now.milestones().stream()
                .filter(m -> promises.stream().noneMatch(p -> p.milestone().equals(m.key())))
                .count();
        return new SlipsView(
                now.roadmap().title(),
                Links.roadmap(key),
                then.control(),
                parts.roadmaps().limit().sentence(),
                new SlipLayout(now, then.moment().day()).of(promises),
                rows,
                undated);
    }

    private static SlipsView.Row row(Promise promise, Snapshot now, String at) {
        String roadmap = now.roadmap().key();
        Milestone m = now.findMilestone(promise.milestone()).orElse(null);
        return new SlipsView.Row(
                promise.milestone(),
                m == null ? "removed" : m.title(),
                m == null ? null : Links.milestone(roadmap, m.key()) + at,
                PromiseText.of(promise, roadmap, now.roadmap().zone()));
    }
}
