package milepost.web.api.flags;

import java.util.List;
import milepost.flags.Flag;
import milepost.flags.FlagChanges;
import milepost.flags.FlagEvent;
import milepost.roadmap.Saved;
import milepost.web.api.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Flags as they stand in answers. */
public final class FlagJson {
    private FlagJson() {}

    /** A flag without its history; one that a dry run would raise has no id yet. */
    public static ObjectNode of(Flag flag) {
        ObjectNode json = Json.of(flag);
        if (flag.id() == 0) {
            json.putNull("id");
        }
        return json;
    }

    public static ArrayNode list(List<Flag> flags) {
        ArrayNode list = Json.object().arrayNode();
        flags.forEach(flag -> list.add(of(flag)));
        return list;
    }

    /** Adds what an edit did to flags, and which rules failed in it. */
    public static void addChanges(ObjectNode json, Saved saved) {
        FlagChanges changes = saved.flags();
        ObjectNode flags = json.putObject("flags");
        flags.set("raised", list(changes.raised()));
        flags.set("reopened", list(changes.reopened()));
        flags.set("reworded", list(changes.reworded()));
        flags.set("escalated", list(changes.escalated()));
        flags.set("resolved", list(changes.resolved()));
        json.set("setAside", Json.value(saved.setAside()));
    }

    static ArrayNode history(List<FlagEvent> events) {
        ArrayNode list = Json.object().arrayNode();
        for (FlagEvent event : events) {
            ObjectNode json = list.addObject();
            json.put("at", event.at().toString());
            json.put("event", event.event().name());
            json.set("cause", Json.of(event.cause()));
            json.put("severity", event.severity().name());
            json.put("message", event.message());
            json.put("ruleset", event.ruleset());
            if (event.decision() != null) {
                json.set("decision", Json.of(event.decision()));
            }
        }
        return list;
    }
}
