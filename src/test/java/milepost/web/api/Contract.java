package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document that the site serves, and whether answers keep to it. */
public final class Contract {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contract(JsonNode document) {
        this.document = document;
    }

    public static Contract of(String site) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(site + "/openapi.json")).build();
        try {
            return new Contract(JSON.readTree(HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public JsonNode document() {
        return document;
    }

    /** Fails when the document does not have this answer, or has it otherwise; addresses it does not have are let pass. */
    void check(String method, String path, HttpResponse<String> answer) {
        JsonNode operation = operation(method, path.replaceFirst("[?].*", ""));
        if (operation == null || method.equals("HEAD")) {
            return;
        }
        String status = String.valueOf(answer.statusCode());
        String what = method + " " + path + " answered " + status + " " + answer.body();
        JsonNode response = operation.at("/responses/" + status);
        assertThat(response.isMissingNode())
                .as(what + ", which the document does not know")
                .isFalse();
        if (response.path("content").isEmpty()) {
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        assertThat(response.path("content").propertyNames()).as(what).contains(type);
        JsonNode schema = response.path("content").path(type).at("/schema/$ref");
        if (!schema.isMissingNode()) {
            assertThat(complaints(schema.asString(), answer.body())).as(what).isEmpty();
        }
    }

    /** What is wrong with a text by the schema at this reference. */
    List<String> complaints(String reference, String text) {
        ObjectNode schema = JSON.createObjectNode().put("$ref", reference);
        schema.set("components", document.get("components"));
        return registry.getSchema(schema).validate(JSON.readTree(text)).stream()
                .map(Error::toString)
                .toList();
    }

    private JsonNode operation(String method, String path) {
        for (Map.Entry<String, JsonNode> known : document.get("paths").properties()) {
            if (path.matches(known.getKey().replace(".", "[.]").replaceAll("[{]\\w+[}]", "[^/]+"))
                    && known.getValue().has(method.toLowerCase(Locale.ROOT))) {
                return known.getValue().get(method.toLowerCase(Locale.ROOT));
            }
        }
        return null;
    }
}
