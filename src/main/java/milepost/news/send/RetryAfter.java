package milepost.news.send;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When to come back, as an HTTP answer says it: in seconds, or as a date in one of the three forms of RFC 9110. */
final class RetryAfter {
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.US),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US));

    private RetryAfter() {}

    /** How long to wait from now on; empty when nothing that can be understood is said, or the time has come. */
    static Optional<Duration> find(@Nullable String said, Instant now) {
        if (said == null) {
            return Optional.empty();
        }
        Optional<Duration> wait = said.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(said)))
                : date(said).map(then -> Duration.between(now, then));
        return wait.filter(time -> !time.isNegative() && !time.isZero());
    }

    private static Optional<Instant> date(String said) {
        for (DateTimeFormatter form : DATES) {
            try {
                return Optional.of(LocalDateTime.parse(said, form).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Optional.empty();
    }
}
