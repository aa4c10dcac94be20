package milepost.web;

import io.javalin.config.JettyConfig;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

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
            busy.setHandler(new HeadAsGet());
            server.setErrorHandler(new Unreadable());
            server.setHandler(new GracefulHandler(busy));
            server.setStopTimeout(STOP.toMillis());
        });
    }

    /** Whatever can be had by GET can be asked for its head alone: the same is done, and what comes after the head is not sent. */
    private static final class HeadAsGet extends Handler.Wrapper {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            boolean head = request.getMethod().equals("HEAD") && !STREAMS.contains(Request.getPathInContext(request));
            return super.handle(head ? new Get(request) : request, response, callback);
        }
    }

    private static final class Get extends Request.Wrapper {
        Get(Request head) {
            super(head);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }

    private static void http(HttpConfiguration http) {
        http.setRequestHeaderSize(LARGEST_HEADERS);
        http.setIdleTimeout(IDLE.toMillis());
        http.setSendServerVersion(false);
    }
}
