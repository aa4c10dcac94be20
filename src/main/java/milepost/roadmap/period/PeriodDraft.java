package milepost.roadmap.period;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants frozen.
 *
 * @param supersedes name of the period that it corrects; null for none
 * @param reason why it corrects it
 */
public record PeriodDraft(
        @Nullable String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String supersedes,
        @Nullable String reason) {}
