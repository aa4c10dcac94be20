package milepost.web.manager.members;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.member.Circle;
import milepost.access.member.Memberships;
import milepost.access.member.Visibility;
import milepost.facts.Problem;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Visitor;
import milepost.web.manager.members.MembersView.Done;
import milepost.web.manager.members.MembersView.Field;
import milepost.web.manager.members.MembersView.Typed;
import org.jspecify.annotations.Nullable;

/** The page of a roadmap's members. */
public final class MembersPages {
    private final Parts parts;
    private final Pages pages;
    private final Memberships members;

    public MembersPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
        this.members = parts.members();
    }

    public void list(Context ctx) {
        show(ctx, Typed.NOTHING, null);
    }

    /** Gives somebody a role of their own, or another one. */
    public void set(Context ctx) {
        Typed typed = new Typed(field(ctx, "person").strip(), field(ctx, "role"), null);
        act(ctx, typed, () -> {
            if (typed.person().isEmpty()) {
                throw Problem.of("person", "Choose somebody to add.");
            }
            Person person = parts.people().active("person", typed.person());
            Role role = Memberships.findRole(typed.role()).orElseThrow(() -> Problem.of("role", "Choose a role."));
            Role was = was(ctx);
            members.set(place(ctx), person, role, was);
            return was == null
                    ? done(ctx, person.displayName() + " is " + words(role) + " here.", removal(person, role))
                    : done(
                            ctx,
                            person.displayName() + " was " + words(was) + " and is " + words(role) + " here.",
                            setting(person, was, role));
        });
    }

    /** Takes somebody's own role away. */
    public void remove(Context ctx) {
        act(ctx, Typed.NOTHING, () -> {
            Person person = parts.people().accounts().person(ctx.pathParam("person"));
            Role was = was(ctx);
            members.remove(place(ctx), person, was);
            String now = person.displayName() + " has no role of their own here any more.";
            return was == null ? null : done(ctx, now, setting(person, was, null));
        });
    }

    /** Decides who sees the roadmap. */
    public void visibility(Context ctx) {
        act(ctx, Typed.NOTHING, () -> {
            Visibility wanted = Stream.of(Visibility.values())
                    .filter(v -> v.name().equals(field(ctx, "visibility")))
                    .findFirst()
                    .orElseThrow(() -> Problem.of("visibility", "Choose who sees the roadmap."));
            boolean closed = wanted == Visibility.MEMBERS;
            Visibility before = members.circle(place(ctx).roadmap()).visibility();
            members.show(place(ctx), wanted);
            String now = closed ? "Only members see this roadmap now." : "Everyone sees this roadmap now.";
            return done(ctx, now, new Back("/visibility", List.of(new Field("visibility", before.name()))));
        });
    }

    private interface Deed {
        @Nullable Done done();
    }

    /** What takes a deed back, below the address of the roadmap. */
    private record Back(String path, List<Field> fields) {}

    private void act(Context ctx, Typed typed, Deed deed) {
        try {
            show(ctx, Typed.NOTHING, deed.done());
        } catch (Problem refused) {
            ctx.status(refused.kind() == Problem.Kind.INVALID ? 422 : 409);
            show(ctx, new Typed(typed.person(), typed.role(), refused), null);
        }
    }

    private static Done done(Context ctx, String sentence, Back back) {
        return new Done(sentence, "/roadmaps/" + ctx.pathParam("key") + back.path(), back.fields());
    }

    private static Back removal(Person person, Role now) {
        return new Back("/members/" + person.name() + "/remove", List.of(new Field("was", now.name())));
    }

    private static Back setting(Person person, Role to, @Nullable Role now) {
        return new Back(
                "/members",
                List.of(
                        new Field("person", person.name()),
                        new Field("role", to.name()),
                        new Field("was", now == null ? "" : now.name())));
    }

    private void show(Context ctx, Typed typed, @Nullable Done done) {
        String key = ctx.pathParam("key");
        Circle circle = members.circle(key);
        List<Person> others = parts.people().list().stream()
                .filter(p -> !p.disabled()
                        && p.role() != Role.ADMIN
                        && circle.find(p.name()).isEmpty())
                .toList();
        MembersView view = new MembersView(
                parts.roadmaps().snapshot(key).roadmap(), circle, Visitor.person(ctx), others, typed, done);
        String title = (typed.problem() == null ? "" : "Error: ") + "Members";
        pages.show(ctx, new Page(title, Place.PORTFOLIO, "milepost/web/manager/members/members.jte", view));
    }

    private static Memberships.Place place(Context ctx) {
        return new Memberships.Place(Visitor.person(ctx), ctx.pathParam("key"));
    }

    private static @Nullable Role was(Context ctx) {
        return Memberships.findRole(field(ctx, "was")).orElse(null);
    }

    private static String words(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String field(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value;
    }
}
