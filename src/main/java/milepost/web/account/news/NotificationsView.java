package milepost.web.account.news;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks to be told.
 *
 * @param choices what the form offers
 * @param done what was done just now; null for nothing
 * @param secret the key of a webhook that was just made; shown only now
 */
public record NotificationsView(
        List<Row> rows,
        SubscriptionForm form,
        Choices choices,
        @Nullable String secret,
        @Nullable String done,
        Addresses feed) {

    /**
     * Addresses for readers of feeds.
     *
     * @param fresh one just made, which is shown once; else null
     */
    public record Addresses(List<Address> all, @Nullable String fresh) {}

    /** An address of the visitor; the address itself is not stored. */
    public record Address(long id, String created) {}

    /**
     * One subscription.
     *
     * @param what which flags, in words
     * @param state in a word; empty when it is active
     * @param why why it is not active without its person's doing; else null
     * @param last what became of its newest message; null when there was none
     */
    public record Row(
            long id,
            String what,
            String occasions,
            String to,
            String when,
            String state,
            @Nullable String why,
            List<Act> acts,
            @Nullable String last) {}

    /**
     * What the form offers.
     *
     * @param mail whether this server can send mail
     */
    public record Choices(boolean mail, List<Roadmap> roadmaps, List<String> rules) {}

    /** A roadmap to choose. */
    public record Roadmap(String key, String title) {}
}
