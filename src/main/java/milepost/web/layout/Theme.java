package milepost.web.layout;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Set;

/** Light, dark or as the browser wishes; kept in a cookie so that a page arrives in the right colours. */
public final class Theme {
    private static final String COOKIE = "theme";
    private static final Set<String> CHOICES = Set.of("light", "dark", "system");

    private Theme() {}

    /** The theme of this browser. */
    public static String of(Context ctx) {
        String chosen = ctx.cookie(COOKIE);
        return chosen != null && CHOICES.contains(chosen) ? chosen : "system";
    }

    /** Keeps the choice of the form and goes back to where the visitor was. */
    public static void choose(Context ctx) {
        String chosen = ctx.formParam(COOKIE);
        if (chosen != null && CHOICES.contains(chosen)) {
            int year = (int) Duration.ofDays(365).toSeconds();
            ctx.cookie(new Cookie(COOKIE, chosen, "/", year, false, false, null, SameSite.LAX));
        }
        Redirects.to(ctx, Redirects.local(ctx.formParam("next")));
    }
}
