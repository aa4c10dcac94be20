package milepost.web.api.doc;

import java.util.List;
import java.util.Map;
import milepost.web.api.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON schemas, made of the table {@code shapes.json}.
 *
 * <p>A field there is {@code TYPE -- what it is}. TYPE is text, whole, number, truth, day, instant, period, another shape, A|B|C
 * for one of these words, [TYPE] for a list or {TYPE} for an object of them by name. Before it: = follows from the record and cannot be set. After it: ? may be null,
 * * must be sent when one is added, ~ only in some answers.
 */
final class Schemas {
    /** The facts that have the same operations, with the shape of each: path segment to shape. */
    static final Map<String, String> FACTS = Map.of(
            "milestones", "Milestone",
            "dependencies", "Dependency",
            "participants", "Participant",
            "restrictions", "Restriction",
            "indicators", "Indicator",
            "indicators/{indicator}/observations", "Observation",
            "events", "Event",
            "ratings", "Rating");

    private static final String REF = "#/components/schemas/";

    private final JsonNode shapes = Resources.table("shapes");
    private final ObjectNode made = Json.object();

    /** A schema of answers: every field is there, but for those that only some answers have. */
    void answer(String name, String... parts) {
        ObjectNode schema = start(name);
        ArrayNode required = schema.putArray("required");
        for (Field field : fields(parts)) {
            properties(schema).set(field.name(), schema(field));
            if (!field.seldom()) {
                required.add(field.name());
            }
        }
    }

    /** The schema of what is sent to add one. */
    void input(String name, String shape) {
        ObjectNode schema = start(name);
        ArrayNode required = schema.putArray("required");
        for (Field field : fields(shape)) {
            if (!field.given()) {
                properties(schema).set(field.name(), field.owed() ? sent(field) : orNull(sent(field)));
            }
            if (field.owed()) {
                required.add(field.name());
            }
        }
    }

    /** The schema of a merge patch: nothing must be sent, null clears, what follows from the record may be sent back. */
    void patch(String name, String... parts) {
        ObjectNode schema = start(name);
        for (Field field : fields(parts)) {
            properties(schema).set(field.name(), orNull(patched(field)));
        }
    }

    /** In an object by name a patch may clear what it names, and need not send all of what it changes. */
    private static ObjectNode patched(Field field) {
        ObjectNode schema = sent(field);
        if (schema.get("additionalProperties") instanceof ObjectNode) {
            schema.set("additionalProperties", orNull(ref(field.type().replaceAll("[{}]", "") + "Patch")));
        }
        return schema;
    }

    /** A page of a list. */
    void page(String name, String item) {
        ObjectNode schema = start(name);
        properties(schema).putObject("items").put("type", "array").set("items", ref(item));
        properties(schema)
                .set("next", orNull(Json.object().put("type", "string")).put("description", "Send it as cursor."));
        properties(schema)
                .putObject("note")
                .put("type", "string")
                .put("description", "Why a list of an earlier time is empty.");
        schema.putArray("required").add("items").add("next");
    }

    ObjectNode all() {
        return made;
    }

    /** The schema of this name once made. */
    ObjectNode made(String name) {
        return (ObjectNode) made.get(name);
    }

    static ObjectNode ref(String name) {
        return Json.object().put("$ref", REF + name);
    }

    private ObjectNode start(String name) {
        ObjectNode schema = made.putObject(name).put("type", "object");
        schema.putObject("properties");
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private List<Field> fields(String... parts) {
        return List.of(parts).stream()
                .flatMap(part -> shapes.get(part).properties().stream())
                .map(entry -> Field.of(entry.getKey(), entry.getValue().asString()))
                .toList();
    }

    private static ObjectNode schema(Field field) {
        ObjectNode schema = type(field.type());
        return (field.orNull() ? orNull(schema) : schema).put("description", field.text());
    }

    /** What may be sent differs from what is answered only in dates and sources. */
    private static ObjectNode sent(Field field) {
        String type = field.type()
                .replace("period", "PeriodInput")
                .replace("Source", "SourceInput")
                .replace("Attribute", "AttributeInput");
        return type(type).put("description", field.text());
    }

    private static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = Json.object();
        JsonNode description = schema.remove("description");
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        if (description != null) {
            either.set("description", description);
        }
        return either;
    }

    private static ObjectNode type(String type) {
        ObjectNode schema = Json.object();
        if (type.startsWith("[")) {
            schema.put("type", "array").set("items", type(type.substring(1, type.length() - 1)));
            return schema;
        }
        if (type.startsWith("{")) {
            schema.put("type", "object").set("additionalProperties", type(type.substring(1, type.length() - 1)));
            return schema;
        }
        if (type.contains("|")) {
            ArrayNode words = schema.put("type", "string").putArray("enum");
            List.of(type.split("[|]")).forEach(words::add);
            return schema;
        }
        return switch (type) {
            case "text" -> schema.put("type", "string");
            case "whole" -> schema.put("type", "integer");
            case "number" -> schema.put("type", "number");
            case "truth" -> schema.put("type", "boolean");
            case "day" -> schema.put("type", "string").put("format", "date");
            case "instant" -> schema.put("type", "string").put("format", "date-time");
            case "period" -> ref("Period");
            default -> ref(type);
        };
    }

    /** One line of the table. */
    private record Field(
            String name, String type, String text, boolean given, boolean owed, boolean orNull, boolean seldom) {
        static Field of(String name, String written) {
            String[] parts = written.split(" -- ", 2);
            String type = parts[0].replaceAll("[=?*~]", "");
            return new Field(
                    name,
                    type,
                    parts[1],
                    parts[0].startsWith("="),
                    parts[0].contains("*"),
                    parts[0].contains("?"),
                    parts[0].contains("~"));
        }
    }

    /** A date may also be sent as text. */
    void periodInput() {
        input("PeriodObject", "Period");
        ArrayNode either = made.putObject("PeriodInput").putArray("anyOf");
        either.add(ref("PeriodObject"));
        either.addObject()
                .put("type", "string")
                .put("pattern", "^[0-9]{4}(-Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?$")
                .putArray("examples")
                .add("2025-12-01")
                .add("2026-09")
                .add("2026-Q3")
                .add("2026");
    }
}
