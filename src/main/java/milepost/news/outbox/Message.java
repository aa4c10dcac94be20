package milepost.news.outbox;

import java.time.Instant;
import java.util.List;
import milepost.news.subscription.Subscription;

/**
 * What is to be sent.
 *
 * @param name the same however often it is sent
 * @param pieces what is told, oldest first; none in a test
 * @param now when it is sent
 */
public record Message(String name, Subscription subscription, List<Piece> pieces, Instant createdAt, Instant now) {
    public boolean test() {
        return pieces.isEmpty();
    }
}
