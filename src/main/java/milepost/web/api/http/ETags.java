package milepost.web.api.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Entity tags and the conditions made with them.
 *
 * <p>A fact that is read as it stands has the tag {@code "VERSION"}, a milestone with attributes {@code "VERSION.HASH"}. Where more than the version shows in the answer a hash of
 * the answer follows, {@code "VERSION-HASH"}; a condition for an edit looks at the version only.
 */
public final class ETags {
    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"");

    private ETags() {}

    /** The tag of a fact as it stands. */
    public static String of(long version) {
        return of(String.valueOf(version));
    }

    /** The tag of a fact with what belongs to it. */
    public static String of(String state) {
        return "\"" + state + "\"";
    }

    /** The tag of a fact in an answer that shows more than the fact. */
    public static String of(long version, JsonNode body) {
        return of(String.valueOf(version), body);
    }

    /** The tag of a fact with what belongs to it in an answer that shows more than both. */
    public static String of(String version, JsonNode body) {
        return "\"" + version + "-" + hash(body) + "\"";
    }

    /** Answers with this object, or with 304 when the client says it has it already. */
    public static void answer(Context ctx, @Nullable String tag, JsonNode body) {
        String sent = tag == null ? "W/\"" + hash(body) + "\"" : tag;
        ctx.header("ETag", sent);
        ctx.header("Cache-Control", "private, no-cache");
        String known = ctx.header("If-None-Match");
        boolean same = known != null && tags(known).stream().anyMatch(t -> t.equals("*") || bare(t).equals(bare(sent)));
        if (same) {
            ctx.status(304).contentType("application/json");
        } else {
            Json.answer(ctx, 200, body);
        }
    }

    /** Refuses an edit unless it says that it was made on this version: 428 without a condition, 400 for none that can be read, 412 with another. */
    public static void demand(Context ctx, long version) {
        demand(ctx, String.valueOf(version));
    }

    /** The same for an edit of a fact with what belongs to it. */
    public static void demand(Context ctx, String version) {
        String condition = ctx.header("If-Match");
        if (condition == null || condition.isBlank()) {
            throw Refusal.header(428, "If-Match", "Send the ETag of what you edited: If-Match: " + of(version) + ".");
        }
        List<String> tags = tags(condition);
        if (!tags.stream().allMatch(t -> t.equals("*") || TAG.matcher(t).matches())) {
            throw Refusal.header(
                    400,
                    "If-Match",
                    "This is no ETag: it stands in double quotes, just as it was sent, such as If-Match: " + of(version)
                            + "; * edits whatever version is there.");
        }
        boolean matches =
                tags.stream().anyMatch(t -> t.equals("*") || version(t).equals(of(version)));
        if (!matches) {
            throw stale(of(version));
        }
    }

    /** The refusal of an edit that was made on another version. */
    public static Refusal stale(long version) {
        return stale("version " + version);
    }

    private static Refusal stale(String now) {
        return Refusal.header(
                412,
                "If-Match",
                "This was changed meanwhile: it is now " + now + ". Get it again and repeat the edit.");
    }

    private static List<String> tags(String header) {
        return Arrays.stream(header.split(",")).map(String::strip).toList();
    }

    private static String bare(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static String version(String tag) {
        return tag.indexOf('-') < 0 ? tag : tag.replaceFirst("^\"([0-9]+([.][0-9a-f]+)?)-[0-9a-f]+\"$", "\"$1\"");
    }

    private static String hash(JsonNode body) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(body.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
