package milepost.web.api.flags;

import java.util.List;
import milepost.facts.Problem;
import milepost.flags.ActResult;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagChanges;
import milepost.flags.life.FlagEvent;
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
        json.remove("ruleHash");
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

    /** What came of a bulk, flag by flag in the order sent. */
    static ObjectNode results(List<ActResult> results) {
        ObjectNode json = Json.object();
        json.put("done", results.stream().filter(r -> r.refusal() == null).count());
        ArrayNode list = json.putArray("results");
        for (ActResult result : results) {
            Problem refusal = result.refusal();
            ObjectNode line = list.addObject().put("id", result.id()).put("ok", refusal == null);
            line.set("flag", result.flag() == null ? null : of(result.flag()));
            line.put("refusal", refusal == null ? null : refusal.kind().name());
            line.put("detail", refusal == null ? null : refusal.getMessage());
            line.put(
                    "field",
                    refusal == null || refusal.fields().isEmpty()
                            ? null
                            : refusal.fields().get(0).field());
        }
        return json;
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
            if (event.detail() != null) {
                json.put("detail", event.detail());
            }
        }
        return list;
    }
}
