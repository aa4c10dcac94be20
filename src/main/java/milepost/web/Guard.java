package milepost.web;

import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.util.Locale;
import java.util.Set;
import milepost.access.People;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.signin.SessionCookie;
import org.jspecify.annotations.Nullable;

/** Stands before every route: who is it, may they, and did the request come from our own pages. */
final class Guard {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final People people;

    Guard(People people) {
        this.people = people;
    }

    /** Lets the request pass, sends it to sign in, or refuses it. */
    void check(Context ctx) {
        boolean safe = SAFE.contains(ctx.method().toString());
        String token = token(ctx);
        if (!safe && token == null && fromElsewhere(ctx)) {
            throw refused("This form was sent from another site. Open the page here and try again.");
        }
        Role needed = needed(ctx);
        if (needed == null) {
            return;
        }
        Visitor visitor = token == null ? bySession(ctx) : byToken(token);
        if (visitor == null) {
            askToSignIn(ctx, safe);
            return;
        }
        visitor.enter(ctx);
        if (!safe && token == null && !visitor.csrf().equals(sentToken(ctx))) {
            throw refused("The page was open since before you signed in. Reload it and send the form again.");
        }
        if (!visitor.person().role().covers(needed)) {
            throw refused(refusal(needed, visitor.person().role()));
        }
    }

    private @Nullable Visitor bySession(Context ctx) {
        String session = SessionCookie.find(ctx).orElse("");
        return people.findBySession(session)
                .map(person -> Visitor.of(person, session))
                .orElse(null);
    }

    private Visitor byToken(String token) {
        return people.findByToken(token)
                .map(person -> Visitor.of(person, token))
                .orElseThrow(() -> new UnauthorizedResponse("This token is not known, or it has ended."));
    }

    private static void askToSignIn(Context ctx, boolean safe) {
        if (ctx.path().startsWith("/api/")) {
            throw new UnauthorizedResponse("Send a token: Authorization: Bearer TOKEN.");
        }
        String next = safe ? "?next=" + Redirects.encode(Redirects.here(ctx)) : "";
        Redirects.to(ctx, "/sign-in" + next);
        ctx.skipRemainingHandlers();
    }

    /** The token of a program; only addresses for programs take one. */
    private static @Nullable String token(Context ctx) {
        String header = ctx.header("Authorization");
        boolean bearer =
                header != null && header.startsWith("Bearer ") && ctx.path().startsWith("/api/");
        return bearer ? header.substring("Bearer ".length()).strip() : null;
    }

    private static Problem refused(String sentence) {
        return new Problem(Problem.Kind.FORBIDDEN, sentence);
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
