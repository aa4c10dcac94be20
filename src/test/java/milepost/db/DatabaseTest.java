package milepost.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import milepost.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
    private final Databases.Clock clock = new Databases.Clock("2025-11-10T09:00:00.123456Z");

    @ParameterizedTest
    @EnumSource
    void what_reads_cannot_write(Databases kind) {
        try (Database database = kind.open(clock)) {
            assertThatThrownBy(() -> database.read(tx -> add(tx, "kim")))
                    .hasMessageMatching("(?s).*(read-only|READONLY|readonly).*");
            assertThat(database.<Integer>read(DatabaseTest::count)).isZero();
        }
    }

    @Test
    void a_file_that_was_taken_away_shows(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("milepost.db");
        try (Database database = Database.open(file.toString(), clock)) {
            assertThat(database.isThere()).isTrue();

            Files.move(file, folder.resolve("elsewhere.db"));

            assertThat(database.isThere()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reader_keeps_its_state_while_others_write(Databases kind) {
        try (Database database = kind.open(clock)) {
            List<Integer> seen = database.read(tx -> {
                int before = count(tx);
                inAnotherThread(() -> database.write(other -> add(other, "kim")));
                return List.of(before, count(tx));
            });

            assertThat(seen).containsExactly(0, 0);
            assertThat(database.<Integer>read(DatabaseTest::count)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writers_come_one_after_the_other(Databases kind) throws Exception {
        try (Database database = kind.open(clock)) {
            int writers = 8;
            CountDownLatch start = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(writers);
            List<Future<Integer>> written = IntStream.range(0, writers)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return database.write(tx -> {
                            int before = count(tx);
                            add(tx, "person" + before);
                            return before;
                        });
                    }))
                    .toList();
            start.countDown();

            List<Integer> counts = new java.util.ArrayList<>();
            for (Future<Integer> one : written) {
                counts.add(one.get());
            }
            threads.shutdown();
            assertThat(counts).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_unit_of_work_that_fails_leaves_nothing(Databases kind) {
        try (Database database = kind.open(clock)) {
            assertThatThrownBy(() -> database.write(tx -> {
                        add(tx, "kim");
                        throw new IllegalStateException("after the insert");
                    }))
                    .hasMessage("after the insert");
            assertThat(database.<Integer>read(DatabaseTest::count)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_instant_in_whole_milliseconds_is_that_of_the_whole_work(Databases kind) {
        try (Database database = kind.open(clock)) {
            assertThat(database.write(Transaction::now)).hasToString("2025-11-10T09:00:00.123Z");
        }
    }

    private static int add(Transaction tx, String name) {
        return tx.handle()
                .createUpdate(
                        "insert into person (name, display_name, role, disabled) values (:name, :name, 'VIEWER', 0)")
                .bind("name", name)
                .execute();
    }

    private static int count(Transaction tx) {
        return tx.handle()
                .createQuery("select count(id) from person")
                .mapTo(Integer.class)
                .one();
    }

    private static void inAnotherThread(Callable<?> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            thread.submit(work).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.shutdown();
        }
    }
}
