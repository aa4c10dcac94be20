package milepost.web.api.facts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.facts.Problem;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.store.HistoryEntry;
import milepost.web.api.http.Json;
import milepost.web.api.http.Paging;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The changes of the facts of one kind on one roadmap, newest first. */
final class History {
    private final Parts parts;
    private final String roadmap;
    private final Class<?> type;
    private final Instant until;

    /** Changes recorded after {@code until} do not count. */
    History(Parts parts, String roadmap, Class<?> type, Instant until) {
        this.until = until;
        this.parts = parts;
        this.roadmap = roadmap;
        this.type = type;
    }

    /** A page of the changes of one fact; NOT_FOUND when there never was one of this key, empty when there was none yet. */
    ObjectNode page(String key, Paging paging) {
        Long before = paging.afterNumber();
        Long bound = earlier(
                before, parts.roadmaps().chronicle().findNext(roadmap, until).orElse(null));
        List<HistoryEntry> entries =
                parts.roadmaps().chronicle().history(roadmap, type, key, bound, paging.limit() + 1);
        if (entries.isEmpty() && before == null) {
            return none(key);
        }
        Map<Long, String> rules = rules(key, entries);
        return paging.page(entries, entry -> String.valueOf(entry.change().id()), entry -> json(entry, rules));
    }

    /** NOT_FOUND when there never was one of this key. */
    private ObjectNode none(String key) {
        if (parts.roadmaps().chronicle().history(roadmap, type, key, null, 1).isEmpty()) {
            throw new Problem(Problem.Kind.NOT_FOUND, "Nothing of this key was ever recorded here.");
        }
        return Paging.none("Nothing of this key was recorded by " + until + ".");
    }

    private static @Nullable Long earlier(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? (one == null ? other : one) : Long.valueOf(Math.min(one, other));
    }

    private Map<Long, String> rules(String key, List<HistoryEntry> entries) {
        if (entries.stream().allMatch(entry -> entry.flags().isEmpty())) {
            return Map.of();
        }
        return parts.flags().list(FlagQuery.all().inRoadmap(roadmap).about(key)).stream()
                .collect(Collectors.toMap(Flag::id, Flag::rule));
    }

    private static ObjectNode json(HistoryEntry entry, Map<Long, String> rules) {
        ObjectNode json = Json.object();
        json.put("change", entry.change().id());
        json.put("version", entry.version());
        json.put("at", entry.change().at().toString());
        json.put("by", entry.change().actor());
        json.put("reason", entry.change().reason());
        json.set(
                "source",
                entry.change().source() == null ? null : Json.of(entry.change().source()));
        ArrayNode fields = json.putArray("fields");
        entry.fields()
                .forEach(f -> fields.addObject()
                        .put("field", f.field())
                        .put("old", f.before())
                        .put("new", f.after()));
        ArrayNode flags = json.putArray("flags");
        entry.flags().forEach(event -> flags.add(json(event, rules)));
        return json;
    }

    private static ObjectNode json(FlagEvent event, Map<Long, String> rules) {
        return Json.object()
                .put("flag", event.flag())
                .put("rule", rules.get(event.flag()))
                .put("event", event.event().name())
                .put("severity", event.severity().name())
                .put("message", event.message());
    }
}
