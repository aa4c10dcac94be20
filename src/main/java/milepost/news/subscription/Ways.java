package milepost.news.subscription;

import java.util.Optional;

/** The ways by which messages can leave, as far as somebody who asks for them has to know. */
public interface Ways {
    boolean sends(Channel channel);

    /** Why nothing can ever be sent to an address, in a sentence; found without asking anybody. */
    Optional<String> findRefusal(Channel channel, String target);
}
