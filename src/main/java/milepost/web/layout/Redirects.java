package milepost.web.layout;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Sending the browser to another page of this site, never elsewhere. */
public final class Redirects {
    private Redirects() {}

    /** To be read with GET, whatever the method of this request was. */
    public static void to(Context ctx, String path) {
        if ("true".equals(ctx.header("HX-Request"))) {
            ctx.status(HttpStatus.NO_CONTENT).header("HX-Redirect", path);
        } else {
            ctx.redirect(path, HttpStatus.SEE_OTHER);
        }
    }

    /** The path if it leads to a page of this site, else the first page. */
    public static String local(@Nullable String path) {
        if (path == null || !path.startsWith("/") || path.startsWith("//")) {
            return "/";
        }
        return path.chars().noneMatch(c -> c == '\\' || c < 0x20) ? path : "/";
    }

    /** A text as it must be written in the query of an address. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** This request's own path with its query. */
    public static String here(Context ctx) {
        String query = ctx.queryString();
        return query == null || query.isEmpty() ? ctx.path() : ctx.path() + "?" + query;
    }
}
