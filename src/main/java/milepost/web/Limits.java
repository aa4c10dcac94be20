package milepost.web;

import io.javalin.config.JettyConfig;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** What the server takes at once, and for how long: beyond that it says so early instead of failing late. */
final class Limits {
    /** Requests that are worked on at once; more wait. */
    static final int AT_ONCE = 48;

    /** Requests that wait; more are turned away with 503. */
    static final int WAITING = 256;

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
            busy.excludePath("/events", "/api/v1/events", "/healthz"); // open for as long as somebody looks on
            server.setErrorHandler(new Unreadable());
            server.setHandler(new GracefulHandler(busy));
            server.setStopTimeout(STOP.toMillis());
        });
    }

    private static void http(HttpConfiguration http) {
        http.setRequestHeaderSize(LARGEST_HEADERS);
        http.setIdleTimeout(IDLE.toMillis());
        http.setSendServerVersion(false);
    }
}
