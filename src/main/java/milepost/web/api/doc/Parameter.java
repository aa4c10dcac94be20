package milepost.web.api.doc;

import java.util.List;
import milepost.web.api.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parameter of operations.
 *
 * @param id how operations name it
 * @param in path, query or header
 * @param type of its value: string, integer, or a format of string
 * @param example a value that means something on the example roadmap; empty where only an answer gives one
 */
record Parameter(String id, String in, String name, String type, String text, String example) {
    private static final List<Parameter> ALL = Resources.table("parameters").properties().stream()
            .map(entry -> of(entry.getKey(), entry.getValue()))
            .toList();

    private static Parameter of(String id, JsonNode line) {
        return new Parameter(
                id,
                line.get("in").asString(),
                line.get("name").asString(),
                line.get("type").asString(),
                line.get("text").asString(),
                line.get("example").asString());
    }

    static ObjectNode components() {
        ObjectNode all = Json.object();
        for (Parameter parameter : ALL) {
            ObjectNode json = all.putObject(parameter.id())
                    .put("name", parameter.name())
                    .put("in", parameter.in())
                    .put(
                            "required",
                            parameter.in().equals("path") || parameter.id().equals("ifMatch"))
                    .put("description", parameter.text());
            boolean plain = List.of("string", "integer", "boolean").contains(parameter.type());
            ObjectNode schema = json.putObject("schema").put("type", plain ? parameter.type() : "string");
            if (!plain) {
                schema.put("format", parameter.type());
            }
            parameter.exemplify(json);
        }
        return all;
    }

    private void exemplify(ObjectNode json) {
        if (type.equals("integer") && !example.isEmpty()) {
            json.put("example", Integer.valueOf(example));
        } else if (type.equals("boolean")) {
            json.put("example", Boolean.valueOf(example));
        } else if (!example.isEmpty()) {
            json.put("example", example);
        }
    }

    /** The id of a place holder; a key is that of the kind of fact before it. */
    static String inPath(String path, int at, String name) {
        String before = path.substring(0, at - 1).replaceFirst(".*/", "");
        return name.equals("key") ? "path-key-" + before : "path-" + name;
    }

    static ObjectNode ref(String id) {
        return Json.object().put("$ref", "#/components/parameters/" + id);
    }
}
