package milepost.web.api.people;

import io.javalin.http.Context;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.member.Circle;
import milepost.access.member.Member;
import milepost.access.member.Memberships;
import milepost.access.member.Visibility;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.JsonReader;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The members of a roadmap, and who sees it. Every change answers with how it stands then. */
public final class MembersApi {
    private final Parts parts;
    private final Memberships members;

    public MembersApi(Parts parts) {
        this.parts = parts;
        this.members = parts.members();
    }

    public void list(Context ctx) {
        Parameters.of(ctx);
        ETags.answer(ctx, null, json(members.circle(roadmap(ctx))));
    }

    /** Gives somebody a role of their own. */
    public void set(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        String name = in.text("person");
        Role role = in.optionalOneOf("role", Role.class);
        Role was = in.optionalOneOf("was", Role.class);
        if (role == null) {
            in.error("role", "Send VIEWER, OFFICER or MANAGER.");
        }
        in.finish();
        Person person = parts.people().active("person", name);
        members.set(place(ctx), person, role == null ? Role.VIEWER : role, seen(ctx, name, was));
        answer(ctx);
    }

    /** Takes somebody's own role away. */
    public void remove(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        Role was = in.optionalOneOf("was", Role.class);
        in.finish();
        String name = ctx.pathParam("person");
        members.remove(place(ctx), parts.people().accounts().person(name), seen(ctx, name, was));
        answer(ctx);
    }

    /** Decides who sees the roadmap. */
    public void show(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        Visibility wanted = in.optionalOneOf("visibility", Visibility.class);
        if (wanted == null) {
            in.error("visibility", "Send EVERYONE or MEMBERS.");
        }
        in.finish();
        members.show(place(ctx), wanted == null ? Visibility.EVERYONE : wanted);
        answer(ctx);
    }

    /** What whoever sends this takes somebody's role to be: what they say, else what it is now. */
    private @Nullable Role seen(Context ctx, String name, @Nullable Role was) {
        return was != null
                ? was
                : members.circle(roadmap(ctx)).find(name).map(Member::role).orElse(null);
    }

    private void answer(Context ctx) {
        Json.answer(ctx, 200, json(members.circle(roadmap(ctx))));
    }

    private static Memberships.Place place(Context ctx) {
        return new Memberships.Place(Visitor.person(ctx), roadmap(ctx));
    }

    private static String roadmap(Context ctx) {
        return ctx.pathParam("roadmap");
    }

    private static ObjectNode json(Circle circle) {
        ObjectNode json = Json.object().put("visibility", circle.visibility().name());
        ArrayNode list = json.putArray("members");
        for (Member member : circle.members()) {
            list.addObject()
                    .put("person", member.person().name())
                    .put("name", member.person().displayName())
                    .put("role", member.role().name())
                    .put("elsewhere", member.person().role().name())
                    .put("disabled", member.person().disabled())
                    .put("since", member.since().toString());
        }
        return json;
    }
}
