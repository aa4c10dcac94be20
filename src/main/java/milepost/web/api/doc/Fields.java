package milepost.web.api.doc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Says in words what schemas ask for, and remembers which of them were named. */
final class Fields {
    private static final String REF = "#/components/schemas/";

    private final JsonNode schemas;
    private final Deque<String> named = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();

    Fields(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** What a body or an answer is, such as {@code Milestone} or text/csv; empty when there is none. */
    String content(JsonNode content) {
        List<String> kinds = new ArrayList<>();
        content.properties().forEach(entry -> {
            JsonNode schema = entry.getValue().path("schema");
            kinds.add(schema.isEmpty() ? entry.getKey() : type(schema));
        });
        return String.join(", ", kinds);
    }

    /** Every object that was named since, and those that these name. */
    List<OperationView.Shape> shapes() {
        List<OperationView.Shape> all = new ArrayList<>();
        while (!named.isEmpty()) {
            String name = named.remove();
            JsonNode schema = schemas.get(name);
            if (schema.has("properties")) {
                all.add(new OperationView.Shape(name, fields(schema)));
            }
        }
        return all;
    }

    private List<OperationView.Field> fields(JsonNode schema) {
        List<OperationView.Field> fields = new ArrayList<>();
        Set<String> owed = new HashSet<>();
        schema.path("required").forEach(name -> owed.add(name.asString()));
        schema.get("properties")
                .properties()
                .forEach(field -> fields.add(new OperationView.Field(
                        field.getKey(),
                        "",
                        type(field.getValue()),
                        owed.contains(field.getKey()),
                        field.getValue().path("description").asString())));
        return fields;
    }

    private String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return named(schema.get("$ref").asString().substring(REF.length()));
        }
        if (schema.has("anyOf")) {
            List<String> types = new ArrayList<>();
            schema.get("anyOf").forEach(either -> types.add(type(either)));
            return String.join(" or ", types);
        }
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.get("enum").forEach(word -> words.add(word.asString()));
            return String.join(" | ", words);
        }
        if (schema.has("items")) {
            return "list of " + type(schema.get("items"));
        }
        if (schema.path("additionalProperties").isObject()) {
            return "object by name of " + type(schema.get("additionalProperties"));
        }
        if (schema.path("type").isArray()) {
            List<String> types = new ArrayList<>();
            schema.get("type").forEach(type -> types.add(type.asString()));
            return String.join(" or ", types);
        }
        return schema.path("format").asString(schema.path("type").asString("anything"));
    }

    /** A date has two forms; both are said where it is used. */
    private String named(String name) {
        if (name.equals("PeriodInput")) {
            return named("PeriodObject") + " or text such as 2026-09";
        }
        if (known.add(name)) {
            named.add(name);
        }
        return name;
    }
}
