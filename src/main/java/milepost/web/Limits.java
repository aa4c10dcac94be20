package milepost.web;

import io.javalin.config.JettyConfig;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** What the server takes at once, and for how long: beyond that it says so early instead of failing late. */
final class Limits {
    /** Requests that are worked on at once; more wait. */
    static final int AT_ONCE = 48;

    /** Requests that wait; more are turned away with 503. */
    static final int WAITING = 256;

    /** Open for as long as somebody looks on. */
    private static final Set<String> STREAMS = Set.of("/events", "/api/v1/events");

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(8);
    private static final int LARGEST_HEADERS = 16_384;
    private static final int PATIENCE = 10; // seconds
    private static final int SLOWEST_BODY = 100; // bytes a second

    private Limits() {}

    static void apply(JettyConfig jetty) {
        QueuedThreadPool threads = new QueuedThreadPool(AT_ONCE + 16, 8);
        threads.setName("web");
        jetty.threadPool = threads;
        jetty.modifyHttpConfiguration(Limits::http);
        jetty.modifyServer(server -> {
            QoSHandler busy = new QoSHandler();
            busy.setMaxRequestCount(AT_ONCE);
            busy.setMaxSuspendedRequestCount(WAITING);
            busy.setMaxSuspend(LONGEST_WAIT);
            STREAMS.forEach(busy::excludePath);
            busy.excludePath("/healthz");
            busy.setHandler(new Entrance());
            server.setErrorHandler(new Unreadable());
            server.setHandler(new GracefulHandler(busy));
            server.setStopTimeout(STOP.toMillis());
        });
    }

    /** Whether a body comes so slowly that it is not waited for: while it trickles it holds one of the places. */
    static boolean isTooSlow(long seconds, long bytes) {
        return seconds > PATIENCE && bytes / seconds < SLOWEST_BODY;
    }

    /** Gives every request on as it is to be carried out. */
    private static final class Entrance extends Handler.Wrapper {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            return super.handle(new Entering(request), response, callback);
        }
    }

    /**
     * A request as it is carried out: whatever can be had by GET can be asked for its head alone, for which the same is done and what
     * comes after the head is not sent; and a body that trickles ends with 408.
     */
    private static final class Entering extends Request.Wrapper {
        private final long begun = NanoTime.now();
        private final boolean head;
        private Content.@Nullable Chunk late;
        private long bytes;

        Entering(Request request) {
            super(request);
            this.head = request.getMethod().equals("HEAD") && !STREAMS.contains(Request.getPathInContext(request));
        }

        @Override
        public String getMethod() {
            return head ? "GET" : super.getMethod();
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk chunk = late == null ? super.read() : late;
            bytes += chunk == null ? 0 : chunk.remaining();
            return chunk;
        }

        @Override
        public void demand(Runnable arrived) {
            if (isTooSlow(NanoTime.secondsSince(begun), bytes)) {
                late = Content.Chunk.from(new TimeoutException("the body comes too slowly"));
                arrived.run();
            } else {
                super.demand(arrived);
            }
        }
    }

    private static void http(HttpConfiguration http) {
        http.setRequestHeaderSize(LARGEST_HEADERS);
        http.setIdleTimeout(IDLE.toMillis());
        http.setSendServerVersion(false);
    }
}
