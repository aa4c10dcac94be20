package milepost.web.manager.brief;

import java.time.ZoneId;
import milepost.roadmap.Then;
import milepost.roadmap.period.Period;
import milepost.web.asof.Moment;
import milepost.web.layout.Words;

/**
 * The frozen period that a brief shows.
 *
 * @param then the roadmap as the period shows it
 */
record Frozen(Period period, Then then) {

    /** Its last day, as known when it was frozen; there is no later day from which it is looked at. */
    Moment moment() {
        return new Moment(period.to(), period.to(), period.knownAt(), true, null, null);
    }

    /** What kind of sheet it is. */
    String kind() {
        ZoneId zone = then.snapshot().roadmap().zone();
        String correction =
                period.supersedes() == null ? "" : ", corrects " + period.supersedes() + ": " + period.reason();
        return "Manager brief, period " + period.name() + ": " + Words.day(period.from()) + " to "
                + Words.day(period.to()) + ", frozen " + Words.time(period.knownAt(), zone) + " by "
                + period.frozenBy() + correction;
    }
}
