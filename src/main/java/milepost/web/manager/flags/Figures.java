package milepost.web.manager.flags;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import milepost.facts.Reach;
import milepost.flags.Flags;
import milepost.flags.life.FlagState;
import milepost.flags.store.FlagQuery;
import milepost.flags.store.Span;
import milepost.web.layout.Weeks;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * The numbers above the list, of all roadmaps that the visitor sees.
 *
 * @param since the day of the visitor's last visit in words, null at the first
 * @param age days, the median of the flags that count; null without any
 * @param resolve days from raised to resolved, the median of the last twelve weeks; null without any
 */
public record Figures(
        @Nullable String since,
        int fresh,
        int open,
        int cleared,
        @Nullable Long age,
        @Nullable Long resolve) {
    private static final Duration WEEK = Duration.ofDays(7);

    /**
     * Counts now.
     *
     * @param last when the visitor's last visit ended, null at the first
     */
    static Figures of(Flags flags, Reach reach, @Nullable Instant last, Instant now) {
        FlagQuery counted = FlagQuery.counted().seenBy(reach);
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        List<Span> resolved = flags.spans(FlagQuery.all().seenBy(reach).in(FlagState.RESOLVED)).stream()
                .filter(span ->
                        Objects.requireNonNull(span.resolved()).isAfter(now.minus(WEEK.multipliedBy(Weeks.MANY))))
                .toList();
        List<Span> open = flags.spans(counted);
        return new Figures(
                last == null ? null : Words.weekday(last.atZone(ZoneOffset.UTC).toLocalDate()),
                last == null ? 0 : flags.count(counted.newsSince(last)),
                open.size(),
                (int) resolved.stream()
                        .filter(span -> Objects.requireNonNull(span.resolved()).isAfter(now.minus(WEEK)))
                        .count(),
                median(open.stream()
                        .map(span -> ChronoUnit.DAYS.between(span.since(), today))
                        .sorted()
                        .toList()),
                median(resolved.stream()
                        .map(span -> ChronoUnit.DAYS.between(span.raised(), span.resolved()))
                        .sorted()
                        .toList()));
    }

    private static @Nullable Long median(List<Long> sorted) {
        int size = sorted.size();
        return size == 0 ? null : (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }
}
