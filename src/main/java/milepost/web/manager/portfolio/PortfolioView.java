package milepost.web.manager.portfolio;

import java.util.List;
import milepost.web.asof.Control;
import org.jspecify.annotations.Nullable;

/**
 * What the portfolio page prints.
 *
 * @param control what moves the page through time
 * @param urgent the worst flags that are critical or high
 * @param urgentTotal how many there are in all
 * @param since of the present only
 */
public record PortfolioView(
        Control control,
        Totals totals,
        List<RoadmapRow> rows,
        DeadlineStrip strip,
        List<UrgentFlag> urgent,
        int urgentTotal,
        @Nullable SinceVisit since) {}
