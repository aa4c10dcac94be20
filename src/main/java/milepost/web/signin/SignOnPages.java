package milepost.web.signin;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.SameSite;
import java.net.URI;
import milepost.access.oidc.SignOn;
import milepost.facts.Problem;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import org.jspecify.annotations.Nullable;

/** Signing in through the identity provider: there, and back with its answer. */
public final class SignOnPages {
    private static final String COOKIE = "milepost_sign_on";
    private static final int SECONDS = 600;

    private final @Nullable SignOn signOn;
    private final Pages pages;

    public SignOnPages(Parts parts, Pages pages) {
        this.signOn = parts.signOn();
        this.pages = pages;
    }

    /** Sends the browser to the provider. */
    public void begin(Context ctx) {
        String next = Redirects.local(ctx.queryParam("next"));
        try {
            SignOn.Begun begun = signOn().begin(site(ctx) + "/sign-in/openid/callback", next);
            ctx.cookie(cookie(ctx, begun.browser(), SECONDS));
            ctx.header("Cache-Control", "no-store").redirect(begun.address().toString());
        } catch (Problem refused) {
            refused(ctx, next, refused);
        }
    }

    /** Takes the provider's answer. */
    public void finish(Context ctx) {
        String kept = ctx.cookie(COOKIE);
        ctx.cookie(cookie(ctx, "", 0));
        try {
            URI answer = URI.create(site(ctx) + Redirects.here(ctx));
            SignOn.Done done = signOn().finish(answer, ctx.queryParam("state"), kept == null ? "" : kept);
            SessionCookie.set(ctx, done.session());
            Redirects.to(ctx, Redirects.local(done.next()));
        } catch (Problem refused) {
            refused(ctx, "/", refused);
        } catch (IllegalArgumentException e) {
            refused(ctx, "/", new Problem(Problem.Kind.INVALID, "The answer could not be read. Begin again."));
        }
    }

    private SignOn signOn() {
        if (signOn == null) {
            throw new NotFoundResponse();
        }
        return signOn;
    }

    private void refused(Context ctx, String next, Problem refused) {
        ctx.status(422);
        var view = new SignInPages.SignInView("", next, signOn().name(), refused.getMessage());
        pages.show(ctx, new Page("Error: Sign in", Place.ELSEWHERE, "milepost/web/signin/signin.jte", view));
    }

    /** Kept from scripts and other sites, and sent back when the provider sends the browser here again. */
    private static Cookie cookie(Context ctx, String value, int maxAge) {
        return new Cookie(COOKIE, value, "/sign-in", maxAge, "https".equals(ctx.scheme()), true, null, SameSite.LAX);
    }

    private static String site(Context ctx) {
        return ctx.scheme() + "://" + ctx.host();
    }
}
