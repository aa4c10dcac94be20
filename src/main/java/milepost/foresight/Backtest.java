package milepost.foresight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules run over recorded history without hindsight: on each day on which the record of a roadmap changed, they see what was recorded
 * by then, and are held against what the next such day showed.
 *
 * @param ruleset version of the rules
 * @param outcome what counts as having gone wrong, such as {@code slip>6mo}: the end date moved by more than six months by the next day
 * @param days oldest first
 * @param rules one for each rule that reported about a milestone or has points, ordered by key
 * @param rows milestones on days whose outcome is known; all figures are of these
 * @param unknown milestones on days whose outcome is not known: no end date then, or none or no milestone on the next day
 * @param positives rows that went wrong
 * @param points how well the sum of {@code @points} of the rules that reported ranks the rows
 * @param baseline how well one fact ranks them: fewer months to the end date
 */
public record Backtest(
        String roadmap,
        String ruleset,
        String outcome,
        List<Day> days,
        List<OfRule> rules,
        int rows,
        int unknown,
        int positives,
        Ranking points,
        Ranking baseline) {

    /**
     * One day of the timeline.
     *
     * @param flagged rows about which a rule reported
     * @param positives rows that went wrong by the next day
     * @param setAside how many rules failed
     */
    public record Day(LocalDate day, int rows, int flagged, int positives, int setAside) {}

    /**
     * One rule against the outcome; a figure is null where nothing can be divided.
     *
     * @param reported rows about which it reported
     * @param right of these, rows that went wrong
     * @param leadDays from the first day of its unbroken reports to the day that showed the outcome, on average over those that were right
     */
    public record OfRule(
            String rule,
            int points,
            int reported,
            int right,
            @Nullable Double precision,
            @Nullable Double recall,
            @Nullable Double leadDays) {}

    /** Area under the curve: how often of a row that went wrong and one that did not the first has the higher score; ties count half. */
    public record Ranking(String by, @Nullable Double auc) {}

    public Backtest {
        days = List.copyOf(days);
        rules = List.copyOf(rules);
    }
}
