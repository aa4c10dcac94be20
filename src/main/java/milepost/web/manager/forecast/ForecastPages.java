package milepost.web.manager.forecast;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import milepost.foresight.Forecast;
import milepost.foresight.Forecasts;
import milepost.roadmap.RoadmapSummary;
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

    public void show(Context ctx) {
        String chosen = ctx.queryParam("roadmap");
        int months = HORIZONS.getOrDefault(String.valueOf(ctx.queryParam("months")), 12);
        List<RoadmapSummary> roadmaps = parts.roadmaps().list(Visitor.reach(ctx));
        List<Forecast> all = roadmaps.stream()
                .filter(r ->
                        chosen == null || chosen.isBlank() || r.roadmap().key().equals(chosen))
                .map(r -> forecast(r, months))
                .toList();
        ForecastView view = new ForecastView(options(roadmaps, chosen), months, Horizon.of(all), lanes(all), rows(all));
        pages.show(ctx, new Page("Forecast", Place.FORECAST, "milepost/web/manager/forecast/forecast.jte", view));
    }

    private Forecast forecast(RoadmapSummary summary, int months) {
        LocalDate today = parts.today(summary.roadmap().zone());
        return forecasts.ahead(summary.roadmap().key(), today, today.plusMonths(months));
    }

    private Lanes lanes(List<Forecast> all) {
        return Lanes.of(all, parts.flags(), parts.ruleset().get());
    }

    private List<ForecastRow> rows(List<Forecast> all) {
        return all.stream()
                .flatMap(f -> ForecastRow.of(f, parts.ruleset().get()).stream())
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
