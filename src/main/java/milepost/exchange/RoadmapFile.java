package milepost.exchange;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.facts.Attribute;
import milepost.facts.Dependency;
import milepost.facts.Event;
import milepost.facts.Indicator;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.Problem;
import milepost.facts.ProgressUpdate;
import milepost.facts.Rating;
import milepost.facts.Recorded;
import milepost.facts.Restriction;
import milepost.facts.Roadmap;
import milepost.facts.Source;
import milepost.roadmap.DatedEdits;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.fact.FactJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A roadmap with its dated history as a JSON file.
 *
 * <p>The file holds {@code format} ({@value #FORMAT}), {@code roadmap} (its key) and {@code changes}, oldest first. A change has
 * {@code at}, {@code actor}, {@code reason}, {@code source} and lists of facts; a fact that was there before needs only its key
 * and the fields that change.
 */
public final class RoadmapFile {
    public static final String FORMAT = "milepost-roadmap/1";

    private static final Map<String, Class<?>> LISTS = Map.of(
            "attributes", Attribute.class,
            "roadmaps", Roadmap.class,
            "indicators", Indicator.class,
            "observations", Observation.class,
            "dependencies", Dependency.class,
            "participants", Participant.class,
            "restrictions", Restriction.class,
            "events", Event.class,
            "updates", ProgressUpdate.class,
            "ratings", Rating.class);
    private static final List<String> ORDER = List.of(
            "roadmaps",
            "indicators",
            "observations",
            "milestones",
            "dependencies",
            "participants",
            "restrictions",
            "events",
            "updates",
            "attributes",
            "ratings");
    private static final Set<String> OTHERS = Set.of("at", "actor", "reason", "source");

    private final Map<String, ObjectNode> known = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();

    private RoadmapFile() {}

    /**
     * What a file holds.
     *
     * @param roadmap key of the roadmap
     */
    public record Content(String roadmap, List<DatedEdits> changes) {}

    /** INVALID with the place and what is wrong there. */
    public static Content read(String text) {
        return read(JsonText.read(text));
    }

    /** INVALID with the place and what is wrong there. */
    public static Content read(JsonNode root) {
        if (!FORMAT.equals(root.path("format").asString(""))) {
            throw wrong(
                    "format",
                    "The file must say \"format\": \"" + RecordFile.FORMAT + "\", as exports do, or \"" + FORMAT
                            + "\".");
        }
        for (String name : root.propertyNames()) {
            if (!List.of("format", "roadmap", "changes").contains(name)) {
                throw wrong(name, "There is no field \"" + name + "\" in the file.");
            }
        }
        if (!root.path("roadmap").isString() || root.path("roadmap").asString().isBlank()) {
            throw wrong("roadmap", "Give the key of the roadmap as a text.");
        }
        if (!root.path("changes").isArray()) {
            throw wrong("changes", "Send the changes as a list.");
        }
        RoadmapFile file = new RoadmapFile();
        List<DatedEdits> changes = new ArrayList<>();
        int index = 0;
        for (JsonNode change : root.path("changes")) {
            changes.add(file.change(change, "changes/" + index++));
        }
        return new Content(root.path("roadmap").asString(), changes);
    }

    private DatedEdits change(JsonNode change, String place) {
        for (String name : change.propertyNames()) {
            if (!OTHERS.contains(name) && !ORDER.contains(name)) {
                throw wrong(place + "/" + name, "There is no field \"" + name + "\" in a change.");
            }
        }
        List<Edit> edits = new ArrayList<>();
        for (String list : ORDER) {
            int index = 0;
            for (JsonNode fact : change.path(list)) {
                edits.add(edit(list, fact, place + "/" + list + "/" + index++));
            }
        }
        JsonNode source = change.get("source");
        Roadmaps.Author author = new Roadmaps.Author(
                change.path("actor").asString("import"),
                text(change.get("reason")),
                source == null ? null : FactJson.mapper().treeToValue(source, Source.class));
        return new DatedEdits(instant(change, place), author, edits);
    }

    private Edit edit(String list, JsonNode written, String place) {
        if (!(written instanceof ObjectNode fields)) {
            throw wrong(place, "A fact is an object.");
        }
        String key = list + " "
                + (list.equals("dependencies")
                        ? fields.path("predecessor").asString("") + ">"
                                + fields.path("successor").asString("")
                        : fields.path("key").asString(""));
        ObjectNode whole = known.computeIfAbsent(key, k -> start(list));
        whole.setAll(fields);
        long version = versions.merge(key, 1L, Long::sum) - 1;
        try {
            return edit(list, whole.deepCopy(), version);
        } catch (JacksonException e) {
            throw wrong(place + pointer(e), JsonText.said(e));
        }
    }

    private static Edit edit(String list, ObjectNode complete, long version) {
        if (list.equals("milestones")) {
            complete.put("version", version);
            return FactJson.mapper().treeToValue(complete, Edit.MilestoneRevision.class);
        }
        complete.set("recorded", FactJson.mapper().<ObjectNode>valueToTree(new Recorded(version, Instant.EPOCH, "")));
        return new Edit.Put(FactJson.mapper().treeToValue(complete, LISTS.get(list)));
    }

    /** What a fact holds that does not say otherwise. */
    private static ObjectNode start(String list) {
        ObjectNode node = FactJson.mapper().createObjectNode();
        if (list.equals("milestones")) {
            node.put("status", "PLANNED");
            node.putArray("requires");
            node.putArray("evidence");
        } else if (list.equals("dependencies")) {
            node.put("lagDays", 0);
        } else if (list.equals("roadmaps")) {
            node.putArray("stages");
        }
        return node;
    }

    private static Instant instant(JsonNode change, String place) {
        try {
            return Instant.parse(change.path("at").asString(""));
        } catch (DateTimeParseException e) {
            throw wrong(place + "/at", "Write the instant as 2025-11-04T12:00:00Z.");
        }
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asString();
    }

    static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(r -> "/" + (r.getPropertyName() == null ? r.getIndex() : r.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static Problem wrong(String field, String sentence) {
        return new Problem(
                Problem.Kind.INVALID, field + ": " + sentence, List.of(new Problem.FieldError(field, sentence)));
    }
}
