package milepost.news.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person wants to be told of, how and when.
 *
 * @param person name of the one who made it; without the right to read a roadmap nothing of it is told
 * @param target where to: a mail address, or the address of a program
 * @param keys what signs its messages and ends it from a mail
 * @param why why it is not active; null when it is, or when that was its person's own doing
 */
public record Subscription(
        long id,
        String person,
        Channel channel,
        String target,
        Filter filter,
        Rhythm rhythm,
        State state,
        @Nullable String why,
        Instant createdAt,
        Keys keys) {

    /** Whether anything is told. */
    public enum State {
        ACTIVE,
        /** Nothing is gathered until it goes on. */
        PAUSED,
        /** Nothing is told before the owner of the address has said yes. */
        UNCONFIRMED,
        /** Nothing gets through to the address: what comes is held until the person lets it go on. */
        STOPPED,
        /** Over for ever: by its person, or from a mail. */
        ENDED
    }

    /** The same, told or not told for no other reason than this. */
    Subscription standing(State other) {
        return new Subscription(id, person, channel, target, filter, rhythm, other, null, createdAt, keys);
    }

    public boolean active() {
        return state == State.ACTIVE;
    }
}
