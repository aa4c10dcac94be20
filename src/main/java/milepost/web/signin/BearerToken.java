package milepost.web.signin;

import io.javalin.http.Context;
import java.util.Optional;

/** The token with which a program signs each of its requests; only addresses for programs take one. */
public final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** The token of the request, which need not be known. */
    public static Optional<String> find(Context ctx) {
        String header = ctx.header("Authorization");
        return header != null
                        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                        && ctx.path().startsWith("/api/")
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
