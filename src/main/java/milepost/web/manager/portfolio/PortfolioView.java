package milepost.web.manager.portfolio;

import java.util.List;

/**
 * What the portfolio page prints.
 *
 * @param urgent the worst flags that are critical or high
 * @param urgentTotal how many there are in all
 */
public record PortfolioView(
        Totals totals, List<RoadmapRow> rows, DeadlineStrip strip, List<UrgentFlag> urgent, int urgentTotal) {}
