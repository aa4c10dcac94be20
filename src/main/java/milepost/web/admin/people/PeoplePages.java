package milepost.web.admin.people;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import milepost.access.Accounts;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.oidc.SignOn;
import milepost.facts.Problem;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;

/** Who may use this server: the list, somebody new, and the page of each. */
public final class PeoplePages {
    private final Accounts accounts;
    private final Pages pages;
    private final @Nullable SignOn signOn;

    public PeoplePages(Parts parts, Pages pages) {
        this.accounts = parts.people().accounts();
        this.pages = pages;
        this.signOn = parts.signOn();
    }

    public void list(Context ctx) {
        show(ctx, new NewPerson("", "", Role.VIEWER.name(), null));
    }

    /** Adds somebody and shows the link that signs them in once. */
    public void add(Context ctx) {
        NewPerson typed = new NewPerson(
                field(ctx, "name").strip(), field(ctx, "displayName").strip(), role(ctx), null);
        try {
            accounts.add(by(ctx), typed.name(), typed.displayName(), Role.valueOf(typed.role()));
            one(ctx, typed.name(), accounts.link(by(ctx), typed.name()), null);
        } catch (Problem refused) {
            ctx.status(refused.kind() == Problem.Kind.CONFLICT ? 409 : 422);
            show(ctx, new NewPerson(typed.name(), typed.displayName(), typed.role(), refused));
        }
    }

    public void one(Context ctx) {
        one(ctx, ctx.pathParam("name"), null, null);
    }

    /** Makes a one-time link; the answer is the only place where it is shown. */
    public void link(Context ctx) {
        act(ctx, () -> one(ctx, ctx.pathParam("name"), accounts.link(by(ctx), ctx.pathParam("name")), null));
    }

    public void changeRole(Context ctx) {
        act(ctx, () -> {
            accounts.changeRole(by(ctx), ctx.pathParam("name"), Role.valueOf(role(ctx)));
            Redirects.to(ctx, path(ctx.pathParam("name")));
        });
    }

    /** Links somebody to a subject of the identity provider, or to none when it is left empty. */
    public void identity(Context ctx) {
        act(ctx, () -> {
            Person person = accounts.person(ctx.pathParam("name"));
            String subject = field(ctx, "subject").strip();
            if (signOn == null) {
                throw new Problem(Problem.Kind.CONFLICT, "No identity provider is set up here.");
            }
            if (subject.isEmpty()) {
                signOn.unlink(by(ctx), person);
            } else {
                signOn.link(by(ctx), person, subject);
            }
            Redirects.to(ctx, path(person.name()));
        });
    }

    public void disable(Context ctx) {
        act(ctx, () -> {
            accounts.disable(by(ctx), ctx.pathParam("name"));
            Redirects.to(ctx, path(ctx.pathParam("name")));
        });
    }

    public void enable(Context ctx) {
        act(ctx, () -> {
            accounts.enable(by(ctx), ctx.pathParam("name"));
            Redirects.to(ctx, path(ctx.pathParam("name")));
        });
    }

    /** Ends one session or token of a person. */
    public void end(Context ctx) {
        act(ctx, () -> {
            String id = ctx.pathParam("access");
            accounts.end(by(ctx), ctx.pathParam("name"), id.matches("[0-9]{1,12}") ? Long.parseLong(id) : 0);
            Redirects.to(ctx, path(ctx.pathParam("name")));
        });
    }

    /** What cannot be done is said on the page of the person. */
    private void act(Context ctx, Runnable deed) {
        try {
            deed.run();
        } catch (Problem refused) {
            if (refused.kind() == Problem.Kind.NOT_FOUND
                    && accounts.list().stream().noneMatch(p -> p.name().equals(ctx.pathParam("name")))) {
                throw refused;
            }
            ctx.status(409);
            one(ctx, ctx.pathParam("name"), null, refused.getMessage());
        }
    }

    private void show(Context ctx, NewPerson typed) {
        String title = (typed.problem() == null ? "" : "Error: ") + "People";
        PeopleView view = new PeopleView(accounts.list(), typed);
        pages.show(ctx, new Page(title, Place.ELSEWHERE, "milepost/web/admin/people/people.jte", view));
    }

    private void one(Context ctx, String name, @Nullable String link, @Nullable String error) {
        Person person = accounts.person(name);
        PersonView view = new PersonView(
                person,
                signOn == null
                        ? null
                        : new PersonView.Identity(
                                signOn.name(), signOn.findSubject(person).orElse("")),
                accounts.sessions(name),
                accounts.tokens(name),
                link == null ? null : ctx.scheme() + "://" + ctx.host() + "/sign-in/link/" + link,
                error);
        String title = (error == null ? "" : "Error: ") + name;
        pages.show(ctx, new Page(title, Place.ELSEWHERE, "milepost/web/admin/people/person.jte", view));
    }

    private static String role(Context ctx) {
        String asked = field(ctx, "role").toUpperCase(Locale.ROOT);
        boolean known =
                Arrays.stream(Role.values()).anyMatch(role -> role.name().equals(asked));
        if (!known) {
            throw new Problem(Problem.Kind.INVALID, "Choose a role.");
        }
        return asked;
    }

    private static String by(Context ctx) {
        return Visitor.person(ctx).name();
    }

    private static String path(String name) {
        return "/admin/people/" + name;
    }

    private static String field(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value;
    }
}
