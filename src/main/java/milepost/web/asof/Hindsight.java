package milepost.web.asof;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milepost.facts.Roadmap;
import milepost.facts.Snapshot;
import milepost.roadmap.Past;
import milepost.web.layout.Crumb;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;

/**
 * A page that only looks back on one roadmap, in the moment that is asked for: what was recorded later is not on it. A day to come is
 * refused, for nothing is recorded of it.
 *
 * @param snapshot the roadmap as it was known; before its first change as it is
 * @param past the use cases of looking back, up to then
 */
public record Hindsight(Moment moment, Control control, Snapshot snapshot, Past past, Instant first) {

    /** What the address of the page asks for; NOT_FOUND when there is no such roadmap. */
    public static Hindsight of(Context ctx, Parts parts) {
        Snapshot now = parts.roadmaps().snapshot(ctx.pathParam("key"));
        Roadmap roadmap = now.roadmap();
        Instant instant = parts.clock().instant();
        Moment asked = Moment.of(ctx, instant, roadmap.zone());
        Moment moment = asked.future() ? asked.refused("Nothing is recorded of a day to come.", instant) : asked;
        Past past = parts.roadmaps().past();
        if (moment.present()) {
            return new Hindsight(moment, control(ctx, parts, roadmap, moment), now, past, Instant.MIN);
        }
        return new Hindsight(
                moment,
                control(ctx, parts, roadmap, moment),
                parts.roadmaps().findSnapshot(roadmap.key(), moment.at()).orElse(now),
                past.known(moment.at()),
                parts.roadmaps().first(roadmap.key()));
    }

    private static Control control(Context ctx, Parts parts, Roadmap roadmap, Moment moment) {
        Map<String, List<String>> keep = new TreeMap<>(ctx.queryParamMap());
        keep.remove("before");
        List<LocalDate> days = parts.roadmaps().chronicle().daysOfChanges(roadmap);
        return Control.of(ctx.path(), keep, moment, Track.of(moment, days, List.of(), moment.today()));
    }

    /** What stands in place of the page before the first change; empty for any later moment. */
    public Optional<Early> findEarly(String title) {
        Roadmap roadmap = snapshot.roadmap();
        if (!moment.past() || !moment.at().isBefore(first)) {
            return Optional.empty();
        }
        List<Crumb> crumbs = List.of(
                new Crumb("Portfolio", "/"),
                new Crumb(roadmap.title(), Links.roadmap(roadmap.key())),
                new Crumb(title, null));
        LocalDate day = first.atZone(roadmap.zone()).toLocalDate();
        return Optional.of(Early.of(crumbs, title, roadmap.key(), control, day));
    }

    /** The status of the answer. */
    public int status() {
        return moment.error() == null ? 200 : 422;
    }
}
