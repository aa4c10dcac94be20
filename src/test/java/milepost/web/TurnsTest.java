package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import milepost.access.Role;
import milepost.web.api.Client;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.api.Test;

/** Whoever sends many drafts at once slows nobody down but themselves. */
class TurnsTest {
    private static final String BODY = "{\"files\": [{\"path\": \"plan/x.drl\", \"content\": \"rule\"}]}";

    @Test
    void an_author_who_sends_many_at_once_is_told_to_wait_and_others_are_served() throws Exception {
        try (Site site = Site.open("2026-11-23T09:00:00Z")) {
            Client eager = Client.of(site, Role.AUTHOR);
            Client other = Client.of(site, Role.ADMIN);
            ExecutorService senders = Executors.newFixedThreadPool(24);
            try {
                List<Callable<Answer>> many = IntStream.range(0, 120)
                        .mapToObj(i -> (Callable<Answer>) () -> eager.post("/rulesets/check", BODY))
                        .toList();
                List<Future<Answer>> answers =
                        many.stream().map(senders::submit).toList();

                Answer served = other.post("/rulesets/check", BODY);

                assertThat(served.status()).isEqualTo(200);
                int refused = 0;
                for (Future<Answer> each : answers) {
                    Answer answer = each.get();
                    assertThat(answer.status()).isIn(200, 429);
                    if (answer.status() == 429) {
                        refused++;
                        assertThat(answer.header("Retry-After")).isEqualTo("1");
                        assertThat(answer.json().path("detail").asString()).contains("still being tried");
                    }
                }
                assertThat(refused).isPositive();
                assertThat(eager.post("/rulesets/check", BODY).status()).isEqualTo(200);
            } finally {
                senders.shutdownNow();
            }
        }
    }
}
