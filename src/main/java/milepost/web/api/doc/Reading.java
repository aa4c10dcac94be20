package milepost.web.api.doc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the document for the pages: nothing is shown that does not stand in it. */
final class Reading {
    private final JsonNode document;
    private final Map<String, JsonNode> operations = new LinkedHashMap<>();
    private final Map<String, DocView.Line> lines = new LinkedHashMap<>();

    Reading(JsonNode document) {
        this.document = document;
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> add(path.getKey(), operation.getKey(), operation.getValue())));
    }

    private void add(String path, String method, JsonNode operation) {
        String id = operation.get("operationId").asString();
        operations.put(id, operation);
        lines.put(
                id,
                new DocView.Line(
                        id,
                        method.toUpperCase(Locale.ROOT),
                        path,
                        operation.get("summary").asString(),
                        operation.get("x-role").asString()));
    }

    /** The operations whose line has all of these words. */
    DocView list(String words) {
        List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).split("\\s+"));
        Map<String, List<DocView.Line>> groups = new TreeMap<>();
        lines.forEach((id, line) -> {
            String tag = tag(Objects.requireNonNull(operations.get(id)));
            String all = String.join(" ", tag, line.method(), line.path(), line.summary(), line.role(), id)
                    .toLowerCase(Locale.ROOT);
            if (wanted.stream().allMatch(all::contains)) {
                groups.computeIfAbsent(tag, t -> new ArrayList<>()).add(line);
            }
        });
        return new DocView(
                words,
                Arrays.stream(document.at("/info/description").asString().split("\n\n"))
                        .map(DocView.Piece::of)
                        .toList(),
                lines.size(),
                groups.entrySet().stream()
                        .map(group -> new DocView.Group(sentence(group.getKey()), group.getValue()))
                        .toList());
    }

    /**
     * One operation.
     *
     * @param site where the example sends its request
     */
    Optional<OperationView> find(String id, String site) {
        return Optional.ofNullable(operations.get(id)).map(operation -> view(id, operation, site));
    }

    private OperationView view(String id, JsonNode operation, String site) {
        DocView.Line line = Objects.requireNonNull(lines.get(id));
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(ref -> parameters.add(referred(ref)));
        Fields fields = new Fields(document.at("/components/schemas"));
        JsonNode body = operation.at("/requestBody/content");
        JsonNode answer = answer(operation);
        String sent = fields.content(body);
        String answered = fields.content(answer);
        Curl curl = Curl.of(site, line, parameters, body);
        return new OperationView(
                line,
                sentence(tag(operation)),
                parameters.stream().map(Reading::field).toList(),
                sent.isEmpty() ? null : sent,
                answered,
                curl.text(),
                curl.file(),
                fields.shapes(),
                statuses(operation));
    }

    private static JsonNode answer(JsonNode operation) {
        return operation.get("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue().path("content"))
                .findFirst()
                .orElseThrow();
    }

    private static List<OperationView.Status> statuses(JsonNode operation) {
        return operation.get("responses").properties().stream()
                .map(response -> new OperationView.Status(
                        response.getKey(),
                        response.getValue().path("description").asString()))
                .sorted(Comparator.comparing(OperationView.Status::number))
                .toList();
    }

    private static OperationView.Field field(JsonNode parameter) {
        JsonNode schema = parameter.get("schema");
        String type = schema.path("format").asString(schema.path("type").asString());
        return new OperationView.Field(
                parameter.get("name").asString(),
                parameter.get("in").asString(),
                type,
                parameter.path("required").asBoolean(false),
                parameter.path("description").asString());
    }

    private JsonNode referred(JsonNode ref) {
        return document.at(ref.get("$ref").asString().substring(1));
    }

    private static String tag(JsonNode operation) {
        return operation.get("tags").get(0).asString();
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
