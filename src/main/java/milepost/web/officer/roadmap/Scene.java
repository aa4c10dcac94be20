package milepost.web.officer.roadmap;

import java.time.LocalDate;
import java.util.List;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.roadmap.RoadmapSummary;
import milepost.web.asof.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A roadmap in the moment in which it is looked at.
 *
 * @param flags those active then
 * @param now what is recorded today, where that is another snapshot; null otherwise
 * @param edits whether the visitor may change what is shown
 */
record Scene(
        Snapshot snapshot,
        RoadmapSummary summary,
        List<Flag> flags,
        Moment moment,
        @Nullable Snapshot now,
        boolean edits) {

    String key() {
        return snapshot.roadmap().key();
    }

    LocalDate day() {
        return moment.day();
    }
}
