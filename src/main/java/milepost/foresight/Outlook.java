package milepost.foresight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.rules.Ruleset;

/** The forecast of each roadmap as it stands, made once for as long as facts, flags, rules and day stay the same. */
public final class Outlook {
    private final Forecasts forecasts;
    private final Supplier<Ruleset> live;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** What a forecast follows from; facts never change, so comparing them is quick. */
    private record Basis(Snapshot snapshot, List<Flag> active, LocalDate today, String ruleset) {}

    private record Kept(Basis basis, Forecast forecast) {}

    public Outlook(Forecasts forecasts, Supplier<Ruleset> live) {
        this.forecasts = forecasts;
        this.live = live;
    }

    /**
     * What will become of the flags of a roadmap until that day, or longer.
     *
     * @param active its active flags
     */
    public Forecast of(Snapshot snapshot, List<Flag> active, LocalDate today, LocalDate until) {
        String key = snapshot.roadmap().key();
        Basis basis = new Basis(snapshot, active, today, live.get().version());
        Kept known = kept.get(key);
        if (known != null
                && known.basis().equals(basis)
                && !known.forecast().until().isBefore(until)) {
            return known.forecast();
        }
        Forecast forecast = forecasts.ahead(key, today, until);
        kept.put(key, new Kept(basis, forecast));
        return forecast;
    }
}
