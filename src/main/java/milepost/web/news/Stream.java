package milepost.web.news;

import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import milepost.access.member.Rights;
import milepost.news.live.LiveChange;

/** One connection: what it has seen, and what its person may see now. */
final class Stream {
    private final SseClient client;
    private final String person;
    private final Supplier<Optional<Rights>> rights;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile long seen;

    /**
     * A connection.
     *
     * @param rights what its person may do now; nothing once their session has ended
     * @param seen the last number that the other side knows
     */
    Stream(SseClient client, String person, Supplier<Optional<Rights>> rights, long seen) {
        this.client = client;
        this.person = person;
        this.rights = rights;
        this.seen = seen;
    }

    String person() {
        return person;
    }

    long seen() {
        return seen;
    }

    /** Whether it was free and is the caller's now, to be given back with {@link #release}. */
    boolean take() {
        return busy.compareAndSet(false, true);
    }

    void release() {
        busy.set(false);
    }

    /** Sends what it has not seen and its person may read; ends when they are signed in no longer. */
    void tell(List<LiveChange> changes) {
        Rights now = rights.get().orElse(null);
        if (now == null) {
            close();
            return;
        }
        for (LiveChange change : changes) {
            if (client.terminated()) {
                return; // the other side has gone while it was written to
            }
            if (change.number() > seen) {
                if (change.telling() && now.mayRead(change.roadmap())) {
                    client.sendEvent("change", LiveJson.of(change).toString(), String.valueOf(change.number()));
                }
                seen = change.number();
            }
        }
    }

    /** Shows both sides that the connection is alive, and that the session is. */
    void beat() {
        if (rights.get().isEmpty()) {
            close();
        } else {
            client.sendEvent("beat", String.valueOf(seen), String.valueOf(seen));
        }
    }

    void onClose(Runnable work) {
        client.onClose(work);
        client.keepAlive();
    }

    void close() {
        client.close();
    }
}
