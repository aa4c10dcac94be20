package milepost.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import milepost.Databases;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreparedTest {
    private static final Prepared ADD =
            Prepared.of("insert into flag_writes (roadmap, number) values (:roadmap, :number)");
    private static final Prepared ADD_UNDOING = Prepared.of("""
            insert into change (at, actor, roadmap, reason, kind, undoes)
            values (:text, :text, :text, :reason, :text, :undoes) returning id
            """);
    private static final Prepared ALL =
            Prepared.of("select roadmap from flag_writes where number >= :least order by roadmap");

    @ParameterizedTest
    @EnumSource
    void a_statement_is_used_again_with_other_values_in_any_transaction(Databases kind) {
        try (Database database = kind.open(new Databases.Clock("2026-11-23T09:00:00Z"))) {
            IntStream.range(0, 20).forEach(i -> database.write(tx -> add(tx, "R" + i, i)));
            assertThat(from(database, 18)).containsExactly("R18", "R19");
            assertThat(from(database, 20)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_bind_may_stand_twice_and_be_null_whatever_its_column_is(Databases kind) {
        try (Database database = kind.open(new Databases.Clock("2026-11-23T09:00:00Z"))) {
            long first = database.write(tx -> change(tx, null, null));
            long second = database.write(tx -> change(tx, "why", first));
            long third = database.write(tx -> change(tx, null, null));
            assertThat(second).isGreaterThan(first);
            assertThat(third).isGreaterThan(second);
        }
    }

    @ParameterizedTest
    @EnumSource
    void after_a_failure_the_statement_works_as_before(Databases kind) {
        try (Database database = kind.open(new Databases.Clock("2026-11-23T09:00:00Z"))) {
            database.write(tx -> add(tx, "A", 1));
            assertThatThrownBy(() -> database.write(tx -> add(tx, "A", 2)))
                    .isInstanceOf(UnableToExecuteStatementException.class);
            database.write(tx -> add(tx, "B", 2));
            assertThat(from(database, 0)).containsExactly("A", "B");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_bind_without_a_value_or_of_another_name_is_refused(Databases kind) {
        try (Database database = kind.open(new Databases.Clock("2026-11-23T09:00:00Z"))) {
            database.write(tx -> add(tx, "A", 1));
            assertThatThrownBy(() ->
                            database.write(tx -> ADD.in(tx).bind("roadmap", "B").execute()))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() ->
                            database.write(tx -> ADD.in(tx).bind("road", "B").execute()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<String> from(Database database, int least) {
        return database.read(tx -> ALL.in(tx).bind("least", least).list(row -> row.getString(1)));
    }

    private static int add(Transaction tx, String roadmap, long number) {
        return ADD.in(tx).bind("roadmap", roadmap).bind("number", number).execute();
    }

    private static long change(Transaction tx, String reason, Long undoes) {
        return ADD_UNDOING
                .in(tx)
                .bind("text", "x")
                .bind("reason", reason)
                .bind("undoes", undoes)
                .number();
    }
}
