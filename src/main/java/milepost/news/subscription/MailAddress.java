package milepost.news.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address that a person asked to be written to. Nothing but the question is sent there until its owner says yes.
 *
 * @param address in small letters
 * @param subscription whose key makes the link in the question
 * @param dueAt since when the question waits to be sent; null when it does not
 * @param askedAt when it was sent last; null when it never was
 * @param asked how often it was sent lately
 * @param expiresAt until when its link is good; null before it was sent
 */
public record MailAddress(
        String person,
        String address,
        State state,
        long subscription,
        @Nullable Instant dueAt,
        @Nullable Instant askedAt,
        int asked,
        @Nullable Instant expiresAt) {
    /** How long the link in a question is good. */
    public static final Duration LIFE = Duration.ofDays(7);

    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final Duration LATELY = Duration.ofHours(24);
    private static final int MOST_LATELY = 3;

    /** What its owner said. */
    public enum State {
        ASKED,
        CONFIRMED,
        /** Its owner wants no mail that this person asks for. */
        DECLINED
    }

    /** The same for all spellings of one address. */
    static String of(String target) {
        return target.toLowerCase(Locale.ROOT);
    }

    /** Whether its owner may be asked, as they are not to be pestered. */
    boolean mayBeAsked(Instant now) {
        return state == State.ASKED
                && dueAt == null
                && (askedAt == null
                        || !askedAt.plus(asked < MOST_LATELY ? BETWEEN : LATELY).isAfter(now));
    }

    /** How often its owner was asked lately, when they are asked now. */
    int askedWith(Instant now) {
        return askedAt == null || !askedAt.plus(LATELY).isAfter(now) ? 1 : asked + 1;
    }

    boolean expired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
