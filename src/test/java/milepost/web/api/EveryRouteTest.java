package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.access.Role;
import milepost.exchange.intake.Wish;
import milepost.facts.Confidence;
import milepost.facts.Rating;
import milepost.facts.Recorded;
import milepost.news.subscription.Channel;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * A program that knows nothing but the OpenAPI document uses every operation in it, with its examples. Each answer is held to the
 * document; what all operations of a kind promise is tried on each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteTest {
    private final Map<Role, Client> clients = new EnumMap<>(Role.class);
    private final Map<String, String> known = new HashMap<>();
    private Site site;
    private Contract contract;
    private int keys;

    @BeforeAll
    void open() {
        site = Site.telling("2025-12-01T09:00:00Z", Map.of(Channel.MAIL, message -> {}));
        site.roadmaps().sweep();
        Rating rating = new Rating(
                "november",
                null,
                Confidence.AMBER,
                LocalDate.parse("2025-11-30"),
                "Two partners are under sanctions",
                null,
                null,
                null,
                new Recorded(0, Instant.EPOCH, ""));
        site.roadmaps().save(new Roadmaps.Author("manager", null, null), "REE", List.of(new Edit.Put(rating)));
        site.clock().set("2025-12-05T09:00:00Z");
        contract = Contract.of(site.address());
        for (Role role : Role.values()) {
            clients.put(role, Client.of(site, role));
        }
        var exchange = site.parts().exchange();
        byte[] table = "Title;Due\nHarbour;2031\n".getBytes(StandardCharsets.UTF_8);
        Wish wish = new Wish("REE", null, null, null, Map.of(), List.of(), Map.of(), false);
        exchange.profiles()
                .save("portfolio", exchange.intake().plan("body", table, wish).mapping(), "officer");
        String begun = clients.get(Role.OFFICER)
                .send(
                        "POST",
                        "/roadmaps/LATER/import",
                        BodyPublishers.ofByteArray(table),
                        "Prefer",
                        "respond-async",
                        "Content-Type",
                        "text/csv")
                .header("Location");
        known.put("import", begun.replaceFirst(".*/", ""));
        clients.get(Role.OFFICER).ended("/imports/" + known.get("import"));
    }

    @AfterAll
    void close() {
        site.close();
    }

    @TestFactory
    Stream<DynamicTest> every_operation_keeps_what_its_kind_promises() {
        List<Described> all = Described.all(contract.document());
        assertThat(all).hasSizeGreaterThan(80);
        List<DynamicTest> steps = new ArrayList<>();
        steps.addAll(each(
                all, op -> op.method().equals("POST") && op.fine() == 201 && !publishes(op) && !undoes(op), this::act));
        steps.addAll(each(all, op -> op.method().equals("GET"), this::read));
        steps.addAll(each(all, op -> op.method().equals("PATCH"), this::edit));
        steps.addAll(each(all, op -> op.method().equals("POST") && op.fine() == 200 || undoes(op), this::act));
        List<DynamicTest> removals = each(all, op -> op.method().equals("DELETE"), this::edit);
        Collections.reverse(removals); // what is inside goes first
        steps.addAll(removals);
        steps.addAll(each(all, EveryRouteTest::publishes, this::publish));
        assertThat(steps).as("operations in the document").hasSameSizeAs(all);
        return steps.stream();
    }

    private static List<DynamicTest> each(List<Described> all, Predicate<Described> which, Consumer<Described> use) {
        return all.stream()
                .filter(which)
                .map(op -> dynamicTest(op.name(), () -> use.accept(op)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean publishes(Described op) {
        return op.method().equals("POST") && op.path().matches("/rulesets(/[{]version[}]/restore)?");
    }

    private static boolean undoes(Described op) {
        return op.path().endsWith("/undo");
    }

    /** It answers, says when nothing is new, takes each of its parameters, and gives a long list piece by piece. */
    private void read(Described op) {
        remember(op);
        Client client = clients.get(op.role());
        String address = op.address(known);
        Answer plain = client.get(address);
        assertThat(plain.status()).as(plain.text()).isEqualTo(op.fine());
        if (!plain.tag().isEmpty()) {
            assertThat(client.get(address, "If-None-Match", plain.tag()).status())
                    .isEqualTo(304);
        }
        for (Described.Query query : op.queries()) {
            if (!query.example().isEmpty()) {
                Client asking = query.name().equals("shadow") ? clients.get(Role.AUTHOR) : client;
                Answer answer = asking.get(with(op.address(known), query));
                assertThat(answer.status()).as(query + " " + answer.text()).isEqualTo(op.fine());
            }
        }
        assertThat(client.get(with(address, new Described.Query("colour", "red")))
                        .status())
                .as("a parameter that is not known")
                .isIn(400, op.path().endsWith(".ics") ? 200 : 400);
        boolean list = !op.takes("since") // which is a page by another name
                && plain.header("Content-Type").equals("application/json")
                && plain.json().path("items").isArray();
        assertThat(op.takes("limit") && op.takes("cursor")).as("is paged").isEqualTo(list);
        if (list) {
            pages(client, address);
        }
    }

    private static String with(String address, Described.Query query) {
        String without = address.contains(query.name() + "=") ? address.replaceFirst("[?].*", "") : address;
        return without + (without.contains("?") ? "&" : "?") + Described.sent(query);
    }

    private static void pages(Client client, String address) {
        List<JsonNode> whole = new ArrayList<>();
        client.get(address + "?limit=500").json().get("items").forEach(whole::add);
        List<JsonNode> pieces = new ArrayList<>();
        String cursor = "";
        int left = 1_000;
        do {
            JsonNode page = client.get(address + "?limit=1" + cursor).json();
            assertThat(page.get("items").size()).isLessThanOrEqualTo(1);
            page.get("items").forEach(pieces::add);
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty() && --left > 0);
        assertThat(pieces).isEqualTo(whole).isNotEmpty();
        assertThat(client.get(address + "?limit=0").places()).containsExactly("limit");
        assertThat(client.get(address + "?limit=501").status()).isEqualTo(400);
        assertThat(client.get(address + "?cursor=%21%21").places()).containsExactly("cursor");
    }

    /** Tried it stores nothing; done it is done once for one key. */
    private void act(Described op) {
        remember(op);
        example(op);
        tried(op, "POST");
        String key = "key-" + ++keys;
        Answer done = send(op, "POST", "Idempotency-Key", key);
        assertThat(done.status()).as(done.text()).isEqualTo(op.fine());
        long written = site.written();
        Answer again = send(op, "POST", "Idempotency-Key", key);
        assertThat(again.text()).isEqualTo(done.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(site.written()).as("written by the repetition").isEqualTo(written);
        if (op.path().endsWith("/baselines")) {
            known.put("baseline", done.json().get("key").asString());
        }
        for (Described.Query query : op.queries()) {
            if (!query.name().equals("reason")) {
                Answer answer = clients.get(op.role())
                        .send("POST", with(op.address(known), query), body(op), headers(op, "Prefer", "dry-run"));
                assertThat(answer.status()).as(query + " " + answer.text()).isEqualTo(op.fine());
            }
        }
    }

    /** Without the version it is refused, with another too; tried it stores nothing. */
    private void edit(Described op) {
        String tag = clients.get(op.role()).get(op.address(known)).tag();
        example(op);
        assertThat(send(op, op.method()).status()).as("no version").isEqualTo(428);
        Answer other = send(op, op.method(), "If-Match", "\"999\"");
        assertThat(other.status()).as("another version").isEqualTo(412);
        assertThat(other.places()).containsExactly("If-Match");
        tried(op, op.method(), "If-Match", tag);
        Answer done = send(op, op.method(), "If-Match", tag);
        assertThat(done.status()).as(done.text()).isEqualTo(op.fine());
        assertThat(send(op, op.method(), "If-Match", tag).status())
                .as("once more")
                .isIn(404, 412);
    }

    private void publish(Described op) {
        example(op);
        assertThat(send(op, "POST", "Prefer", "dry-run").places()).containsExactly("Prefer");
        Answer done = send(op, "POST", "Idempotency-Key", "key-" + op.path());
        assertThat(done.status()).as(done.text()).isIn(op.fine());
        Answer again = send(op, "POST", "Idempotency-Key", "key-" + op.path());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        Answer repeated = send(op, "POST");
        assertThat(repeated.status()).as("the same without a key").isEqualTo(422);
        assertThat(repeated.text()).contains("Nothing differs");
    }

    private void tried(Described op, String method, String... headers) {
        long written = site.written();
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Prefer", "dry-run"));
        Answer answer = send(op, method, all.toArray(String[]::new));
        assertThat(answer.status()).as("tried: " + answer.text()).isEqualTo(op.fine());
        boolean looks = op.path().matches("/rulesets/(check|test|dry-run)");
        assertThat(answer.header("Preference-Applied")).isEqualTo(looks ? "" : "dry-run");
        assertThat(site.written()).as("written by a dry run").isEqualTo(written);
    }

    /** Whatever has a body has an example that keeps to its schema. */
    private void example(Described op) {
        if (!op.hasBody()) {
            return;
        }
        assertThat(op.body()).as("example of " + op.name()).isNotEmpty();
        JsonNode schema = op.bodyContent().at("/schema/$ref");
        if (!schema.isMissingNode()) {
            assertThat(contract.complaints(schema.asString(), op.body())).isEmpty();
        }
    }

    /** The last change is one that can be taken back, and an active flag one that can be decided about. */
    private void remember(Described op) {
        if (op.path().startsWith("/flags/{id}")) {
            Answer active = clients.get(Role.MANAGER).get("/flags?state=ACTIVE&limit=1");
            known.put("id", active.json().at("/items/0/id").asString());
        }
        if (op.path().startsWith("/deliveries")) {
            known.put("delivery", String.valueOf(site.givenUp()));
        }
        if (undoes(op)) {
            Answer last = clients.get(Role.OFFICER).get("/roadmaps/REE/history?limit=1");
            known.put("change", last.json().at("/items/0/change").asString());
        }
    }

    private Answer send(Described op, String method, String... headers) {
        return clients.get(op.role()).send(method, op.address(known), body(op), headers(op, headers));
    }

    private static BodyPublisher body(Described op) {
        return op.hasBody() ? BodyPublishers.ofString(op.body()) : BodyPublishers.noBody();
    }

    private static String[] headers(Described op, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (op.hasBody()) {
            all.addAll(List.of("Content-Type", op.bodyType()));
        }
        return all.toArray(String[]::new);
    }
}
