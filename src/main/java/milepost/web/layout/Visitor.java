package milepost.web.layout;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import milepost.access.Person;
import milepost.access.Role;

/**
 * The signed-in person behind a request.
 *
 * @param csrf what every form of this session must send back; it follows from the session and tells nothing about it
 */
public record Visitor(Person person, String csrf) {
    private static final String ATTRIBUTE = "visitor";

    /** The visitor of a session. */
    public static Visitor of(Person person, String session) {
        return new Visitor(person, hash("csrf " + session));
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

    /** Whether somebody is signed in who may do what needs this role. */
    public static boolean covers(Context ctx, Role role) {
        return find(ctx).map(v -> v.person().role().covers(role)).orElse(false);
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
