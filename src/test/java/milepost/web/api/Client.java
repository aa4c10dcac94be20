package milepost.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import milepost.access.Role;
import milepost.web.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks to the site over real HTTP, with a token of one role; every answer is held to the OpenAPI document. */
public final class Client {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;
    private final Contract contract;

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String text) {
        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        String tag() {
            return header("ETag");
        }

        /** Places of the mistakes that a problem document names, in order. */
        List<String> places() {
            List<String> places = new ArrayList<>();
            for (JsonNode error : json().path("errors")) {
                for (String part : List.of("pointer", "parameter", "header", "place")) {
                    if (error.has(part)) {
                        places.add(error.get(part).asString());
                    }
                }
            }
            return places;
        }
    }

    private Client(String address, String token) {
        this.address = address + "/api/v1";
        this.token = token;
        this.contract = Contract.of(address);
    }

    public static Client of(Site site, Role role) {
        return new Client(site.address(), site.people().token(Site.name(role), role, role + " of the tests", null));
    }

    public static Client withToken(Site site, String token) {
        return new Client(site.address(), token);
    }

    public static Client anonymous(Site site) {
        return new Client(site.address(), "");
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** The answer of an import that was begun before, once it has ended. */
    public Answer ended(String path) {
        Answer answer = get(path);
        for (int i = 0; i < 200 && answer.json().get("state").asString().equals("RUNNING"); i++) {
            LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
            answer = get(path);
        }
        return answer;
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), typed("application/json", headers));
    }

    public Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, BodyPublishers.ofString(json), typed("application/merge-patch+json", headers));
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (!List.of(headers).contains("Accept")) {
            request.header("Accept", "application/json, */*;q=0.5");
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            contract.check(method, path, answer);
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] typed(String type, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", type));
        }
        return all.toArray(String[]::new);
    }
}
