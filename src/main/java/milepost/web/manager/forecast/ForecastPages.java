package milepost.web.manager.forecast;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.facts.Roadmap;
import milepost.flags.Selection;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.foresight.Forecast;
import milepost.foresight.Forecasts;
import milepost.roadmap.Archive;
import milepost.roadmap.RoadmapSummary;
import milepost.roadmap.Then;
import milepost.web.asof.Control;
import milepost.web.asof.Moment;
import milepost.web.asof.Sight;
import milepost.web.asof.Track;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;

/** The page that says what will happen to flags. */
public final class ForecastPages {
    private static final Map<String, Integer> HORIZONS = Map.of("3", 3, "6", 6, "12", 12, "24", 24);

    private final Parts parts;
    private final Pages pages;
    private final Forecasts forecasts;

    public ForecastPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
        this.forecasts = new Forecasts(parts.roadmaps(), parts.flags(), parts.ruleset());
    }

    /** What will happen, or what could have been said on a day of the past about what was to come. */
    public void show(Context ctx) {
        Moment moment = moment(ctx);
        if (moment.rewritten(ctx)) {
            return;
        }
        String chosen = ctx.queryParam("roadmap");
        int months = HORIZONS.getOrDefault(String.valueOf(ctx.queryParam("months")), 12);
        List<RoadmapSummary> roadmaps = parts.roadmaps().list(Visitor.reach(ctx));
        List<Start> all = roadmaps.stream()
                .map(RoadmapSummary::roadmap)
                .filter(r -> chosen == null || chosen.isBlank() || r.key().equals(chosen))
                .flatMap(r -> find(r, moment, months).stream())
                .toList();
        ForecastView view = new ForecastView(
                control(ctx, roadmaps, moment),
                options(roadmaps, chosen),
                months,
                Horizon.of(all.stream().map(Start::forecast).toList()),
                Lanes.of(all, moment.suffix()),
                rows(all, moment.suffix()));
        ctx.status(moment.error() == null ? 200 : 422);
        String title = moment.title("Forecast");
        pages.show(ctx, new Page(title, Place.FORECAST, "milepost/web/manager/forecast/forecast.jte", view));
    }

    private Moment moment(Context ctx) {
        Instant now = parts.clock().instant();
        Moment asked = Moment.of(ctx, now, Sight.zone(parts, Visitor.reach(ctx)));
        return asked.future() ? asked.refused("A forecast starts today or on a day of the past.", now) : asked;
    }

    private Control control(Context ctx, List<RoadmapSummary> roadmaps, Moment moment) {
        List<LocalDate> days = roadmaps.stream()
                .flatMap(r -> parts.roadmaps().chronicle().daysOfChanges(r.roadmap()).stream())
                .toList();
        return Control.of(ctx.path(), ctx.queryParamMap(), moment, Track.of(moment, days, List.of(), moment.today()));
    }

    /** The forecast of a roadmap; empty when it was not recorded by then. */
    private Optional<Start> find(Roadmap roadmap, Moment moment, int months) {
        if (moment.past()) {
            Instant at = moment.exact() ? moment.at() : Archive.endOf(moment.day(), roadmap.zone());
            return parts.archive().findThen(roadmap.key(), at).map(then -> then(then, months));
        }
        LocalDate today = parts.today(roadmap.zone());
        Forecast forecast = forecasts.ahead(roadmap.key(), today, today.plusMonths(months));
        List<Flag> active = parts.flags().list(FlagQuery.active().inRoadmap(roadmap.key()));
        return Optional.of(new Start(forecast, active, parts.ruleset().get()));
    }

    private Start then(Then then, int months) {
        Forecast forecast = forecasts.then(then, then.day(), then.day().plusMonths(months));
        List<Flag> active = new Selection(then.flags()).list(FlagQuery.active());
        return new Start(forecast, active, then.rules().ruleset());
    }

    private static List<ForecastRow> rows(List<Start> all, String at) {
        return all.stream()
                .flatMap(start -> ForecastRow.of(start, at).stream())
                .sorted(Comparator.comparing(ForecastRow::date))
                .toList();
    }

    private static List<ForecastView.Option> options(List<RoadmapSummary> roadmaps, @Nullable String chosen) {
        return roadmaps.stream()
                .map(r -> new ForecastView.Option(
                        r.roadmap().key(),
                        r.roadmap().title(),
                        r.roadmap().key().equals(chosen)))
                .toList();
    }
}
