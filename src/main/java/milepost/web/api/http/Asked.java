package milepost.web.api.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import milepost.roadmap.Archive;
import org.jspecify.annotations.Nullable;

/**
 * The two times of a request: the day that is looked at, and the instant whose record is read.
 *
 * @param now the instant of the request
 */
public record Asked(@Nullable LocalDate asOf, @Nullable Instant knownAt, Instant now) {
    public static final String AS_OF = "asOf";
    public static final String KNOWN_AT = "knownAt";

    /** What the query asks for; an instant that has not come yet is refused. */
    public static Asked of(Parameters query, Instant now) {
        LocalDate asOf = query.day(AS_OF);
        Instant knownAt = query.instant(KNOWN_AT);
        if (knownAt != null && knownAt.isAfter(now)) {
            throw Refusal.value(
                    KNOWN_AT,
                    "Nothing is known of " + knownAt
                            + " yet. Leave knownAt out for what is recorded now; asOf looks ahead.");
        }
        return new Asked(asOf, knownAt, now);
    }

    /** Whether a query has either of them. */
    public static boolean given(Parameters query) {
        return query.text(AS_OF) != null || query.text(KNOWN_AT) != null;
    }

    /** Whether either of them was given. */
    public boolean any() {
        return asOf != null || knownAt != null;
    }

    /** The day that is looked at: without {@code asOf} the day of {@code knownAt}, without both today. */
    public LocalDate day(ZoneId zone) {
        return asOf != null ? asOf : moment().atZone(zone).toLocalDate();
    }

    /** The instant whose record is read. */
    public Instant moment() {
        return knownAt != null ? knownAt : now;
    }

    /**
     * Up to when things that were only recorded count, such as flags: {@code knownAt}, else the end of the day {@code asOf}. A day
     * to come is refused.
     */
    public Instant until(ZoneId zone) {
        if (knownAt != null || asOf == null) {
            return moment();
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        if (asOf.isAfter(today)) {
            throw Refusal.value(
                    AS_OF,
                    "The day " + asOf
                            + " has not come yet, so nothing of it is recorded. What will become of flags by then is "
                            + "in the forecast of their roadmap.");
        }
        return asOf.equals(today) ? now : Archive.endOf(asOf, zone);
    }
}
