package milepost.web.api.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.Json;
import milepost.web.api.http.JsonReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an edit of the JSON that was sent, or refuses it with the place of every mistake. */
final class Drafts {
    private Drafts() {}

    /**
     * Reads a whole fact.
     *
     * @param before the fact as an answer shows it, null when it is to be added
     */
    static <T> Shape.Draft read(
            Shape<T> shape, ObjectNode sent, @Nullable ObjectNode before, Place place, long version) {
        ObjectNode rest = Json.object().setAll(sent);
        JsonReader in = new JsonReader(rest);
        withhold(in, rest, shape.given(), before);
        if (before != null) {
            for (String name : shape.fixed()) {
                if (!same(rest.get(name), before.get(name))) {
                    in.error(name, "This is set once; to change it remove the " + shape.noun() + " and add another.");
                }
            }
        }
        Shape.Draft draft = shape.read(in, place, version);
        in.finish();
        if (before == null) {
            return draft;
        }
        List<Edit> edits = new ArrayList<>(draft.edits());
        edits.addAll(shape.gone(sent, before));
        return new Shape.Draft(draft.key(), edits);
    }

    /** Takes out what nobody can set; sending it back as it was is no mistake. */
    static void withhold(JsonReader in, ObjectNode rest, Set<String> given, @Nullable ObjectNode before) {
        for (String name : given) {
            JsonNode sent = rest.remove(name);
            JsonNode known = before == null ? null : before.get(name);
            if (sent != null && !same(sent, known)) {
                in.error(name, "This follows from the record and cannot be set; leave it out.");
            }
        }
    }

    private static boolean same(@Nullable JsonNode a, @Nullable JsonNode b) {
        return Objects.equals(a, b) || String.valueOf(a).equals(String.valueOf(b));
    }
}
