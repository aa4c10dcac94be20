package milepost.web.api.http;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON merge patch (RFC 7396): null clears, objects merge, everything else replaces. */
public final class MergePatch {
    private MergePatch() {}

    /** The object with the patch applied; neither is changed, what the patch does not name is shared. */
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = Json.object().setAll(target);
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                merged.remove(field.getKey());
            } else if (value instanceof ObjectNode inner) {
                ObjectNode before = merged.get(field.getKey()) instanceof ObjectNode o ? o : Json.object();
                merged.set(field.getKey(), apply(before, inner));
            } else {
                merged.set(field.getKey(), value);
            }
        }
        return merged;
    }
}
