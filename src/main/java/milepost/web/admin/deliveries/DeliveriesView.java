package milepost.web.admin.deliveries;

import java.util.List;
import java.util.Map;
import milepost.news.outbox.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * What became of messages.
 *
 * @param state which are shown; null for all
 * @param tally how many there are of each state
 * @param held transitions that wait for their hour
 * @param next address of those before these; null when there are none
 * @param done what was done just now; null for nothing
 */
public record DeliveriesView(
        Delivery.@Nullable State state,
        Map<Delivery.State, Long> tally,
        long held,
        List<Row> rows,
        @Nullable String next,
        @Nullable String done) {

    /**
     * One message.
     *
     * @param to without the part of an address that may be secret
     * @param when it ended, or is sent next
     */
    public record Row(Delivery delivery, String to, String when) {}

    public long dead() {
        return tally.getOrDefault(Delivery.State.DEAD, 0L);
    }
}
