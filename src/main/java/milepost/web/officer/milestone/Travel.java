package milepost.web.officer.milestone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;
import milepost.flags.store.FlagQuery;
import milepost.foresight.Forecast;
import milepost.foresight.Forecasts;
import milepost.foresight.Outlook;
import milepost.foresight.Projection;
import milepost.roadmap.Then;
import milepost.roadmap.store.HistoryEntry;
import milepost.web.asof.Control;
import milepost.web.asof.Early;
import milepost.web.asof.Moment;
import milepost.web.asof.Track;
import milepost.web.layout.Crumb;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Whys;

/** Takes the page of a milestone to another moment. */
final class Travel {
    private static final int DAYS_DRAWN = 500;

    private final Parts parts;
    private final Outlook outlook;

    Travel(Parts parts) {
        this.parts = parts;
        this.outlook = new Outlook(new Forecasts(parts.roadmaps(), parts.flags(), parts.ruleset()), parts.ruleset());
    }

    /** The control of the page; its strokes are the changes of this milestone. */
    Control control(MilestoneRequest now, Moment moment) {
        String key = now.existing();
        List<LocalDate> days = parts.roadmaps().chronicle().history(now.roadmap(), key, null, DAYS_DRAWN).stream()
                .map(entry -> day(entry.change().at(), now))
                .toList();
        Forecast forecast = forecast(now, moment);
        return Control.of(
                now.home(),
                marked(now) ? Map.of() : Map.of("since", List.of("off")),
                moment,
                Track.of(
                        moment,
                        days,
                        forecast.events().stream()
                                .filter(e -> e.kind() == SubjectKind.MILESTONE
                                        && e.subject().equals(key))
                                .toList(),
                        moment.today().plusYears(1)));
    }

    private static boolean marked(MilestoneRequest now) {
        return Control.marks(now.ctx().queryParams("since"));
    }

    /** What is shown of a moment before the milestone was recorded; empty for any later one. */
    Optional<Early> findEarly(MilestoneRequest now, Moment moment) {
        boolean there = parts.archive()
                .findThen(now.roadmap(), moment.at())
                .flatMap(then -> then.snapshot().findMilestone(now.existing()))
                .isPresent();
        if (there) {
            return Optional.empty();
        }
        List<HistoryEntry> all = parts.roadmaps().chronicle().history(now.roadmap(), now.existing(), null, DAYS_DRAWN);
        if (all.isEmpty()) {
            now.milestone();
        }
        LocalDate first = day(all.get(all.size() - 1).change().at(), now);
        List<Crumb> crumbs = List.of(
                new Crumb("Portfolio", "/"),
                new Crumb(now.snapshot().roadmap().title(), Links.roadmap(now.roadmap()) + moment.suffix()),
                new Crumb(now.existing(), null));
        String title = now.snapshot()
                .findMilestone(now.existing())
                .map(Milestone::title)
                .orElse(now.existing());
        return Optional.of(Early.of(crumbs, title, now.existing(), control(now, moment), first));
    }

    MilestoneThen past(MilestoneRequest now, Moment moment) {
        Then then = parts.archive().then(now.roadmap(), moment.at());
        Milestone m = then.snapshot().findMilestone(now.existing()).orElseThrow();
        MilestoneRequest request = new MilestoneRequest(now.ctx(), parts, then.snapshot(), m.key());
        Long next = parts.roadmaps()
                .chronicle()
                .findNext(now.roadmap(), moment.at())
                .orElse(null);
        return new MilestoneThen(
                then.snapshot(),
                m,
                control(now, moment),
                then.rules(),
                MilestoneThen.facts(then.snapshot(), m, marked(now) ? now.snapshot() : then.snapshot()),
                new MilestoneThen.Since(
                        marked(now), now.snapshot().findMilestone(m.key()).isEmpty()),
                Whys.then(parts, then, moment.suffix()).of(about(m, then.flags())),
                MilestoneThen.updates(then.snapshot(), m.key()),
                HistoryView.of(request, next));
    }

    MilestoneThen ahead(MilestoneRequest now, Moment moment) {
        Milestone m = now.milestone();
        Snapshot snapshot = now.snapshot();
        ZoneId zone = snapshot.roadmap().zone();
        Projection projection = Projection.of(
                forecast(now, moment), snapshot, active(now), parts.ruleset().get(), moment.day());
        return new MilestoneThen(
                snapshot,
                m,
                control(now, moment),
                null,
                MilestoneThen.facts(snapshot, m, snapshot),
                new MilestoneThen.Since(false, false),
                Whys.on(parts, zone, moment.day(), "").of(about(m, projection.flags())),
                MilestoneThen.updates(snapshot, m.key()),
                HistoryView.of(now, null));
    }

    private Forecast forecast(MilestoneRequest now, Moment moment) {
        LocalDate year = moment.today().plusYears(1);
        LocalDate until = moment.future() && moment.day().isAfter(year) ? moment.day() : year;
        return outlook.of(now.snapshot(), active(now), moment.today(), until);
    }

    private List<Flag> active(MilestoneRequest now) {
        return parts.flags().list(FlagQuery.active().inRoadmap(now.roadmap()));
    }

    private static List<Flag> about(Milestone m, List<Flag> flags) {
        List<Flag> about = new ArrayList<>(flags.stream()
                .filter(f -> f.kind() == SubjectKind.MILESTONE && f.subject().equals(m.key()))
                .filter(f -> f.state() != FlagState.RESOLVED)
                .toList());
        about.sort(java.util.Comparator.comparing(Flag::severity).reversed());
        return about;
    }

    private static LocalDate day(Instant at, MilestoneRequest now) {
        return at.atZone(now.snapshot().roadmap().zone()).toLocalDate();
    }
}
