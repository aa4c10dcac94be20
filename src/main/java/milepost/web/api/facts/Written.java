package milepost.web.api.facts;

import milepost.facts.Recorded;
import milepost.web.api.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** Facts as they stand in answers: their fields in order, then version, time and name of the last edit. */
final class Written {
    private Written() {}

    static <T> ObjectNode of(Shape<T> shape, T fact) {
        ObjectNode json = Json.object();
        shape.complete(fact, json);
        json.setAll(Json.of(fact));
        json.remove("recorded");
        stamp(json, shape.recorded(fact));
        return json;
    }

    static void stamp(ObjectNode json, Recorded recorded) {
        json.put("version", recorded.version());
        json.put("updatedAt", recorded.at().toString());
        json.put("updatedBy", recorded.by());
    }
}
