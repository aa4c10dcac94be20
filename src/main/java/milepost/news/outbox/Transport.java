package milepost.news.outbox;

import java.util.Optional;

/** A way by which messages leave this server. */
public interface Transport {
    /** Why nothing can ever be sent to an address, as far as that shows without asking anybody. */
    default Optional<String> findRefusal(String target) {
        return Optional.empty();
    }

    /** Returns when the other side has taken the message over. */
    void send(Message message) throws Undeliverable;
}
