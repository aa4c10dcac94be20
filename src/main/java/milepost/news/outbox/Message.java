package milepost.news.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import milepost.news.subscription.Subscription;

/**
 * What is to be sent.
 *
 * @param name the same however often it is sent
 * @param pieces what is told, oldest first; none in a test and in a question
 * @param links through which its reader reports about what a piece tells of, by the number of its transition
 * @param now when it is sent
 */
public record Message(
        String name,
        Subscription subscription,
        List<Piece> pieces,
        Map<Long, Readers.Link> links,
        Instant createdAt,
        Instant now) {
    /** So many pieces are told one by one in a mail. */
    public static final int MOST = 100;

    /** Whether it asks the owner of an address whether they want to be written to. */
    public boolean asks() {
        return name.startsWith(Delivery.ASKING);
    }

    /** Whether it says only that messages arrive. */
    public boolean test() {
        return pieces.isEmpty() && !asks();
    }
}
