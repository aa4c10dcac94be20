package milepost.web;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import milepost.facts.Problem;
import milepost.web.layout.Uploads;
import org.slf4j.MDC;

/** What every answer carries, and what every request must keep to. */
final class Headers {
    /** Largest request body in bytes. */
    static final int LARGEST_BODY = 1_000_000;

    private static final String REQUEST = "request";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Headers() {}

    /** Marks the request with its own id and sets the headers that keep browsers careful. */
    static void begin(Context ctx) {
        byte[] bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        String hex = HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
        String id = hex.substring(0, 4) + "-" + hex.substring(4);
        ctx.attribute(REQUEST, id);
        MDC.put(REQUEST, id);
        ctx.header("X-Request-Id", id);
        ctx.header(
                "Content-Security-Policy",
                "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        boolean upload =
                ctx.path().endsWith("/import") && ctx.method().toString().equals("POST");
        if (ctx.contentLength() > (upload ? Uploads.LARGEST : LARGEST_BODY)) {
            throw upload ? Uploads.tooLarge() : new Problem(Problem.Kind.TOO_LARGE, tooLarge());
        }
    }

    static void end(Context ctx) {
        MDC.remove(REQUEST);
    }

    /** The id of this request, which is also the reference of an incident. */
    static String id(Context ctx) {
        String id = ctx.attribute(REQUEST);
        return id == null ? "" : id;
    }

    static String tooLarge() {
        return "What was sent is larger than " + LARGEST_BODY / 1_000_000 + " MB. Send less at a time.";
    }
}
