package milepost.web.api.doc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import milepost.web.api.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An operation as a command, made of the examples in the document.
 *
 * @param file what is sent from a file named body; null when it stands in the command or nothing is sent
 */
record Curl(String text, @Nullable String file) {
    private static final int LONGEST_LINE = 400;

    static Curl of(String site, DocView.Line line, List<JsonNode> parameters, JsonNode body) {
        List<String> parts = new ArrayList<>();
        parts.add((line.method().equals("GET") ? "curl " : "curl -X " + line.method() + " ") + "\"" + site + "/api/v1"
                + address(line.path(), parameters) + "\"");
        parts.add("-H \"Authorization: Bearer $TOKEN\"");
        for (JsonNode parameter : parameters) {
            String name = parameter.get("name").asString();
            if (name.equals("If-Match") || name.equals("Idempotency-Key")) {
                parts.add("-H " + quoted(name + ": " + parameter.path("example").asString()));
            }
        }
        String file = null;
        if (!body.isEmpty()) {
            var first = body.properties().iterator().next();
            JsonNode example = first.getValue().path("example");
            String sent = example.isString() ? example.asString() : example.toString();
            parts.add("-H " + quoted("Content-Type: " + first.getKey()));
            boolean inLine = sent.length() <= LONGEST_LINE && !example.isString();
            parts.add(inLine ? "-d " + quoted(sent) : "--data-binary @body");
            file = inLine ? null : example.isString() ? sent : Json.pretty(example);
        }
        return new Curl(String.join(" \\\n  ", parts), file);
    }

    /** The address with the examples in it, and with those parameters without which there is no answer. */
    private static String address(String path, List<JsonNode> parameters) {
        String address = path;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            String name = parameter.get("name").asString();
            String value = URLEncoder.encode(parameter.path("example").asString(), StandardCharsets.UTF_8);
            if (parameter.get("in").asString().equals("path")) {
                address = address.replace("{" + name + "}", value);
            } else if (name.equals("reason")
                    || parameter.path("description").asString().endsWith("; owed.")) {
                query.add(name + "=" + value);
            }
        }
        return address + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
