package milepost.web.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import milepost.access.Role;
import milepost.exchange.out.Format;
import milepost.web.Site;
import milepost.web.api.Contract;
import milepost.web.api.Described;
import milepost.web.layout.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of random and mutated requests, forms and files: none makes the server fail, every refusal of the API says why, a file
 * that is refused leaves nothing behind, and afterwards the database holds together. The system properties {@code fuzz.seed} and
 * {@code fuzz.requests} choose others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20251201);
    /** Where people, their sessions and rules change: a few requests for each. */
    private static final String SELDOM =
            "/(sign-.*|password|rules/.*|drafts/.*|rulesets/.*|admin/people.*|account/access.*|unsub.*|roadmaps/[{]key[}]/visibility)";

    private static final List<String> FIELDS = List.of(
            "title",
            "key",
            "version",
            "status",
            "progress",
            "due",
            "due/text",
            "forecast/text",
            "start/text",
            "owner",
            "reason",
            "text",
            "name",
            "action",
            "until",
            "date",
            "level",
            "commentary",
            "value",
            "unit",
            "from",
            "to",
            "moment",
            "approver",
            "role",
            "label",
            "expires",
            "file",
            "ids",
            "flag",
            "q",
            "person",
            "visibility",
            "zone",
            "home",
            "stages",
            "channel",
            "password",
            "again",
            "source",
            "cases",
            "subject",
            "token",
            "do");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Chaos chaos = new Chaos(SEED);
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final Map<String, String> complaints = new TreeMap<>();
    private Site site;
    private List<Described> operations;
    private List<Described> slowOperations;
    private List<String[]> pages;
    private List<String[]> seldomPages;

    @BeforeAll
    void open() throws IOException {
        site = Site.open("2025-12-05T09:00:00Z");
        site.roadmaps().sweep();
        for (Role role : Role.values()) {
            tokens.put(role, site.people().token(Site.name(role), role, "fuzz as " + role, null));
        }
        operations = Described.all(Contract.of(site.address()).document()).stream()
                .filter(op -> !op.path().endsWith("/import") && !op.path().equals("/events"))
                .toList();
        slowOperations = operations.stream()
                .filter(op -> op.path().startsWith("/rulesets") && !op.method().equals("GET"))
                .toList();
        operations = operations.stream()
                .filter(op -> !slowOperations.contains(op) && !op.path().endsWith("/visibility"))
                .toList();
        List<String[]> all =
                java.nio.file.Files.readAllLines(Path.of("src/test/resources/milepost/web/routes.txt")).stream()
                        .filter(line -> !line.contains("/api/v1/") && !line.startsWith("HEAD"))
                        .filter(line -> !line.matches(".* /(live|events) .*"))
                        .map(line -> line.split(" "))
                        .toList();
        pages = all.stream().filter(route -> !route[1].matches(SELDOM)).toList();
        seldomPages = all.stream().filter(route -> route[1].matches(SELDOM)).toList();
        for (String name : List.of("spare", "victim")) {
            site.people().add(name, name, Role.ADMIN);
        }
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void nothing_that_is_sent_makes_the_server_fail() {
        Map<Integer, Integer> answers = new HashMap<>();
        for (int i = 0; i < REQUESTS * 24 / 25; i++) {
            Supplier<Integer> one = i % 40 == 0
                    ? this::seldomPage
                    : i % 120 == 1
                            ? () -> operation(chaos.of(slowOperations))
                            : chaos.oneIn(8) ? this::page : () -> operation(chaos.of(operations));
            answers.merge(looked(one), 1, Integer::sum);
        }
        Files files = new Files(chaos, exported(Format.xlsx), exported(Format.json));
        for (int i = 0; i < REQUESTS / 25; i++) {
            byte[] bytes = files.next();
            answers.merge(looked(() -> file(bytes)), 1, Integer::sum);
        }
        assertThat(complaints.values()).as("of seed " + SEED).isEmpty();
        assertThat(answers.keySet())
                .as("statuses of seed " + SEED + ": " + answers)
                .contains(200, 201, 400, 401, 403, 404, 415, 422);
        assertThat(site.damage()).as("seed " + SEED).isEmpty();
    }

    /** One complaint of each kind is enough to read. */
    private int looked(Supplier<Integer> one) {
        try {
            return one.get();
        } catch (AssertionError | RuntimeException e) {
            String message = String.valueOf(e.getMessage());
            complaints.putIfAbsent(message.substring(0, Math.min(60, message.length())), message);
            return 0;
        }
    }

    /** One operation of the API, mostly with something wrong. */
    private int operation(Described op) {
        Map<String, String> known = new HashMap<>();
        if (chaos.oneIn(4)) {
            known.put(chaos.of(List.of("roadmap", "key", "id", "change", "baseline", "indicator")), chaos.text());
        }
        String address = op.address(known);
        if (chaos.oneIn(3) && !op.queries().isEmpty()) {
            Described.Query query = chaos.of(op.queries());
            String value = chaos.oneIn(2) ? chaos.text() : query.example();
            address += (address.contains("?") ? "&" : "?") + query.name() + "=" + encoded(value);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.address() + "/api/v1" + address));
        if (!chaos.oneIn(20)) {
            Role role = chaos.oneIn(8) ? chaos.of(List.of(Role.values())) : op.role();
            request.header("Authorization", "Bearer " + (chaos.oneIn(50) ? "nobody" : tokens.get(role)));
        }
        conditions(request, op);
        if (op.hasBody()) {
            String body = chaos.mutated(op.body());
            request.header("Content-Type", chaos.oneIn(25) ? "text/plain" : op.bodyType());
            request.method(op.method(), BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)));
            return checked(request.build(), op.name() + " " + address + " " + shortened(body));
        }
        return checked(request.method(op.method(), BodyPublishers.noBody()).build(), op.name() + " " + address);
    }

    private void conditions(HttpRequest.Builder request, Described op) {
        if (!chaos.oneIn(10)) {
            request.header("If-Match", chaos.of(List.of("*", "*", "*", "\"1\"", "\"2\"", "x", "W/\"1-ab\"")));
        }
        if (!op.method().equals("GET") && !chaos.oneIn(3)) {
            request.header("Prefer", chaos.oneIn(10) ? "wait=1" : "dry-run");
        }
        if (op.method().equals("POST") && chaos.oneIn(4)) {
            request.header("Idempotency-Key", chaos.of(List.of("a", "b", "\"c\"", "d e", "x".repeat(300))));
        }
    }

    /** One page, or one form with fields of any kind. */
    private int page() {
        return page(chaos.of(pages), site.session(Role.ADMIN));
    }

    /** The same where a session, a person or a draft may end: with a session and people of its own. */
    private int seldomPage() {
        return page(
                chaos.of(seldomPages),
                site.people().signInWithLink(site.people().link("spare")));
    }

    private int page(String[] route, String session) {
        String path = route[1];
        while (path.contains("{") || path.contains("<")) {
            String value = chaos.oneIn(2)
                    ? encoded(chaos.text())
                    : path.matches("/rules/[{].*")
                            ? "schedule"
                            : path.matches("/rules/[^{]*[{].*")
                                    ? "deadline-missed"
                                    : path.startsWith("/admin/people")
                                            ? "victim"
                                            : chaos.of(
                                                    List.of("REE", "REE-2", "1", "REE", "REE-2", "western-sanctions"));
            path = path.replaceFirst("[{<]\\w+[}>]", java.util.regex.Matcher.quoteReplacement(value));
        }
        List<String> fields = new ArrayList<>();
        fields.add("csrf=" + Visitor.csrf(session));
        for (int i = 0; i < chaos.below(6); i++) {
            fields.add(encoded(chaos.of(FIELDS)) + "=" + encoded(chaos.text()));
        }
        String form = String.join("&", fields);
        boolean get = route[0].equals("GET");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(site.address() + path + (get ? "?" + form : "")))
                .header("Cookie", "milepost_session=" + session);
        if (!get) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .method(route[0], BodyPublishers.ofString(form));
        }
        HttpResponse<byte[]> answer = send(request.build());
        assertThat(answer.statusCode())
                .as("seed %s: %s %s %s", SEED, route[0], path, shortened(form))
                .isLessThan(500);
        return answer.statusCode();
    }

    /** A file that is refused leaves nothing behind. */
    private int file(byte[] bytes) {
        long before = site.written();
        String roadmap = chaos.oneIn(3) ? "REE" : "F" + chaos.below(50);
        String query = chaos.oneIn(3) ? "?strict=true" : chaos.oneIn(3) ? "?asOf=2025-12-05" : "?title=Fuzz&home=GB";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(site.address() + "/api/v1/roadmaps/" + roadmap + "/import" + query))
                .header("Authorization", "Bearer " + tokens.get(Role.OFFICER))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        int status = checked(request, "import " + shortened(new String(bytes, StandardCharsets.ISO_8859_1)));
        if (status >= 400) {
            assertThat(site.written())
                    .as("left behind by a file of seed " + SEED)
                    .isEqualTo(before);
        }
        return status;
    }

    /** No failure, and a refusal is a problem document with a sentence. */
    private int checked(HttpRequest request, String what) {
        HttpResponse<byte[]> answer = send(request);
        int status = answer.statusCode();
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(status).as("seed %s: %s answered %s", SEED, what, body).isLessThan(500);
        if (status >= 400) {
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(what)
                    .startsWith("application/problem+json");
            JsonNode problem = JSON.readTree(body);
            assertThat(problem.get("status").intValue()).as(what).isEqualTo(status);
            assertThat(problem.get("detail").asString())
                    .as(what + body)
                    .matches("(?s)\\S+ \\S+ \\S+.*")
                    .doesNotContain("`", "Exception", "jackson", "sqlite");
        }
        return status;
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException closed) { // what cannot be read ends the line, and the next request may still be on it
            return again(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> again(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] exported(Format format) {
        return site.parts().exchange().exports().of("REE", format).content();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
