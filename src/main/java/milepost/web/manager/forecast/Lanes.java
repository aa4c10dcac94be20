package milepost.web.manager.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.flags.life.Flag;
import milepost.foresight.Forecast;
import milepost.foresight.ForecastEvent;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleInfo;
import milepost.web.layout.Months;
import org.jspecify.annotations.Nullable;

/**
 * The chart of the forecast: one lane for each flag that changes, months across.
 *
 * @param steady active flags to which nothing happens; they are not drawn
 */
public record Lanes(List<Lane> lanes, List<Months.Month> months, int steady) {
    /** Pixels from the top to the first lane, and from one lane to the next. */
    public static final int TOP = 28;

    public static final int STEP = 36;

    private record Identity(String roadmap, String rule, SubjectKind kind, String subject) {}

    /** Height of the whole chart in pixels. */
    public int height() {
        return TOP + lanes.size() * STEP + 1;
    }

    static Lanes of(List<Start> all, String at) {
        Horizon horizon = Horizon.of(all.stream().map(Start::forecast).toList());
        List<Lane> lanes = new ArrayList<>();
        int steady = 0;
        for (Start start : all) {
            Forecast forecast = start.forecast();
            Map<Identity, List<ForecastEvent>> events = new LinkedHashMap<>();
            forecast.events()
                    .forEach(e -> events.computeIfAbsent(
                                    new Identity(forecast.roadmap(), e.rule(), e.kind(), e.subject()),
                                    i -> new ArrayList<>())
                            .add(e));
            Map<Identity, Flag> now = new LinkedHashMap<>();
            start.active().forEach(f -> now.put(new Identity(f.roadmap(), f.rule(), f.kind(), f.subject()), f));
            steady += (int)
                    now.keySet().stream().filter(i -> !events.containsKey(i)).count();
            events.forEach((id, happens) -> lanes.add(lane(id, now.get(id), happens, horizon, start.rules(), at)));
        }
        return new Lanes(lanes, Months.between(horizon.from(), horizon.until()), steady);
    }

    private static Lane lane(
            Identity id, @Nullable Flag now, List<ForecastEvent> events, Horizon horizon, Ruleset rules, String at) {
        Lane.Builder lane = new Lane.Builder(horizon);
        if (now != null) {
            lane.begin(now);
        }
        events.forEach(lane::next);
        Severity worst = events.stream()
                .map(ForecastEvent::severity)
                .max(Severity::compareTo)
                .orElse(Severity.LOW);
        String title = rules.findRule(id.rule()).map(RuleInfo::title).orElse(id.rule());
        LocalDate end = horizon.until();
        return lane.end(end, id.subject(), title, ForecastRow.href(id.roadmap(), id.kind(), id.subject()) + at, worst);
    }
}
