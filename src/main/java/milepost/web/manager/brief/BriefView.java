package milepost.web.manager.brief;

import java.time.LocalDate;
import java.util.List;
import milepost.facts.Severity;
import milepost.roadmap.period.Period;
import milepost.web.asof.Control;
import milepost.web.layout.Why;
import milepost.web.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What the brief prints.
 *
 * @param frozen the period that it shows; null when it shows a moment
 * @param decide the worst active flags that nobody has decided about
 * @param open how many of these there are in all
 * @param indicators in the order of the chain
 * @param indicatorCount how many there are in all
 * @param timeline null without milestones
 * @param milestones how many there are in all
 * @param since what is different from the last frozen period; null when none was frozen before
 * @param coming null where the moment is past: what came then is recorded
 * @param accepted the worst flags that were accepted
 * @param acceptedCount how many there are in all
 */
public record BriefView(
        Control control,
        @Nullable Period frozen,
        Title title,
        List<Decide> decide,
        int open,
        List<Reading> indicators,
        int indicatorCount,
        @Nullable Timeline timeline,
        int milestones,
        @Nullable SinceView since,
        @Nullable Coming coming,
        List<Accepted> accepted,
        int acceptedCount) {

    /** A flag that waits for a decision, with the key of what it is about. */
    public record Decide(String subject, Why why) {}

    /**
     * An indicator with the value that counts.
     *
     * @param value with its unit, null when none is recorded
     * @param origin when it was measured and who says so
     * @param flag the worst active flag about it, null when there is none
     */
    public record Reading(
            String title,
            @Nullable String value,
            String origin,
            @Nullable Severity flag) {}

    /**
     * What happens to flags if nothing is recorded any more.
     *
     * @param until the last day looked at
     * @param complete whether every day could be looked at
     */
    public record Coming(List<Next> next, int total, LocalDate until, boolean complete) {}

    /** A flag to come. */
    public record Next(LocalDate date, String subject, Severity severity, String event, String message) {}

    /** A risk that was accepted. */
    public record Accepted(
            String subject,
            Severity severity,
            String message,
            String href,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    /** The page of the roadmap in the same moment. */
    public String back() {
        return title.base() + at();
    }

    /** To be put behind addresses so that they stay in the moment. */
    public String at() {
        return control.moment().suffix();
    }

    /** The list of every flag of the roadmap in the same moment. */
    public String flags() {
        return "/flags" + (at().isEmpty() ? "?" : at() + "&") + "roadmap=" + title.key();
    }
}
