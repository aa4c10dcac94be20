package milepost.flags.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a flag has been there.
 *
 * @param since the day it was first found in its present life
 * @param raised when it became active
 * @param resolved null while the rules find it
 */
public record Span(
        LocalDate since, Instant raised, @Nullable Instant resolved) {}
