package milepost.web.api.facts;

import java.time.LocalDate;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.web.api.http.Json;
import org.jspecify.annotations.Nullable;
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

    /** The same with what other facts say of it, as far as it is not dated later than {@code day}. */
    static <T> ObjectNode of(Shape<T> shape, T fact, Snapshot snapshot, @Nullable LocalDate day) {
        ObjectNode json = of(shape, fact);
        shape.extend(fact, snapshot, day, json);
        return json;
    }

    static void stamp(ObjectNode json, Recorded recorded) {
        json.put("version", recorded.version());
        json.put("updatedAt", recorded.at().toString());
        json.put("updatedBy", recorded.by());
    }
}
