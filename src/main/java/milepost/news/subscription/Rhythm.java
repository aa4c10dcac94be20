package milepost.news.subscription;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is told.
 *
 * @param hour of a digest, 0 to 23, in the zone
 * @param day of a weekly digest
 * @param zone of the person
 * @param quiet hours in which nothing is told at once; null for none
 */
public record Rhythm(
        Kind kind,
        int hour,
        DayOfWeek day,
        ZoneId zone,
        @Nullable Quiet quiet) {

    /** How often. */
    public enum Kind {
        INSTANT,
        DAILY,
        WEEKLY
    }

    /**
     * Hours of each day, 0 to 23; they may go over midnight.
     *
     * @param from the first that is quiet
     * @param until the first that is not
     */
    public record Quiet(int from, int until) {
        boolean covers(int hour) {
            return from < until ? from <= hour && hour < until : hour >= from || hour < until;
        }
    }

    /** At once. */
    public static Rhythm instant(ZoneId zone) {
        return new Rhythm(Kind.INSTANT, 8, DayOfWeek.MONDAY, zone, null);
    }

    /** The instant from which something that happened may be told: at once, when the quiet hours end, or with the next digest. */
    public Instant due(Instant happened) {
        ZonedDateTime local = happened.atZone(zone);
        return switch (kind) {
            case INSTANT -> quiet != null && quiet.covers(local.getHour()) ? next(local, quiet.until()) : happened;
            case DAILY -> next(local, hour);
            case WEEKLY -> weekly(local);
        };
    }

    /** The next time that it is this hour; a day that skips the hour has it at the first moment after. */
    private Instant next(ZonedDateTime after, int wanted) {
        LocalDate day = after.toLocalDate();
        Instant today = at(day, wanted);
        return today.isAfter(after.toInstant()) ? today : at(day.plusDays(1), wanted);
    }

    private Instant weekly(ZonedDateTime after) {
        LocalDate next = after.toLocalDate().with(TemporalAdjusters.nextOrSame(day));
        Instant first = at(next, hour);
        return first.isAfter(after.toInstant()) ? first : at(next.plusWeeks(1), hour);
    }

    private Instant at(LocalDate date, int wanted) {
        return date.atTime(wanted, 0).atZone(zone).toInstant();
    }
}
