package milepost.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import milepost.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the audit trail cannot be changed unseen. */
class TrailTest {
    private final Databases.Clock clock = new Databases.Clock("2026-11-23T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void entries_are_found_by_what_they_are_and_follow_from_one_another(Databases kind) {
        try (Database database = kind.open(clock)) {
            written(database);

            assertThat(database.read(Trail::problems)).isEmpty();
            assertThat(subjects(database, new Trail.Query(null, null, null, null, null, null, 10)))
                    .containsExactly("third", "second", "first");
            assertThat(subjects(database, new Trail.Query(null, "kim", null, null, null, null, 10)))
                    .containsExactly("third", "first");
            assertThat(subjects(database, new Trail.Query(Trail.Kind.TOKEN, null, null, null, null, null, 10)))
                    .containsExactly("second");
            assertThat(subjects(database, new Trail.Query(null, null, null, clock.instant(), null, null, 10)))
                    .containsExactly("third");
            assertThat(subjects(database, new Trail.Query(null, null, null, null, clock.instant(), null, 1)))
                    .containsExactly("second");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_change_a_gap_and_an_insertion_show(Databases kind) {
        for (String tampering : List.of(
                "update trail set detail = 'nothing' where subject = 'second'",
                "update trail set actor = 'lee' where subject = 'third'",
                "delete from trail where subject = 'first'",
                "delete from trail where subject = 'third'",
                "delete from trail",
                "update trail_end set chain = 'x'",
                "delete from trail_end",
                "update trail set at = '2026-11-20T09:00:00.000Z' where subject = 'second'",
                "insert into trail (id, at, actor, kind, subject, detail, ref, digest, chain) "
                        + "select 99, at, actor, kind, 'fourth', detail, ref, digest, chain from trail "
                        + "where subject = 'third'")) {
            try (Database database = kind.open(clock)) {
                written(database);

                database.write(tx -> tx.handle().execute(tampering));

                assertThat(database.read(Trail::problems)).as(tampering).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_proof_goes_on_where_the_last_one_ended(Databases kind) {
        try (Database database = kind.open(clock)) {
            written(database);
            Trail.Proof first = database.read(tx -> Trail.prove(tx, Trail.Point.START));
            assertThat(first.problems()).isEmpty();
            assertThat(first.end().rows()).isEqualTo(3);

            add(database, Trail.Kind.SIGN_IN, "kim", "fourth");
            Trail.Proof second = database.read(tx -> Trail.prove(tx, first.end()));
            assertThat(second.problems()).isEmpty();
            assertThat(second.end().rows()).isEqualTo(4);

            database.write(tx -> tx.handle().execute("update trail set detail = 'x' where subject = 'fourth'"));
            assertThat(database.read(tx -> Trail.prove(tx, first.end())).problems())
                    .hasSize(1);
            database.write(tx -> tx.handle().execute("update trail set detail = 'x' where subject = 'first'"));
            assertThat(database.read(tx -> Trail.prove(tx, second.end())).problems())
                    .as("what lies before is for the whole proof")
                    .isEmpty();
            assertThat(database.read(Trail::problems)).hasSize(2);
            database.write(tx -> tx.handle().execute("delete from trail where subject = 'second'"));
            assertThat(database.read(tx -> Trail.prove(tx, second.end())).problems())
                    .as("a gap below shows at once")
                    .hasSize(1);
        }
    }

    private void written(Database database) {
        clock.set("2026-11-22T09:00:00Z");
        add(database, Trail.Kind.SIGN_IN, "kim", "first");
        add(database, Trail.Kind.TOKEN, "lee", "second");
        clock.set("2026-11-23T09:00:00Z");
        add(database, Trail.Kind.SIGN_IN, "kim", "third");
    }

    private static void add(Database database, Trail.Kind kind, String actor, String subject) {
        database.write(tx -> {
            Trail.add(tx, Trail.Deed.of(kind, actor, subject, "detail of " + subject));
            return null;
        });
    }

    private static List<String> subjects(Database database, Trail.Query query) {
        return database.read(tx -> Trail.list(tx, query)).stream()
                .map(row -> row.deed().subject())
                .toList();
    }
}
