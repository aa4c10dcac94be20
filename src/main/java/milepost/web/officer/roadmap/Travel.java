package milepost.web.officer.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.facts.Roadmap;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.foresight.Forecast;
import milepost.foresight.Forecasts;
import milepost.foresight.Outlook;
import milepost.foresight.Projection;
import milepost.roadmap.RoadmapSummary;
import milepost.roadmap.Then;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleInfo;
import milepost.web.asof.Control;
import milepost.web.asof.Early;
import milepost.web.asof.Moment;
import milepost.web.asof.Track;
import milepost.web.happened.ChangeRow;
import milepost.web.layout.Crumb;
import milepost.web.layout.Parts;

/** Takes the page of a roadmap to another moment: back to what was recorded, ahead to what follows from today. */
final class Travel {
    private static final int NEXT_SHOWN = 8;

    private final Parts parts;
    private final Outlook outlook;

    Travel(Parts parts) {
        this.parts = parts;
        this.outlook = new Outlook(new Forecasts(parts.roadmaps(), parts.flags(), parts.ruleset()), parts.ruleset());
    }

    /** What is shown of a moment before the first change; empty for any later one. */
    Optional<Early> findEarly(Board board, Snapshot now, Moment moment) {
        Roadmap roadmap = now.roadmap();
        Instant first = parts.roadmaps().first(roadmap.key());
        if (!moment.past() || !moment.at().isBefore(first)) {
            return Optional.empty();
        }
        Forecast forecast = outlook.of(now, board.present(now).flags(), moment.today(), year(moment));
        List<Crumb> crumbs = List.of(new Crumb("Portfolio", "/"), new Crumb(roadmap.title(), null));
        Control control = control(board, board.present(now), moment, forecast);
        LocalDate day = first.atZone(roadmap.zone()).toLocalDate();
        return Optional.of(Early.of(crumbs, roadmap.title(), roadmap.key(), control, day));
    }

    /** The view of that moment, which is not before the first change. */
    RoadmapView to(Board board, Snapshot now, Moment moment) {
        Scene present = board.present(now);
        Forecast forecast = outlook.of(now, present.flags(), moment.today(), until(moment));
        if (moment.past()) {
            return past(board, present, moment, forecast);
        }
        if (moment.future()) {
            return ahead(board, present, moment, forecast);
        }
        return board.view(present, control(board, present, moment, forecast), null, null);
    }

    private RoadmapView past(Board board, Scene present, Moment moment, Forecast forecast) {
        String key = present.key();
        Then then = parts.archive().then(key, moment.at());
        Snapshot since = board.marks() ? present.snapshot() : null;
        Scene scene = new Scene(then.snapshot(), then.summary(), then.active(), moment, since, false);
        List<Flag> today = parts.flags().standing(key);
        List<ChangeRow> next = new Next(parts, present.snapshot()).after(moment.at(), today, NEXT_SHOWN);
        return board.view(scene, control(board, present, moment, forecast), null, null)
                .with(Past.of(then, moment, present.snapshot(), today, next).marking(board.marks()));
    }

    private RoadmapView ahead(Board board, Scene present, Moment moment, Forecast forecast) {
        Ruleset rules = parts.ruleset().get();
        Projection projection = Projection.of(forecast, present.snapshot(), present.flags(), rules, moment.day());
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        projection.flags().forEach(f -> counts.merge(f.severity(), 1, Integer::sum));
        Scene scene = new Scene(
                present.snapshot(),
                RoadmapSummary.of(present.snapshot(), counts),
                projection.flags(),
                moment,
                null,
                false);
        return board.view(scene, control(board, present, moment, forecast), null, null)
                .with(Ahead.of(
                        projection,
                        present.snapshot(),
                        key -> rules.findRule(key).map(RuleInfo::title).orElse(key)));
    }

    private Control control(Board board, Scene present, Moment moment, Forecast forecast) {
        List<LocalDate> recorded =
                parts.roadmaps().chronicle().daysOfChanges(present.snapshot().roadmap());
        return board.control(moment, Track.of(moment, recorded, forecast.events(), year(moment)));
    }

    private static LocalDate until(Moment moment) {
        LocalDate year = year(moment);
        return moment.future() && moment.day().isAfter(year) ? moment.day() : year;
    }

    private static LocalDate year(Moment moment) {
        return moment.today().plusYears(1);
    }
}
