package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import milepost.Databases;
import milepost.access.Role;
import milepost.access.again.KeptAnswer;
import milepost.access.again.KeptAnswers;
import milepost.facts.Problem;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A request with an Idempotency-Key is carried out once, whatever happens to its answer. */
@ParameterizedClass
@EnumSource(Databases.class)
class SentAgainTest {
    private static final String COMMENTS = "/roadmaps/REE/milestones/REE-1/comments";
    private static final String HELLO = "{\"text\": \"Hello\"}";
    private static final String KEY = "Idempotency-Key";

    private final Databases kind;
    private Site site;
    private Client officer;

    SentAgainTest(Databases kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        site = Site.on(kind, "2025-12-05T09:00:00Z");
        officer = Client.of(site, Role.OFFICER);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void the_same_request_is_answered_the_same_and_not_repeated() {
        Answer first = officer.post(COMMENTS, HELLO, KEY, "\"a-1\"");
        site.clock().set("2025-12-06T08:59:59Z");
        Answer again = officer.post(COMMENTS, HELLO, KEY, "a-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(comments()).isEqualTo(1);
    }

    @Test
    void what_was_added_keeps_its_place_and_tag_in_the_answer() {
        String milestone = "{\"key\": \"REE-90\", \"title\": \"New\"}";
        Answer first = officer.post("/roadmaps/REE/milestones", milestone, KEY, "m");
        Answer again = officer.post("/roadmaps/REE/milestones", milestone, KEY, "m");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).endsWith("/REE-90");
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isNotEmpty();
    }

    @Test
    void another_request_under_the_key_is_refused() {
        officer.post(COMMENTS, HELLO, KEY, "b");

        Answer other = officer.post(COMMENTS, "{\"text\": \"Bye\"}", KEY, "b");
        Answer elsewhere = officer.post("/roadmaps/REE/milestones/REE-2/comments", HELLO, KEY, "b");

        assertThat(List.of(other.status(), elsewhere.status())).containsOnly(422);
        assertThat(other.places()).containsExactly("Idempotency-Key");
        assertThat(comments()).isEqualTo(1);
    }

    @Test
    void a_key_belongs_to_one_person_and_one_day() {
        officer.post(COMMENTS, HELLO, KEY, "c");
        Answer byAnother = Client.of(site, Role.MANAGER).post(COMMENTS, HELLO, KEY, "c");
        site.clock().set("2025-12-06T09:00:01Z");
        Answer nextDay = officer.post(COMMENTS, HELLO, KEY, "c");

        assertThat(byAnother.header("Idempotency-Replayed")).isEmpty();
        assertThat(nextDay.header("Idempotency-Replayed")).isEmpty();
        assertThat(comments()).isEqualTo(3);
    }

    @Test
    void what_was_refused_may_be_sent_again_when_it_is_right() {
        assertThat(officer.post(COMMENTS, "{}", KEY, "d").status()).isEqualTo(422);
        assertThat(officer.post(COMMENTS, HELLO, KEY, "d").status()).isEqualTo(201);
        assertThat(officer.post(COMMENTS, HELLO, KEY, "").status()).isEqualTo(400);
        assertThat(officer.post(COMMENTS, HELLO, KEY, "two words").places()).containsExactly(KEY);
        assertThat(comments()).isEqualTo(1);
    }

    @Test
    void of_many_at_once_one_is_carried_out_and_the_others_wait_or_hear_it() throws Exception {
        ExecutorService programs = Executors.newFixedThreadPool(8);
        List<Future<Answer>> sent = IntStream.range(0, 24)
                .mapToObj(i -> programs.submit(() -> officer.post(COMMENTS, HELLO, KEY, "e" + i % 3)))
                .toList();
        programs.shutdown();
        for (Future<Answer> answer : sent) {
            assertThat(answer.get().status()).isIn(201, 409);
        }
        assertThat(comments()).isEqualTo(3);
    }

    @Test
    void while_a_request_is_carried_out_the_same_one_is_a_conflict() throws Exception {
        KeptAnswers answers = site.people().answers();
        KeptAnswers.Place place = new KeptAnswers.Place(1, "f");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService program = Executors.newSingleThreadExecutor();
        Future<KeptAnswer> first = program.submit(() -> answers.once(place, () -> {
            begun.countDown();
            await(end);
            return new KeptAnswer("f", 200, Map.of(), "done", false);
        }));
        begun.await();

        Assertions.assertThatThrownBy(() -> answers.once(place, () -> Assertions.fail("carried out twice")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("being carried out");
        end.countDown();
        assertThat(first.get().replayed()).isFalse();
        assertThat(answers.once(place, () -> Assertions.fail("carried out twice"))
                        .replayed())
                .isTrue();
        program.shutdown();
    }

    @Test
    void a_change_whose_answer_cannot_be_kept_has_not_happened() {
        KeptAnswers answers = site.people().answers();
        KeptAnswers.Place place = new KeptAnswers.Place(1, "g");

        Assertions.assertThatThrownBy(() -> answers.once(place, () -> {
                    site.roadmaps().comments().add("officer", "REE", "REE-1", "Lost");
                    assertThat(comments()).as("within the work").isEqualTo(1);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(comments()).isZero();
    }

    private int comments() {
        return site.roadmaps().comments().list("REE", "REE-1", null, 100).size();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
