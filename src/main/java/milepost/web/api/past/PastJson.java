package milepost.web.api.past;

import java.util.List;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.roadmap.history.DueMove;
import milepost.roadmap.history.Moment;
import milepost.roadmap.history.Promise;
import milepost.roadmap.store.Change;
import milepost.roadmap.store.HistoryEntry;
import milepost.roadmap.store.LogEntry;
import milepost.web.api.http.Json;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes, moves and moments as they stand in answers. */
final class PastJson {
    private PastJson() {}

    static ObjectNode change(LogEntry entry, Parts parts) {
        ObjectNode json = head(entry.change());
        ArrayNode facts = json.putArray("facts");
        for (LogEntry.Touched touched : entry.touched()) {
            ObjectNode fact = facts.addObject()
                    .put("fact", touched.type().getSimpleName())
                    .put("key", touched.key())
                    .put("how", touched.how().name());
            fields(fact, touched.fields());
        }
        json.put("more", entry.more());
        ArrayNode flags = json.putArray("flags");
        entry.flags().forEach(event -> flags.add(flag(event, parts.flags().flag(event.flag()))));
        return json;
    }

    static void fields(ObjectNode json, List<HistoryEntry.FieldChange> changes) {
        ArrayNode fields = json.putArray("fields");
        changes.stream()
                .filter(f -> !f.field().equals("key"))
                .forEach(f -> fields.addObject()
                        .put("field", f.field())
                        .put("old", f.before())
                        .put("new", f.after()));
    }

    private static ObjectNode head(Change change) {
        ObjectNode json = Json.object().put("change", change.id());
        json.put("at", change.at().toString());
        json.put("by", change.actor());
        json.put("reason", change.reason());
        json.set("source", change.source() == null ? null : Json.of(change.source()));
        json.put("approver", change.approver());
        json.put("undoes", change.undoes());
        json.put("undoneBy", change.undoneBy());
        return json;
    }

    private static ObjectNode flag(FlagEvent event, Flag flag) {
        return Json.object()
                .put("flag", event.flag())
                .put("rule", flag.rule())
                .put("subject", flag.subject())
                .put("event", event.event().name())
                .put("severity", event.severity().name())
                .put("message", event.message());
    }

    static ObjectNode moment(Moment moment) {
        ObjectNode json = Json.object().put("at", moment.at().toString());
        json.put("change", moment.empty() ? null : Long.valueOf(moment.change()));
        json.put(
                "baseline", moment.baseline() == null ? null : moment.baseline().key());
        return json;
    }

    static ObjectNode promise(Promise promise) {
        ObjectNode json = Json.object().put("milestone", promise.milestone());
        date(json, "first", promise.first());
        date(json, "due", promise.now());
        json.put("slips", promise.slips());
        json.put("days", promise.days());
        ArrayNode moves = json.putArray("moves");
        promise.moves().forEach(move -> moves.add(move(move)));
        return json;
    }

    private static ObjectNode move(DueMove move) {
        ObjectNode json = head(move.change());
        date(json, "from", move.from());
        date(json, "to", move.to());
        json.put("days", move.days());
        json.put("slip", move.slip());
        date(json, "baselineFrom", move.baselineFrom());
        date(json, "baselineTo", move.baselineTo());
        return json;
    }

    private static void date(ObjectNode json, String name, @Nullable Object date) {
        JsonNode value = date == null ? null : Json.of(date);
        json.set(name, value);
    }
}
