package milepost.web.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which part of a list is wanted: at most {@code limit} items after the place that the cursor names.
 *
 * @param after the sort key of the last item already seen, null for the beginning
 */
public record Paging(int limit, @Nullable String after) {
    private static final int USUAL = 100;
    private static final int MOST = 500;

    public static Paging of(Parameters query) {
        String cursor = query.text("cursor");
        return new Paging(query.whole("limit", USUAL, 1, MOST), cursor == null ? null : decoded(cursor));
    }

    /** The number that the cursor names, for lists in the order of a number. */
    public @Nullable Long afterNumber() {
        if (after == null) {
            return null;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw wrong();
        }
        return Long.valueOf(after);
    }

    /** The wanted part of a whole list, which is put in the order of its keys. */
    public <T> ObjectNode cut(List<T> all, Function<T, String> key, Function<T, ? extends JsonNode> json) {
        List<T> rest = all.stream()
                .filter(item -> after == null || key.apply(item).compareTo(after) > 0)
                .sorted((a, b) -> key.apply(a).compareTo(key.apply(b)))
                .limit(limit + 1L)
                .toList();
        return page(rest, key, json);
    }

    /** An empty list that says why it is empty. */
    public static ObjectNode none(@Nullable String note) {
        ObjectNode page = Json.object();
        page.putArray("items");
        return page.putNull("next").put("note", note);
    }

    /** A page of items that were fetched in order, one more than wanted if there are more. */
    public <T> ObjectNode page(List<T> fetched, Function<T, String> key, Function<T, ? extends JsonNode> json) {
        boolean more = fetched.size() > limit;
        List<T> items = more ? fetched.subList(0, limit) : fetched;
        ObjectNode page = Json.object();
        ArrayNode list = page.putArray("items");
        items.forEach(item -> list.add(json.apply(item)));
        if (more) {
            page.put("next", encoded(key.apply(items.get(limit - 1))));
        } else {
            page.putNull("next");
        }
        return page;
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            String key = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
            if (encoded(key).equals(cursor) && !Characters.unusable(key)) {
                return key;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw wrong();
        }
        throw wrong();
    }

    private static Refusal wrong() {
        return Refusal.parameter("cursor", "Send the cursor that a list gave as next, unchanged.");
    }
}
