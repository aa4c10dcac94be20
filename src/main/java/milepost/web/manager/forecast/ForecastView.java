package milepost.web.manager.forecast;

import java.util.List;
import milepost.web.asof.Control;

/**
 * What the forecast page prints.
 *
 * @param control what moves the page through time
 */
public record ForecastView(
        Control control, List<Option> roadmaps, int months, Horizon horizon, Lanes lanes, List<ForecastRow> rows) {
    /** The horizons offered, in months. */
    public static final List<Integer> HORIZONS = List.of(3, 6, 12, 24);

    /** A roadmap to choose. */
    public record Option(String key, String title, boolean chosen) {}

    /** The address of the same page with another horizon. */
    public String href(int other) {
        String roadmap = roadmaps.stream()
                .filter(Option::chosen)
                .map(o -> "&roadmap=" + milepost.web.layout.Redirects.encode(o.key()))
                .findFirst()
                .orElse("");
        String at = control.moment().query();
        return "/forecast?months=" + other + roadmap + (at.isEmpty() ? "" : "&" + at);
    }

    /** Events that a forecast states; those of rules that only measure silence are told apart. */
    public List<ForecastRow> stated() {
        return rows.stream().filter(r -> !r.silent()).toList();
    }

    public List<ForecastRow> silent() {
        return rows.stream().filter(ForecastRow::silent).toList();
    }
}
