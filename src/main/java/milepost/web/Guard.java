package milepost.web;

import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import milepost.access.People;
import milepost.access.Role;
import milepost.access.member.Memberships;
import milepost.access.member.Rights;
import milepost.facts.Problem;
import milepost.web.layout.Parts;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.signin.BearerToken;
import milepost.web.signin.SessionCookie;
import org.jspecify.annotations.Nullable;

/** Stands before every route: who is it, may they, and did the request come from our own pages. */
final class Guard {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final People people;
    private final Memberships members;
    private final Concern concern;

    Guard(Parts parts) {
        this.people = parts.people();
        this.members = parts.members();
        this.concern = new Concern(parts);
    }

    /** Lets the request pass, sends it to sign in, or refuses it. */
    void check(Context ctx) {
        boolean safe = SAFE.contains(ctx.method().toString());
        String token = BearerToken.find(ctx).orElse(null);
        if (!safe && token == null && fromElsewhere(ctx)) {
            throw refused("This form was sent from another site. Open the page here and try again.");
        }
        Access access = access(ctx);
        if (access == Access.ANYONE) {
            return;
        }
        Visitor visitor = token == null ? bySession(ctx) : byToken(token);
        if (visitor == null) {
            askToSignIn(ctx, safe);
            return;
        }
        if (!safe && token == null && !visitor.csrf().equals(sentToken(ctx))) {
            visitor.enter(ctx);
            throw refused("The page was open since before you signed in. Reload it and send the form again.");
        }
        enter(ctx, visitor, access);
    }

    /** Lets the visitor in with the role that holds here; a roadmap that is not for them answers as one that is not there. */
    private void enter(Context ctx, Visitor visitor, Access access) {
        visitor.enter(ctx);
        Visitor here =
                concern.findRoadmap(ctx, visitor.rights()).map(visitor::on).orElse(visitor);
        here.enter(ctx);
        Role needed = Objects.requireNonNull(access.role());
        boolean may = access.anywhere() ? visitor.rights().mayAnywhere(needed) : here.may(needed);
        if (!may) {
            throw refused(refusal(ctx, needed, here.person().role()));
        }
    }

    private @Nullable Visitor bySession(Context ctx) {
        String session = SessionCookie.find(ctx).orElse("");
        return people.findBySession(session)
                .map(person -> Visitor.of(members.rights(person), session))
                .orElse(null);
    }

    private Visitor byToken(String token) {
        return people.findToken(token)
                .map(held -> Visitor.of(
                        members.rights(held.person(), new Rights.Limit(held.role(), held.roadmaps())), token))
                .orElseThrow(() -> new UnauthorizedResponse("This token is not known, or it has ended."));
    }

    private static void askToSignIn(Context ctx, boolean safe) {
        if (ctx.path().startsWith("/api/")) {
            throw new UnauthorizedResponse("Send a token: Authorization: Bearer TOKEN.");
        }
        String next = safe ? "?next=" + Redirects.encode(Redirects.here(ctx)) : "";
        Redirects.to(ctx, "/sign-in" + next);
        Leftovers.drop(ctx);
        ctx.skipRemainingHandlers();
    }

    private static Problem refused(String sentence) {
        return new Problem(Problem.Kind.FORBIDDEN, sentence);
    }

    private static Access access(Context ctx) {
        return (Access) ctx.routeRoles().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("route without access: " + ctx.path()));
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

    private static String refusal(Context ctx, Role needed, Role held) {
        boolean token = BearerToken.find(ctx).isPresent();
        return "This needs the role " + needed.name().toLowerCase(Locale.ROOT) + ". "
                + (token ? "The token you sent has the role " : "You are signed in with the role ")
                + held.name().toLowerCase(Locale.ROOT)
                + (token ? " here; send one that may do more." : "; ask an administrator to change it.");
    }
}
