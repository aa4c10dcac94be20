package milepost.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import milepost.access.Role;
import milepost.web.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What whoever runs the server can see of it, and how it stops. */
class OperationTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Site site = Site.open("2026-11-23T09:00:00Z");

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void it_says_that_it_lives_and_that_it_can_work() throws Exception {
        assertThat(get("/healthz").body()).isEqualTo("ok");
        assertThat(get("/readyz").body()).isEqualTo("ready");
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void figures_count_requests_by_route_evaluations_and_flags() throws Exception {
        get("/sign-in/link/a-secret");
        get("/sign-in/link/another-secret");

        HttpResponse<String> figures = get("/metrics");

        assertThat(figures.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(figures.body())
                .contains("milepost_http_requests_seconds_count{method=\"GET\",route=\"/sign-in/link/{token}\","
                        + "status=\"200\"} 2")
                .contains("milepost_evaluations_seconds_count 1")
                .containsPattern("milepost_flags_active\\{severity=\"high\",triage=\"untriaged\"} [1-9]")
                .contains("milepost_deliveries{state=\"dead\"} 0", "milepost_outbox_waiting 0")
                .contains("milepost_live_connections 0")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("secret");
    }

    @Test
    void a_request_leaves_one_line_in_the_log_without_what_is_secret() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("milepost.requests");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        try {
            get("/sign-in/link/a-secret?next=another-secret");
            get("/flags?q=private");
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }

        assertThat(lines.list).hasSize(2);
        assertThat(lines.list.get(0).getFormattedMessage()).matches("GET /sign-in/link/\\{token} 200 \\d+ ms -");
        assertThat(lines.list.get(1).getFormattedMessage()).matches("GET /flags 200 \\d+ ms " + Site.name(Role.VIEWER));
        assertThat(lines.list).allMatch(line -> line.getMDCPropertyMap().containsKey("request"));
    }

    @Test
    void a_stop_lets_requests_finish_and_turns_further_ones_away() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            answers.add(http.sendAsync(request("/roadmaps/REE"), HttpResponse.BodyHandlers.ofString())
                    .thenApply(answer -> {
                        first.countDown();
                        assertThat(answer.body()).contains(answer.statusCode() == 200 ? "</html>" : "");
                        return answer.statusCode();
                    }));
        }
        first.await();

        site.close();

        int whole = 0;
        for (CompletableFuture<Integer> answer : answers) {
            try {
                assertThat(answer.join()).isIn(200, 503);
                whole++;
            } catch (CompletionException e) {
                assertThat(e.getCause()).isInstanceOfAny(ConnectException.class, IOException.class);
            }
        }
        assertThat(whole).isPositive();
    }

    @Test
    void a_header_without_end_is_refused() throws Exception {
        HttpRequest long_ = HttpRequest.newBuilder(URI.create(site.address() + "/healthz"))
                .header("X-Long", "x".repeat(20_000))
                .build();

        assertThat(http.send(long_, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(431);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Cookie", "milepost_session=" + site.session(Role.VIEWER))
                .build();
    }
}
