package milepost.news.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import milepost.Databases;
import milepost.facts.Severity;
import milepost.news.Scene;
import milepost.news.outbox.Message;
import milepost.news.outbox.Undeliverable;
import milepost.news.outbox.Undeliverable.Hope;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program receives, and what becomes of its answers. */
class WebhookTest {
    private record Received(String id, String timestamp, String signature, String type, String body) {}

    private final List<Received> received = new ArrayList<>();
    private final Scene scene = new Scene(Databases.SQLITE);
    private HttpServer program;
    private int answer = 204;
    private String later;

    @BeforeEach
    void start() throws IOException {
        program = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        program.createContext("/hook", this::take);
        program.createContext("/elsewhere", exchange -> {
            throw new AssertionError("a redirect was followed");
        });
        program.start();
    }

    @AfterEach
    void stop() {
        program.stop(0);
        scene.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        if (later != null) {
            exchange.getResponseHeaders().add("retry-after", later);
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    @Test
    void it_is_a_cloud_event_that_the_receiver_can_check_with_the_secret_it_was_shown() throws Exception {
        Subscription subscription = subscribed("127.0.0.1");
        scene.side = allowed();
        scene.find("REE-1", Severity.CRITICAL);
        scene.deliver();

        assertThat(received).hasSize(1);
        Received one = received.get(0);
        assertThat(one.type()).startsWith("application/cloudevents+json");
        JsonNode event = JsonMapper.builder().build().readTree(one.body());
        assertThat(event.get("specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("id").asString()).isEqualTo(one.id());
        assertThat(event.get("source").asString()).isEqualTo("https://milepost.example/");
        assertThat(event.get("type").asString()).isEqualTo("milepost.flag.raised");
        assertThat(event.get("subject").asString()).isEqualTo("REE/REE-1");
        assertThat(event.get("time").asString()).isEqualTo("2025-12-02T09:00:00Z");
        assertThat(event.get("data").get("flag").get("message").asString()).isEqualTo("Due 2025-12-01");
        assertThat(event.get("data").get("url").asString()).isEqualTo("https://milepost.example/flags/1");

        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(subscription.keys().shown().substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] signed = (one.id() + "." + one.timestamp() + "." + one.body()).getBytes(StandardCharsets.UTF_8);
        assertThat(one.signature()).isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed)));
    }

    @Test
    void the_text_is_the_same_when_it_has_to_be_sent_again() {
        subscribed("127.0.0.1");
        scene.side = allowed();
        answer = 503;
        scene.find("REE-1", Severity.CRITICAL);
        scene.deliver();
        answer = 200;
        scene.clock().set("2025-12-02T09:01:00Z");
        scene.deliver();

        assertThat(received).hasSize(2);
        assertThat(received)
                .extracting(Received::body)
                .containsOnly(received.get(0).body());
        assertThat(received)
                .extracting(Received::id)
                .containsOnly(received.get(0).id());
        assertThat(received.get(1).timestamp()).isNotEqualTo(received.get(0).timestamp());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 404, 429, 500, 503})
    void an_answer_that_is_no_success_is_a_failure_and_no_redirect_is_followed(int status) {
        Message message = message("127.0.0.1");
        answer = status;

        assertThatThrownBy(() -> allowed().send(message))
                .isInstanceOf(Undeliverable.class)
                .hasMessageContaining(String.valueOf(status))
                .extracting(e -> ((Undeliverable) e).hope())
                .isEqualTo(Hope.LATER);
    }

    @Test
    void gone_means_gone() {
        Message message = message("127.0.0.1");
        answer = 410;

        assertThatThrownBy(() -> allowed().send(message))
                .extracting(e -> ((Undeliverable) e).hope())
                .isEqualTo(Hope.GONE);
    }

    @Test
    void a_program_that_is_busy_says_when_to_come_back() {
        Message message = message("127.0.0.1");
        answer = 429;
        later = "120";
        assertThat(wait(message)).contains(Duration.ofSeconds(120));
        answer = 503;
        later = "Tue, 02 Dec 2025 09:10:00 GMT";
        assertThat(wait(message)).contains(Duration.ofMinutes(10));
        later = "soon";
        assertThat(wait(message)).isEmpty();
        later = null;
        assertThat(wait(message)).isEmpty();
        answer = 500;
        later = "120";
        assertThat(wait(message)).as("nothing that HTTP has for this answer").isEmpty();
    }

    private Optional<Duration> wait(Message message) {
        try {
            allowed().send(message);
            throw new AssertionError("it arrived");
        } catch (Undeliverable e) {
            assertThat(e.hope()).isEqualTo(Hope.LATER);
            return e.findWait();
        }
    }

    private Webhook allowed() {
        return new Webhook(() -> "https://milepost.example", true);
    }

    private Message message(String host) {
        return new Message(
                "news-1-1",
                subscribed(host),
                List.of(),
                Map.of(),
                scene.clock().instant(),
                scene.clock().instant());
    }

    private Subscription subscribed(String host) {
        String target = "http://" + host + ":" + program.getAddress().getPort() + "/hook";
        return scene.subscriptions()
                .create(
                        "mara",
                        new Wish("WEBHOOK", target, null, null, null, null, List.of("RAISED"), Wish.When.AT_ONCE));
    }
}
