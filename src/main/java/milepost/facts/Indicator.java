package milepost.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that tells whether the roadmap can work, at a stage of its chain.
 *
 * @param stage name of the stage it measures
 * @param unit of its values, such as {@code t/year}
 * @param target the value needed, in the same unit
 */
public record Indicator(
        String key,
        String title,
        @Nullable String stage,
        String unit,
        @Nullable BigDecimal target,
        @Nullable String note,
        @Nullable Source source,
        Recorded recorded) {}
