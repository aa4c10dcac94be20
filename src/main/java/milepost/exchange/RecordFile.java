package milepost.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.facts.Source;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.store.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole record of a roadmap as JSON: every change with its instant, actor, reason and source, and every fact as it left it.
 *
 * <p>Written from what was read from such a file, it is the same file again, to the byte.
 */
public final class RecordFile {
    public static final String FORMAT = "milepost-record/1";
    private static final Set<String> CHANGE =
            Set.of("at", "actor", "kind", "reason", "source", "approver", "undoes", "facts", "removed");
    private static final int LONGEST = 100_000;

    private RecordFile() {}

    /** What a file holds. */
    public record Content(String roadmap, List<Step> steps) {}

    /** The text of a history, with a line break at its end. */
    public static String write(String roadmap, List<Step> steps) {
        ObjectNode root = FactJson.mapper().createObjectNode();
        root.put("format", FORMAT).put("roadmap", roadmap);
        ArrayNode changes = root.putArray("changes");
        steps.forEach(step -> changes.add(node(step)));
        return FactJson.mapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(root)
                        .replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode node(Step step) {
        ObjectNode node = FactJson.mapper().createObjectNode();
        node.put("at", step.at().toString()).put("actor", step.actor()).put("kind", step.kind());
        put(node, "reason", step.reason());
        if (step.source() != null) {
            node.set("source", FactJson.mapper().valueToTree(step.source()));
        }
        put(node, "approver", step.approver());
        if (step.undoes() != null) {
            node.put("undoes", step.undoes());
        }
        ArrayNode facts = node.putArray("facts");
        for (Step.Written written : step.written()) {
            ObjectNode fact = FactJson.mapper().valueToTree(written.fact());
            fact.remove("recorded");
            facts.addObject()
                    .put("kind", Step.kindOf(written.fact()))
                    .put("version", written.version())
                    .set("fact", fact);
        }
        if (!step.removed().isEmpty()) {
            ArrayNode removed = node.putArray("removed");
            step.removed()
                    .forEach(
                            gone -> removed.addObject().put("kind", gone.kind()).put("key", gone.key()));
        }
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable String text) {
        if (text != null) {
            node.put(name, text);
        }
    }

    /** Whether a text says of itself that it is such a file. */
    public static boolean is(JsonNode root) {
        return FORMAT.equals(root.path("format").asString(""));
    }

    /** INVALID with the place and what is wrong there. */
    public static Content read(JsonNode root) {
        known(root, Set.of("format", "roadmap", "changes"), "");
        String roadmap = text(root, "roadmap", "");
        if (!(root.get("changes") instanceof ArrayNode changes) || changes.isEmpty()) {
            throw wrong("changes", "Send the changes as a list with at least one.");
        }
        List<Step> steps = new ArrayList<>();
        for (JsonNode change : changes) {
            steps.add(step(change, "changes/" + steps.size() + "/"));
        }
        return new Content(roadmap, steps);
    }

    private static Step step(JsonNode change, String place) {
        known(change, CHANGE, place);
        String kind = text(change, "kind", place);
        if (!kind.equals("EDIT") && !kind.equals("IMPORT")) {
            throw wrong(place + "kind", "A change is an EDIT or an IMPORT.");
        }
        List<Step.Written> written = new ArrayList<>();
        for (JsonNode fact : list(change, "facts", place)) {
            written.add(fact(fact, place + "facts/" + written.size() + "/"));
        }
        List<Step.Removed> removed = new ArrayList<>();
        for (JsonNode gone : list(change, "removed", place)) {
            String at = place + "removed/" + removed.size() + "/";
            known(gone, Set.of("kind", "key"), at);
            removed.add(new Step.Removed(text(gone, "kind", at), text(gone, "key", at)));
        }
        JsonNode source = change.get("source");
        return new Step(
                instant(text(change, "at", place), place),
                text(change, "actor", place),
                kind,
                optional(change, "reason", place),
                source == null ? null : value(source, Source.class, place + "source"),
                optional(change, "approver", place),
                change.has("undoes") ? whole(change, "undoes", place) : null,
                written,
                removed);
    }

    private static Step.Written fact(JsonNode node, String place) {
        known(node, Set.of("kind", "version", "fact"), place);
        String kind = text(node, "kind", place);
        Class<?> type = Step.typeOf(kind);
        if (type == null) {
            throw wrong(place + "kind", "There is no kind of fact called \"" + shown(kind) + "\".");
        }
        if (!(node.get("fact") instanceof ObjectNode content) || content.has("recorded")) {
            throw wrong(place + "fact", "Send the fact as an object, without \"recorded\".");
        }
        int version = whole(node, "version", place);
        ObjectNode whole = content.deepCopy();
        whole.set("recorded", FactJson.mapper().<ObjectNode>valueToTree(new Recorded(version, Instant.EPOCH, "")));
        return new Step.Written(version, value(whole, type, place + "fact"));
    }

    private static <T> T value(JsonNode node, Class<T> type, String place) {
        try {
            T value = FactJson.mapper().treeToValue(node, type);
            Complete.check(value, place);
            return value;
        } catch (JacksonException e) {
            throw wrong(place + RoadmapFile.pointer(e), JsonText.said(e));
        }
    }

    private static Iterable<JsonNode> list(JsonNode node, String name, String place) {
        JsonNode list = node.get(name);
        if (list != null && !list.isArray()) {
            throw wrong(place + name, "Send this as a list.");
        }
        return list == null ? List.of() : list;
    }

    private static void known(JsonNode node, Set<String> names, String place) {
        if (!node.isObject()) {
            throw wrong(place.isEmpty() ? "file" : place.substring(0, place.length() - 1), "Send this as an object.");
        }
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw wrong(place + shown(name), "There is no field \"" + shown(name) + "\" here.");
            }
        }
    }

    private static String text(JsonNode node, String name, String place) {
        String text = optional(node, name, place);
        if (text == null || text.isBlank()) {
            throw wrong(place + name, "This is required; send a text.");
        }
        return text;
    }

    private static @Nullable String optional(JsonNode node, String name, String place) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString() || value.asString().length() > LONGEST) {
            throw wrong(place + name, "Send a text of at most " + LONGEST + " characters.");
        }
        return value.asString();
    }

    private static int whole(JsonNode node, String name, String place) {
        JsonNode value = node.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 1) {
            throw wrong(place + name, "Send a whole number from 1.");
        }
        return value.asInt();
    }

    private static Instant instant(String text, String place) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.isAfter(Instant.parse("1900-01-01T00:00:00Z")) && instant.getNano() % 1_000_000 == 0) {
                return instant;
            }
        } catch (java.time.DateTimeException e) {
            throw wrong(place + "at", "Write the instant as 2025-11-04T12:00:00Z.");
        }
        throw wrong(place + "at", "Write an instant since 1900, to the millisecond.");
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static Problem wrong(String field, String sentence) {
        return new Problem(
                Problem.Kind.INVALID, field + ": " + sentence, List.of(new Problem.FieldError(field, sentence)));
    }
}
