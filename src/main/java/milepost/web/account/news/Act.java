package milepost.web.account.news;

import java.util.List;
import milepost.news.subscription.Subscription;

/**
 * What can be done with a subscription by a button.
 *
 * @param name last part of the address it is sent to
 */
public record Act(String name, String label) {
    private static final Act TEST = new Act("test", "Send a test");
    private static final Act PAUSE = new Act("pause", "Pause");
    private static final Act RESUME = new Act("resume", "Resume");
    private static final Act ASK = new Act("ask", "Send the link again");
    private static final Act END = new Act("end", "End");

    static List<Act> of(Subscription.State state) {
        return switch (state) {
            case ACTIVE -> List.of(TEST, PAUSE, END);
            case UNCONFIRMED -> List.of(ASK, END);
            case PAUSED, STOPPED, ENDED -> List.of(RESUME, END);
        };
    }
}
