package milepost.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value of an indicator.
 *
 * @param key unique in the roadmap
 * @param indicator key of the indicator
 * @param date the time it was measured, null when the source gives none
 * @param value in the unit of the indicator
 */
public record Observation(
        String key,
        String indicator,
        @Nullable TargetDate date,
        BigDecimal value,
        @Nullable String note,
        @Nullable Source source,
        Recorded recorded) {}
