package milepost.web.asof;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.foresight.Forecasts;
import milepost.roadmap.Archive;
import milepost.web.layout.Redirects;
import org.jspecify.annotations.Nullable;

/**
 * The moment in which a page is looked at.
 *
 * @param day the day looked at
 * @param today the day it is
 * @param at the instant whose record is read: the end of a past day, or the exact instant that was asked for
 * @param exact whether an instant was asked for instead of a day
 * @param typed what was asked for when it cannot be used, else null
 * @param error why it cannot, else null; the page is then that of today
 */
public record Moment(
        LocalDate day,
        LocalDate today,
        Instant at,
        boolean exact,
        @Nullable String typed,
        @Nullable String error) {
    private static final String AS_OF = "asOf";
    private static final String KNOWN_AT = "knownAt";

    /**
     * What the address asks for.
     *
     * @param now the instant of the request
     * @param zone where the days of the page begin and end
     */
    public static Moment of(Context ctx, Instant now, ZoneId zone) {
        String asOf = text(ctx, AS_OF);
        String knownAt = text(ctx, KNOWN_AT);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (knownAt != null) {
            return asOf == null
                    ? known(knownAt, now, zone)
                    : refused(knownAt, "A page shows one moment: give asOf or knownAt, not both.", now, today);
        }
        return asOf == null ? present(now, today) : day(asOf, now, zone);
    }

    public boolean past() {
        return exact || day.isBefore(today);
    }

    public boolean future() {
        return !exact && day.isAfter(today);
    }

    public boolean present() {
        return !past() && !future();
    }

    /** Days from today to the day looked at. */
    public long ahead() {
        return ChronoUnit.DAYS.between(today, day);
    }

    /** The moment as it stands in an address: {@code asOf=2025-11-10}, empty for the present. */
    public String query() {
        return present() ? "" : (exact ? KNOWN_AT : AS_OF) + "=" + value();
    }

    /** The day, or the instant where one was asked for. */
    public String value() {
        return exact ? at.toString() : day.toString();
    }

    /** The same with a question mark, to be put behind a path. */
    public String suffix() {
        return present() ? "" : "?" + query();
    }

    /** The present, with a sentence about why this moment cannot be shown. */
    public Moment refused(String sentence, Instant now) {
        return refused(Dates.text(day), sentence, now, today);
    }

    /** The title of a page in this moment. */
    public String title(String title) {
        if (error != null) {
            return "Error: " + title;
        }
        return present() ? title : title + (past() ? ", as of " : ", projected to ") + Dates.text(day);
    }

    /**
     * Sends the browser to the address in which the day stands as a date, when it was typed otherwise; says whether that was the
     * answer. In a part of a page only the address changes.
     */
    public boolean rewritten(Context ctx) {
        String asOf = text(ctx, AS_OF);
        if (asOf == null || error != null || (!present() && asOf.equals(day.toString()))) {
            return false;
        }
        String others = ctx.queryParamMap().entrySet().stream()
                .filter(e -> !e.getKey().equals(AS_OF))
                .flatMap(e -> e.getValue().stream().map(v -> e.getKey() + "=" + Redirects.encode(v)))
                .collect(Collectors.joining("&"));
        String query =
                Stream.of(others, query()).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        String address = ctx.path() + (query.isEmpty() ? "" : "?" + query);
        if ("true".equals(ctx.header("HX-Request"))) {
            ctx.header("HX-Push-Url", address);
            return false;
        }
        ctx.redirect(address, HttpStatus.SEE_OTHER);
        return true;
    }

    /** The present. */
    public static Moment present(Instant now, ZoneId zone) {
        return present(now, now.atZone(zone).toLocalDate());
    }

    private static Moment present(Instant now, LocalDate today) {
        return new Moment(today, today, now, false, null, null);
    }

    private static Moment refused(String typed, String error, Instant now, LocalDate today) {
        return new Moment(today, today, now, false, typed, error);
    }

    private static Moment known(String typed, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant at;
        try {
            at = Instant.parse(typed);
        } catch (DateTimeException e) {
            return refused(typed, "Write knownAt as an instant, such as 2025-11-10T09:00:00Z.", now, today);
        }
        if (at.isAfter(now)) {
            return refused(typed, "Nothing is known of " + typed + " yet.", now, today);
        }
        return !Archive.reaches(at)
                ? refused(typed, Dates.RANGE, now, today)
                : new Moment(at.atZone(zone).toLocalDate(), today, at, true, null, null);
    }

    private static Moment day(String typed, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = Dates.find(typed).orElse(null);
        if (day == null) {
            return refused(typed, "Write a day, such as 10 Nov 2025 or 2025-11-10.", now, today);
        }
        if (!Archive.reaches(day)) {
            return refused(typed, Dates.RANGE, now, today);
        }
        LocalDate furthest = today.plusDays(Forecasts.LONGEST_DAYS);
        if (day.isAfter(furthest)) {
            return refused(typed, "A projection looks ahead to " + Dates.text(furthest) + " at most.", now, today);
        }
        Instant at = day.isBefore(today) ? Archive.endOf(day, zone) : now;
        return new Moment(day, today, at, false, null, null);
    }

    private static @Nullable String text(Context ctx, String name) {
        String text = ctx.queryParam(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
