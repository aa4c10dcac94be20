package milepost.news.outbox;

import java.time.Instant;
import milepost.news.subscription.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way.
 *
 * @param person whose subscription it is for
 * @param name the same however often it is sent; receivers know a copy by it
 * @param attempts how often it was sent or was about to be
 * @param nextAt when it is sent next, while it waits
 * @param error what went wrong last; null when nothing did
 * @param endedAt when it arrived, or was given up
 * @param held whether it waits for its subscription, which is paused, stopped or not confirmed
 */
public record Delivery(
        long id,
        long subscription,
        String person,
        Channel channel,
        String target,
        String name,
        State state,
        int attempts,
        Instant nextAt,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant endedAt,
        boolean held) {
    static final String ASKING = "confirm-";

    /** How far it has come. */
    public enum State {
        WAITING,
        /** Somebody sends it; when that takes too long, somebody else may. */
        SENDING,
        SENT,
        /** Given up; an administrator may send it again. */
        DEAD,
        /** Not to be told any more: its subscription has ended, or its person may not read of it. */
        CANCELLED
    }

    /** Whether it asks the owner of an address whether they want to be written to. */
    public boolean asks() {
        return name.startsWith(ASKING);
    }

    /** Whether it says only that messages arrive. */
    public boolean test() {
        return name.startsWith("test-");
    }
}
