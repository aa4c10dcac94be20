package milepost.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.web.layout.Redirects;
import milepost.web.layout.SignIn;
import milepost.web.layout.Visitor;
import milepost.web.signin.SessionCookie;
import org.jspecify.annotations.Nullable;

/** Stands before every route: who is it, may they, and did the request come from our own pages. */
final class Guard {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final SignIn signIn;

    Guard(SignIn signIn) {
        this.signIn = signIn;
    }

    /** Lets the request pass, sends it to sign in, or refuses it. */
    void check(Context ctx) {
        boolean safe = SAFE.contains(ctx.method().toString());
        if (!safe && fromElsewhere(ctx)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, "This form was sent from another site. Open the page here and try again.");
        }
        Role needed = needed(ctx);
        if (needed == null) {
            return;
        }
        SessionCookie.find(ctx)
                .ifPresent(session -> signIn.findPerson(session)
                        .ifPresent(person -> Visitor.of(person, session).enter(ctx)));
        Visitor visitor = Visitor.find(ctx).orElse(null);
        if (visitor == null) {
            String next = safe ? "?next=" + Redirects.encode(Redirects.here(ctx)) : "";
            Redirects.to(ctx, "/sign-in" + next);
            ctx.skipRemainingHandlers();
            return;
        }
        if (!safe && !visitor.csrf().equals(sentToken(ctx))) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "The page was open since before you signed in. Reload it and send the form again.");
        }
        if (!visitor.person().role().covers(needed)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, refusal(needed, visitor.person().role()));
        }
    }

    private static @Nullable Role needed(Context ctx) {
        Access access = (Access) ctx.routeRoles().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("route without access: " + ctx.path()));
        return access.role();
    }

    private static boolean fromElsewhere(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        String origin = ctx.header("Origin");
        boolean otherSite = site != null && !site.equals("same-origin") && !site.equals("none");
        boolean otherOrigin =
                origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(ctx.host());
        return otherSite || otherOrigin;
    }

    private static String sentToken(Context ctx) {
        String header = ctx.header("X-CSRF-Token");
        String field = header == null ? ctx.formParam("csrf") : header;
        return field == null ? "" : field;
    }

    private static String refusal(Role needed, Role held) {
        return "This needs the role " + needed.name().toLowerCase(Locale.ROOT) + ". You are signed in with the role "
                + held.name().toLowerCase(Locale.ROOT) + "; ask an administrator to change it.";
    }
}
