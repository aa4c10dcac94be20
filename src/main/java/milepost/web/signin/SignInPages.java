package milepost.web.signin;

import io.javalin.http.Context;
import milepost.access.People;
import milepost.access.Person;
import milepost.access.Throttle;
import milepost.facts.Problem;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;

/** The pages to sign in, to sign out and to choose a password. */
public final class SignInPages {
    private final People people;
    private final @Nullable String provider;
    private final Pages pages;

    public SignInPages(Parts parts, Pages pages) {
        this.people = parts.people();
        this.provider = parts.signOn() == null ? null : parts.signOn().name();
        this.pages = pages;
    }

    public void form(Context ctx) {
        showForm(ctx, "", Redirects.local(ctx.queryParam("next")), null);
    }

    public void signIn(Context ctx) {
        String name = field(ctx, "name").strip();
        String next = Redirects.local(ctx.formParam("next"));
        try {
            SessionCookie.set(ctx, people.signIn(name, field(ctx, "password"), ctx.ip()));
            Redirects.to(ctx, next);
        } catch (Problem refused) {
            ctx.status(422);
            showForm(ctx, name, next, refused.getMessage());
        } catch (Throttle.TooMany refused) {
            ctx.status(429).header("Retry-After", "900");
            showForm(ctx, name, next, refused.getMessage());
        }
    }

    /** Only a button: programs that look at links in messages must not use them up. */
    public void link(Context ctx) {
        show(ctx, "Sign in", "link", new LinkView(ctx.path(), null));
    }

    public void useLink(Context ctx) {
        try {
            SessionCookie.set(ctx, people.signInWithLink(ctx.pathParam("token")));
            Redirects.to(ctx, "/password");
        } catch (Problem refused) {
            ctx.status(422);
            show(ctx, "Error: Sign in", "link", new LinkView(ctx.path(), refused.getMessage()));
        }
    }

    public void passwordForm(Context ctx) {
        show(ctx, "Choose a password", "password", view(ctx, null));
    }

    public void setPassword(Context ctx) {
        Person person = Visitor.person(ctx);
        String session = SessionCookie.find(ctx).orElse("");
        try {
            people.confirm(person, session, field(ctx, "current"));
            people.setPassword(person, field(ctx, "password"), session);
            Redirects.to(ctx, "/");
        } catch (Problem refused) {
            ctx.status(422);
            show(ctx, "Error: Choose a password", "password", view(ctx, refused.getMessage()));
        } catch (Throttle.TooMany refused) {
            ctx.status(429).header("Retry-After", "900");
            show(ctx, "Error: Choose a password", "password", view(ctx, refused.getMessage()));
        }
    }

    public void signOut(Context ctx) {
        SessionCookie.find(ctx).ifPresent(people::signOut);
        SessionCookie.remove(ctx);
        Redirects.to(ctx, "/sign-in");
    }

    private PasswordView view(Context ctx, @Nullable String error) {
        Person person = Visitor.person(ctx);
        String session = SessionCookie.find(ctx).orElse("");
        return new PasswordView(person.name(), people.mustConfirm(person, session), error);
    }

    private void showForm(Context ctx, String name, String next, @Nullable String error) {
        show(ctx, error == null ? "Sign in" : "Error: Sign in", "signin", new SignInView(name, next, provider, error));
    }

    private void show(Context ctx, String title, String template, Object view) {
        pages.show(ctx, new Page(title, Place.ELSEWHERE, "milepost/web/signin/" + template + ".jte", view));
    }

    private static String field(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value;
    }

    /** What was typed, where to go afterwards, how the identity provider is called if there is one, and what went wrong. */
    public record SignInView(
            String name,
            String next,
            @Nullable String provider,
            @Nullable String error) {

        /** Where the button of the provider leads. */
        public String address() {
            return "/sign-in/openid?next=" + Redirects.encode(next);
        }
    }

    /** Where the button of a one-time link leads, and what went wrong. */
    public record LinkView(String action, @Nullable String error) {}

    /** Whose password it will be, whether the one of now must be entered, and what went wrong. */
    public record PasswordView(
            String name, boolean confirms, @Nullable String error) {}
}
