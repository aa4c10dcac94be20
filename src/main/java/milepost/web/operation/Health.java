package milepost.web.operation;

import io.javalin.http.Context;
import milepost.facts.Reach;
import milepost.web.layout.Parts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the server is alive, and whether it can do its work now. */
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final Parts parts;

    public Health(Parts parts) {
        this.parts = parts;
    }

    /** It answers, so it lives. */
    public static void alive(Context ctx) {
        ctx.contentType("text/plain").result("ok");
    }

    /** 200 when the database answers and rules are in use, else 503 with the reason in a word. */
    public void ready(Context ctx) {
        ctx.contentType("text/plain");
        try {
            if (!parts.roadmaps().isThere()) {
                ctx.status(503).result("no database");
                return;
            }
            parts.roadmaps().keys(Reach.EVERYTHING);
            boolean rules = !parts.ruleset().get().rules().isEmpty();
            ctx.status(rules ? 200 : 503).result(rules ? "ready" : "no rules");
        } catch (RuntimeException e) {
            LOG.error("the database does not answer", e);
            ctx.status(503).result("no database");
        }
    }
}
