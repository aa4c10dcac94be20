package milepost.web.manager.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import milepost.foresight.Forecast;
import milepost.foresight.ForecastEvent;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * The days a forecast covers and what it comes to in one sentence.
 *
 * @param none whether there is no forecast at all
 * @param next the day of the first event, null when nothing will happen
 * @param partial the roadmaps whose forecast ends early, each with the last day it knows of
 * @param failed the rules that failed on some day
 */
public record Horizon(
        LocalDate from,
        LocalDate until,
        boolean none,
        String sum,
        @Nullable LocalDate next,
        List<String> partial,
        List<String> failed) {

    static Horizon of(List<Forecast> all) {
        List<ForecastEvent> events =
                all.stream().flatMap(f -> f.events().stream()).toList();
        LocalDate from =
                all.stream().map(Forecast::from).min(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
        LocalDate until =
                all.stream().map(Forecast::until).max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
        return new Horizon(
                from,
                until,
                all.isEmpty(),
                sum(events),
                events.stream()
                        .map(ForecastEvent::date)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                all.stream()
                        .filter(f -> !f.complete())
                        .map(f -> f.roadmap() + " after " + Words.longDay(f.reached()))
                        .toList(),
                all.stream()
                        .map(Forecast::setAside)
                        .flatMap(Collection::stream)
                        .map(f -> f.rule())
                        .distinct()
                        .toList());
    }

    /** Where a day stands between the first and the last, in percent. */
    public double x(LocalDate day) {
        long span = Math.max(1, ChronoUnit.DAYS.between(from, until));
        double percent = 100.0 * ChronoUnit.DAYS.between(from, day) / span;
        return Math.round(Math.max(0, Math.min(100, percent)) * 100) / 100.0;
    }

    /** {@code in 8 days}. */
    public String away(LocalDate day) {
        return Words.relative(day, from);
    }

    private static String sum(List<ForecastEvent> events) {
        List<String> parts = new ArrayList<>();
        say(parts, events, ForecastEvent.Kind.RAISED, "raised");
        say(parts, events, ForecastEvent.Kind.RETURNED, "returned");
        say(parts, events, ForecastEvent.Kind.ESCALATED, "escalated");
        say(parts, events, ForecastEvent.Kind.CLEARED, "cleared");
        return String.join(", ", parts);
    }

    private static void say(List<String> parts, List<ForecastEvent> events, ForecastEvent.Kind kind, String word) {
        long number = events.stream().filter(e -> e.event() == kind).count();
        if (number > 0) {
            parts.add(number + " " + word);
        }
    }
}
