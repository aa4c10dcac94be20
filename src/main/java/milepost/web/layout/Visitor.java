package milepost.web.layout;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.member.Rights;
import milepost.facts.Reach;

/**
 * The signed-in person behind a request.
 *
 * @param person with the role that holds for this request: that on the roadmap it is about, if it is about one
 * @param rights what they may do on every roadmap
 * @param csrf what every form of this session must send back; it follows from the session and tells nothing about it
 */
public record Visitor(Person person, Rights rights, String csrf) {
    private static final String ATTRIBUTE = "visitor";

    /** The visitor of a session or a token. */
    public static Visitor of(Rights rights, String secret) {
        return new Visitor(rights.person(), rights, csrf(secret));
    }

    /** What the forms of a session send back. */
    public static String csrf(String session) {
        return hash("csrf " + session);
    }

    /** The same visitor in a request that is about one roadmap. */
    public Visitor on(String roadmap) {
        return new Visitor(rights.person(roadmap), rights, csrf);
    }

    /** Makes this the visitor of the request. */
    public void enter(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }

    /** Who is signed in. */
    public static Optional<Visitor> find(Context ctx) {
        return Optional.ofNullable(ctx.attribute(ATTRIBUTE));
    }

    /** The person signed in, on a route that needs one. */
    public static Person person(Context ctx) {
        return find(ctx).orElseThrow().person();
    }

    /** What the person signed in may do, on a route that needs one. */
    public static Rights rights(Context ctx) {
        return find(ctx).orElseThrow().rights();
    }

    /** The roadmaps that exist for the person signed in, on a route that needs one. */
    public static Reach reach(Context ctx) {
        return rights(ctx).reach();
    }

    /** Whether somebody is signed in who may do what needs this role. */
    public static boolean covers(Context ctx, Role role) {
        return find(ctx).map(v -> v.may(role)).orElse(false);
    }

    /** Whether they may do in this request what needs this role; writing rules does not depend on a roadmap. */
    public boolean may(Role role) {
        return role == Role.AUTHOR ? rights.may(role) : person.role().covers(role);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
