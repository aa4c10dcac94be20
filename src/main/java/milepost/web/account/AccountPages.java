package milepost.web.account;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import milepost.access.Accounts;
import milepost.access.Person;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.signin.SessionCookie;
import org.jspecify.annotations.Nullable;

/** One's own sessions and tokens. */
public final class AccountPages {
    private final Accounts accounts;
    private final Parts parts;
    private final Pages pages;

    public AccountPages(Parts parts, Pages pages) {
        this.accounts = parts.people().accounts();
        this.parts = parts;
        this.pages = pages;
    }

    public void show(Context ctx) {
        show(ctx, NewToken.NONE, null);
    }

    /** Makes a token; the answer is the only place where it is shown. */
    public void token(Context ctx) {
        NewToken typed = new NewToken(
                field(ctx, "label").strip(),
                field(ctx, "role"),
                field(ctx, "expires").strip(),
                field(ctx, "roadmaps").strip(),
                null);
        try {
            Person me = Visitor.person(ctx);
            String secret = accounts.token(
                    me.name(),
                    me.name(),
                    new Accounts.Wish(role(typed.role()), typed.label(), end(typed), roadmaps(ctx, typed)));
            show(ctx, NewToken.NONE, secret);
        } catch (Problem refused) {
            ctx.status(422);
            show(ctx, typed.refused(refused), null);
        }
    }

    /** Ends one of one's own sessions or tokens. */
    public void end(Context ctx) {
        String id = ctx.pathParam("access");
        String me = Visitor.person(ctx).name();
        accounts.end(me, me, id.matches("[0-9]{1,12}") ? Long.parseLong(id) : 0);
        Redirects.to(ctx, "/account");
    }

    /** Signs out everywhere but in the browser that asks. */
    public void endOthers(Context ctx) {
        accounts.endOthers(Visitor.person(ctx).name(), SessionCookie.find(ctx).orElse(""));
        Redirects.to(ctx, "/account");
    }

    private void show(Context ctx, NewToken typed, @Nullable String secret) {
        Person me = Visitor.person(ctx);
        AccountView view = new AccountView(
                me,
                accounts.sessions(me.name()),
                accounts.tokens(me.name()),
                SessionCookie.find(ctx).map(parts.people()::mark).orElse(""),
                typed,
                secret);
        String title = (typed.problem() == null ? "" : "Error: ") + "Your account";
        pages.show(ctx, new Page(title, Place.ELSEWHERE, "milepost/web/account/account.jte", view));
    }

    private static Role role(String asked) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.of("role", "Choose a role for the token."));
    }

    /** The roadmaps that the token is limited to, each of which the person sees. */
    private Set<String> roadmaps(Context ctx, NewToken typed) {
        Set<String> keys = typed.keys();
        List<String> seen = parts.roadmaps().keys(Visitor.reach(ctx));
        keys.stream().filter(key -> !seen.contains(key)).findFirst().ifPresent(key -> {
            throw Problem.of(
                    "roadmaps", "There is no roadmap " + key + "; write keys such as REE, with commas between.");
        });
        return keys;
    }

    private static @Nullable Instant end(NewToken typed) {
        if (typed.expires().isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.expires())
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.of("expires", "Write the last day as 2026-12-31, or leave it empty for a year.");
        }
    }

    private static String field(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value;
    }
}
