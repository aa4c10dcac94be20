package milepost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import milepost.foresight.Forecast;
import milepost.foresight.ForecastEvent;
import milepost.foresight.Forecasts;
import milepost.roadmap.Then;
import milepost.rules.Ruleset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says day by day what will happen to the flags of a roadmap if nothing changes. */
@Command(
        name = "forecast",
        description = "Says day by day what will happen to the flags of a roadmap if nothing changes; writes nothing.",
        mixinStandardHelpOptions = true)
final class ForecastCommand implements Callable<Integer> {
    @Mixin
    private Settings settings = new Settings();

    @Mixin
    private Output output = new Output();

    @Option(names = "--roadmap", required = true, paramLabel = "KEY", description = "The roadmap.")
    private String roadmap = "";

    @Mixin
    private TwoTimes times = new TwoTimes();

    @Option(names = "--until", paramLabel = "DATE", description = "Last day to look at. Default: a year on.")
    private @Nullable LocalDate until;

    @Override
    public Integer call() {
        try (App app = settings.openExisting()) {
            Forecast forecast = forecast(app, app.clock().instant());
            print(forecast);
            return forecast.complete() ? 0 : 1;
        }
    }

    private Forecast forecast(App app, Instant now) {
        Instant knownAt = times.knownAt(now);
        ZoneId zone = TwoTimes.snapshot(app, roadmap, knownAt).roadmap().zone();
        LocalDate from = times.day(zone, now);
        LocalDate end = until == null ? from.plusYears(1) : until;
        Ruleset named = app.findNamed().orElse(null);
        Forecasts forecasts = new Forecasts(app.roadmaps(), app.flags(), () -> named == null ? app.ruleset() : named);
        if (knownAt != null) {
            Then then = app.archive().then(roadmap, knownAt);
            return forecasts.then(named == null ? then : then.judgedBy(named), from, end);
        }
        return from.equals(now.atZone(zone).toLocalDate())
                ? forecasts.ahead(roadmap, from, end)
                : forecasts.from(roadmap, from, end);
    }

    private void print(Forecast forecast) {
        if (output.json()) {
            Output.print(forecast);
            return;
        }
        System.out.println(forecast.roadmap() + " from " + forecast.from() + " until " + forecast.until() + ": "
                + forecast.events().size() + " events");
        forecast.events().forEach(ForecastCommand::line);
        if (!forecast.silence().isEmpty()) {
            System.out.println("If nobody reports meanwhile:");
            forecast.silence().forEach(ForecastCommand::line);
        }
        forecast.setAside().forEach(f -> System.out.println("  rule " + f.rule() + " failed: " + f.reason()));
        if (!forecast.complete()) {
            System.out.println("The forecast is not complete: it ends on " + forecast.reached()
                    + ", because the day after could not be evaluated in time. Nothing is known of later days.");
        }
    }

    private static void line(ForecastEvent e) {
        System.out.printf(
                "  %s %-9s %-8s %-6s %s (%s)%n", e.date(), e.event(), e.severity(), e.subject(), e.message(), e.rule());
    }
}
