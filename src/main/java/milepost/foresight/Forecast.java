package milepost.foresight;

import java.time.LocalDate;
import java.util.List;
import milepost.rules.engine.run.RuleFailure;

/**
 * What will happen to the flags of a roadmap, day by day, if nothing is recorded any more.
 *
 * @param from the day the forecast starts from; its events begin on the day after
 * @param until last day asked for
 * @param reached last day looked at; before {@code until} only when the forecast is not complete
 * @param events ordered by date, then worst first, then by subject and rule
 * @param silence the same for rules that only measure how long nobody has said anything: they would rise by doing nothing,
 *     which is what a forecast assumes
 * @param setAside rules that failed on some day; nothing is known of their flags from that day on
 * @param complete false when a day could not be evaluated or the forecast took too long; nothing is known of the days after
 *     {@code reached}
 */
public record Forecast(
        String roadmap,
        LocalDate from,
        LocalDate until,
        LocalDate reached,
        String ruleset,
        List<ForecastEvent> events,
        List<ForecastEvent> silence,
        List<RuleFailure> setAside,
        boolean complete) {
    public Forecast {
        events = List.copyOf(events);
        silence = List.copyOf(silence);
        setAside = List.copyOf(setAside);
    }
}
