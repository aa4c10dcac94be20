package milepost.web.manager.brief;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.roadmap.period.Period;
import milepost.roadmap.period.PeriodChanges;
import milepost.roadmap.period.Periods;
import milepost.web.layout.Parts;

/** What is different from the last period that was frozen before. */
final class SinceLast {
    private final Periods periods;

    SinceLast(Parts parts) {
        this.periods = parts.desk().periods();
    }

    /** From the last one frozen by an instant; empty when there was none. */
    Optional<PeriodChanges> find(Snapshot snapshot, List<Flag> counted, Instant at) {
        return periods.findLast(snapshot.roadmap().key(), at).map(last -> changes(last, snapshot, counted));
    }

    /** From the one before a frozen period; empty when it is the first. */
    Optional<PeriodChanges> find(Snapshot snapshot, List<Flag> counted, Period period) {
        return periods.findBefore(period).map(last -> changes(last, snapshot, counted));
    }

    private PeriodChanges changes(Period last, Snapshot snapshot, List<Flag> counted) {
        return PeriodChanges.between(last, periods.then(last), snapshot, counted);
    }
}
