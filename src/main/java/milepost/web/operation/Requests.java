package milepost.web.operation;

import io.javalin.http.Context;
import milepost.web.layout.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures every request and writes one line about it: no address with a secret in it, no query, no body. */
public final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger("milepost.requests");
    private static final String BEGUN = "begun";

    private final Metrics metrics;

    public Requests(Metrics metrics) {
        this.metrics = metrics;
    }

    /** The first thing that happens to a request. */
    public static void begin(Context ctx) {
        ctx.attribute(BEGUN, System.nanoTime());
    }

    /** The last. */
    public void end(Context ctx) {
        Long begun = ctx.attribute(BEGUN);
        long took = begun == null ? 0 : System.nanoTime() - begun;
        metrics.observe(ctx, took);
        String route = Metrics.route(ctx);
        if (LOG.isInfoEnabled() && !route.startsWith("/assets/")) {
            String who = Visitor.find(ctx).map(v -> v.person().name()).orElse("-");
            LOG.info("{} {} {} {} ms {}", ctx.method(), route, ctx.statusCode(), took / 1_000_000, who);
        }
    }
}
