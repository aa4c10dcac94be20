package milepost.roadmap.store;

import java.time.Instant;
import java.util.Set;
import milepost.roadmap.fact.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of a roadmap are wanted; null stands for all.
 *
 * @param before only changes with a lower number
 * @param person only changes by this person
 * @param kind only changes of facts of this kind, one of {@link #KINDS}
 * @param milestone only changes of this milestone or of what belongs to it
 * @param from only changes recorded at this instant or later
 * @param until only changes recorded before this instant
 */
public record HistoryFilter(
        @Nullable Long before,
        @Nullable String person,
        @Nullable String kind,
        @Nullable String milestone,
        @Nullable Instant from,
        @Nullable Instant until) {
    /** The kinds of fact that can be asked for, by the names they have in addresses. */
    public static final Set<String> KINDS = FactKind.names();

    public static final HistoryFilter ALL = new HistoryFilter(null, null, null, null, null, null);

    /** The same changes, but only those recorded at that instant or before. */
    public HistoryFilter known(Instant at) {
        Instant end = at.plusMillis(1);
        Instant earlier = until == null || until.isAfter(end) ? end : until;
        return new HistoryFilter(before, person, kind, milestone, from, earlier);
    }

    /** The same changes, but only those before this one. */
    public HistoryFilter before(long change) {
        return new HistoryFilter(change, person, kind, milestone, from, until);
    }

    /** Only changes of this milestone or of what belongs to it. */
    public static HistoryFilter ofMilestone(String key, @Nullable Long before) {
        return new HistoryFilter(before, null, null, key, null, null);
    }
}
