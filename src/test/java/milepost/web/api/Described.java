package milepost.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import milepost.access.Role;
import tools.jackson.databind.JsonNode;

/** One operation as the OpenAPI document describes it, which is all that is known of it here. */
public record Described(String method, String path, JsonNode operation, JsonNode document) {

    /** A query parameter with a value that means something. */
    public record Query(String name, String example) {}

    public static List<Described> all(JsonNode document) {
        List<Described> all = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(one -> all.add(new Described(
                                one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue(), document))));
        return all;
    }

    public String name() {
        return method + " " + path;
    }

    public Role role() {
        return Role.valueOf(operation.get("x-role").asString().toUpperCase(Locale.ROOT));
    }

    /** The status when all is well. */
    public int fine() {
        return operation.get("responses").propertyNames().stream()
                .filter(status -> status.startsWith("2"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    /** The address with the examples of the document in it, but for what a test knows better. */
    public String address(Map<String, String> known) {
        String address = path;
        for (JsonNode parameter : parameters()) {
            if (parameter.get("in").asString().equals("path")) {
                String name = parameter.get("name").asString();
                String value =
                        known.getOrDefault(name, parameter.path("example").asString(""));
                address = address.replace("{" + name + "}", URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        List<Query> owed = queries().stream()
                .filter(q -> description(q.name()).endsWith("; owed."))
                .toList();
        return owed.isEmpty() ? address : address + "?" + sent(owed.get(0));
    }

    public static String sent(Query query) {
        return query.name() + "=" + URLEncoder.encode(query.example(), StandardCharsets.UTF_8);
    }

    public List<Query> queries() {
        return parameters().stream()
                .filter(p -> p.get("in").asString().equals("query"))
                .map(p -> new Query(p.get("name").asString(), p.path("example").asString("")))
                .toList();
    }

    public boolean takes(String parameter) {
        return parameters().stream().anyMatch(p -> p.get("name").asString().equals(parameter));
    }

    public boolean hasBody() {
        return operation.has("requestBody");
    }

    public String bodyType() {
        return operation.at("/requestBody/content").propertyNames().iterator().next();
    }

    public JsonNode bodyContent() {
        return operation.at("/requestBody/content").iterator().next();
    }

    public String body() {
        JsonNode example = bodyContent().path("example");
        return example.isString() ? example.asString() : example.isMissingNode() ? "" : example.toString();
    }

    private String description(String name) {
        return parameters().stream()
                .filter(p -> p.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("description")
                .asString();
    }

    private List<JsonNode> parameters() {
        List<JsonNode> all = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(ref -> all.add(document.at(ref.get("$ref").asString().substring(1))));
        return all;
    }
}
