package milepost.web.news;

import milepost.news.live.LiveChange;
import milepost.web.api.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A change as pages and programs get it. */
final class LiveJson {
    private LiveJson() {}

    static ObjectNode of(LiveChange change) {
        ObjectNode json = Json.object()
                .put("number", change.number())
                .put("at", change.at().toString())
                .put("roadmap", change.roadmap())
                .put("by", change.by())
                .put("flags", change.flags());
        ArrayNode milestones = json.putArray("milestones");
        change.milestones().forEach(milestones::add);
        return json;
    }
}
