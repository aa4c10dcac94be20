package milepost.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered of imports, by the program that carries them out and by the next one. */
class ImportRunsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Databases.Clock clock = new Databases.Clock("2025-12-05T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void what_came_of_an_import_outlasts_the_program_and_is_told_to_its_person_only(Databases kind) {
        with(kind, (database, works) -> {
            ImportRuns runs = new ImportRuns(database, works);
            await(runs.begin(order("a"), (tracker, unit) -> unit.of(() -> 7, n -> n + " rows"), Problem::getMessage));
            await(runs.begin(order("b"), (tracker, unit) -> refuse("no table"), Problem::getMessage));

            for (ImportRuns program : List.of(runs, new ImportRuns(database, works))) {
                assertThat(program.find("a", "kim"))
                        .contains(new ImportRun(order("a"), clock.instant(), ImportRun.State.DONE, "7 rows"));
                assertThat(program.find("b", "kim"))
                        .contains(new ImportRun(order("b"), clock.instant(), ImportRun.State.FAILED, "no table"));
                assertThat(program.find("a", "lee")).isEmpty();
                assertThat(program.find("c", "kim")).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void an_import_that_the_end_of_the_program_interrupts_is_told_to_be_stopped(Databases kind) {
        with(kind, (database, works) -> {
            ImportRuns runs = new ImportRuns(database, works);
            CountDownLatch latch = new CountDownLatch(1);
            Work<Integer> work = runs.begin(order("a"), (tracker, unit) -> waiting(latch, tracker), Problem::getMessage)
                    .orElseThrow();

            assertThat(runs.find("a", "kim").orElseThrow().state()).isEqualTo(ImportRun.State.RUNNING);
            ImportRuns other = new ImportRuns(database, works);
            assertThat(other.find("a", "kim").orElseThrow().state())
                    .as("a database of one program has nobody else who could carry it out")
                    .isEqualTo(kind == Databases.SQLITE ? ImportRun.State.STOPPED : ImportRun.State.RUNNING);
            clock.set("2025-12-05T09:11:00Z");
            assertThat(other.find("a", "kim").orElseThrow().state()).isEqualTo(ImportRun.State.STOPPED);
            assertThat(runs.find("a", "kim").orElseThrow().state()).isEqualTo(ImportRun.State.RUNNING);
            work.stop();
            latch.countDown();
            assertThat(work.await(LONG)).isTrue();
            assertThat(runs.find("a", "kim").orElseThrow().state()).isEqualTo(ImportRun.State.STOPPED);
            assertThat(runs.find("a", "kim").orElseThrow().answer()).contains("nothing of it was stored");
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_is_stored_and_that_it_is_done_are_one_unit_of_work(Databases kind) {
        with(kind, (database, works) -> {
            ImportRuns runs = new ImportRuns(database, works);
            ImportRuns.Task<Integer> breaks = (tracker, unit) -> unit.of(
                    () -> {
                        database.write(tx ->
                                tx.handle().execute("insert into import_profile values ('p', '{}', '2025', 'kim')"));
                        return 1;
                    },
                    n -> refuse("the answer breaks"));
            await(runs.begin(order("a"), breaks, Problem::getMessage));

            assertThat(runs.find("a", "kim").orElseThrow().state()).isEqualTo(ImportRun.State.FAILED);
            assertThat(database.<Integer>read(tx -> tx.handle()
                            .createQuery("select count(*) from import_profile")
                            .mapTo(Integer.class)
                            .one()))
                    .isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_newest_of_a_person_are_remembered_for_a_day(Databases kind) {
        with(kind, (database, works) -> {
            ImportRuns runs = new ImportRuns(database, works);
            for (int i = 0; i <= ImportRuns.OF_ONE_PERSON; i++) {
                clock.set("2025-12-05T09:00:" + (10 + i) + "Z");
                await(runs.begin(order("n" + i), (tracker, unit) -> unit.of(() -> 1, n -> "1"), Problem::getMessage));
            }
            assertThat(runs.find("n0", "kim")).isEmpty();
            assertThat(runs.find("n1", "kim")).isPresent();

            clock.set("2025-12-06T10:00:00Z");
            await(runs.begin(order("next"), (tracker, unit) -> unit.of(() -> 1, n -> "1"), Problem::getMessage));
            assertThat(runs.find("n20", "kim")).isEmpty();
            assertThat(runs.find("next", "kim")).isPresent();
        });
    }

    private void with(Databases kind, BiConsumer<Database, Works> test) {
        try (Database database = kind.open(clock);
                Works works = new Works()) {
            test.accept(database, works);
        }
    }

    private static void await(java.util.Optional<? extends Work<?>> work) {
        assertThat(work.orElseThrow().await(LONG)).isTrue();
    }

    private static int waiting(CountDownLatch latch, Tracker tracker) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        tracker.begin(Stage.STORING, 0);
        return 1;
    }

    private static <T> T refuse(String sentence) {
        throw new Problem(Problem.Kind.INVALID, sentence);
    }

    private static ImportRun.Order order(String id) {
        return new ImportRun.Order(id, "kim", "REE", false);
    }
}
