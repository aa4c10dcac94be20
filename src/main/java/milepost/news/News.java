package milepost.news;

import java.util.Map;
import java.util.Optional;
import milepost.db.Database;
import milepost.flags.Watch;
import milepost.news.live.Live;
import milepost.news.live.LiveLog;
import milepost.news.outbox.Backoff;
import milepost.news.outbox.Deliveries;
import milepost.news.outbox.Outbox;
import milepost.news.outbox.Readers;
import milepost.news.outbox.Sender;
import milepost.news.outbox.Transport;
import milepost.news.subscription.Channel;
import milepost.news.subscription.Subscriptions;
import milepost.news.subscription.Ways;

/** Everything about news, wired. */
public final class News {
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Sender sender;
    private final Live live;

    /**
     * News of a database.
     *
     * @param transports the ways there are; without one of mail nobody can ask for mail
     */
    public News(Database database, Readers readers, Map<Channel, Transport> transports) {
        this.subscriptions = new Subscriptions(database, new Open(transports), readers::mayRead);
        this.deliveries = new Deliveries(database);
        this.live = new Live(database);
        this.sender = new Sender(database, readers, transports, new Backoff(Math::random));
    }

    /** The ways there are. */
    private record Open(Map<Channel, Transport> transports) implements Ways {
        @Override
        public boolean sends(Channel channel) {
            return transports.containsKey(channel);
        }

        @Override
        public Optional<String> findRefusal(Channel channel, String target) {
            return Optional.ofNullable(transports.get(channel)).flatMap(way -> way.findRefusal(target));
        }
    }

    /** What is to be told of everything that happens to flags. */
    public static Watch watch() {
        Watch outbox = new Outbox();
        Watch live = new LiveLog();
        return (tx, turns) -> {
            outbox.told(tx, turns);
            live.told(tx, turns);
        };
    }

    public Subscriptions subscriptions() {
        return subscriptions;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    /** What changed, for whoever stays connected. */
    public Live live() {
        return live;
    }

    public Sender sender() {
        return sender;
    }
}
