package milepost.roadmap.fact;

import java.util.List;
import milepost.facts.Source;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import org.jspecify.annotations.Nullable;

/** One thing that a person or an import wants changed. A version of 0 means that the row must not exist yet. */
public sealed interface Edit {

    /** A milestone as it shall be; baseline, slips and reports follow from the edits, nobody sets them. */
    record MilestoneRevision(
            String key,
            long version,
            String title,
            @Nullable String description,
            @Nullable String stream,
            @Nullable String stage,
            Status status,
            @Nullable Integer progress,
            @Nullable TargetDate start,
            @Nullable TargetDate due,
            @Nullable TargetDate forecast,
            @Nullable TargetDate completedOn,
            @Nullable String owner,
            List<String> requires,
            List<Source> evidence,
            @Nullable Source source)
            implements Edit {}

    /**
     * Any other fact of a roadmap as it shall be: Roadmap, Dependency, Participant, Restriction, Indicator, Observation, Event,
     * ProgressUpdate, Attribute or Rating. The version in its {@code recorded} is the version the editor saw; time and name in it are ignored.
     */
    record Put(Object fact) implements Edit {}

    /**
     * A fact that shall go.
     *
     * @param type the record, such as Participant
     * @param key its key; for a dependency {@code predecessor>successor}
     */
    record Removal(Class<?> type, String key, long version) implements Edit {}
}
