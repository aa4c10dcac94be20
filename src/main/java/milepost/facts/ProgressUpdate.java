package milepost.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An officer's report about a milestone; reports are added, never changed.
 *
 * @param milestone key of the milestone
 * @param date the day the report speaks of
 * @param progress percent done as reported, 0 to 100
 * @param forecast the date expected on that day
 */
public record ProgressUpdate(
        String key,
        String milestone,
        LocalDate date,
        @Nullable Integer progress,
        @Nullable TargetDate forecast,
        String text,
        @Nullable Source source,
        Recorded recorded) {}
