package milepost.web.signin;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/** The cookie that carries a session; scripts cannot read it and other sites cannot send it along with a form. */
public final class SessionCookie {
    private static final String NAME = "milepost_session";

    private SessionCookie() {}

    /** The session this browser says it has. */
    public static Optional<String> find(Context ctx) {
        return Optional.ofNullable(ctx.cookie(NAME)).filter(token -> !token.isEmpty());
    }

    /** Gives the browser a session until it is closed; how long the session is good is not the browser's to say. */
    static void set(Context ctx, String session) {
        ctx.cookie(cookie(ctx, session, -1));
    }

    static void remove(Context ctx) {
        ctx.cookie(cookie(ctx, "", 0));
    }

    private static Cookie cookie(Context ctx, String value, int maxAge) {
        return new Cookie(NAME, value, "/", maxAge, "https".equals(ctx.scheme()), true, null, SameSite.LAX);
    }
}
