package milepost.web.manager.brief;

import java.util.List;
import milepost.facts.Rating;
import milepost.facts.Severity;
import milepost.roadmap.Health;
import milepost.web.asof.Control;
import milepost.web.layout.Why;
import org.jspecify.annotations.Nullable;

/**
 * What the brief of the portfolio prints.
 *
 * @param kind what the sheet is, with its day
 * @param risks the worst flags that count, with their reasons
 * @param counted how many there are in all
 * @param rules of which version they are; null where each roadmap has its own
 */
public record PortfolioBriefView(
        Control control,
        String kind,
        List<Row> rows,
        List<Risk> risks,
        int counted,
        @Nullable String rules) {

    /**
     * One roadmap.
     *
     * @param counts flags that count by severity, worst first
     * @param since what is different from its last frozen period, in one sentence
     */
    public record Row(
            String title,
            String href,
            Health health,
            List<String> reasons,
            @Nullable Rating rating,
            List<Count> counts,
            @Nullable Integer progress,
            @Nullable String next,
            String since) {}

    /** How many flags of one severity. */
    public record Count(Severity severity, int number) {}

    /** A flag, with the title of its roadmap. */
    public record Risk(String roadmap, String subject, Why why) {}
}
