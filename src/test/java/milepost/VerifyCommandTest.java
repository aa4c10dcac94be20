package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is stored is proven to hold together, and damage is found. */
class VerifyCommandTest {

    @ParameterizedTest
    @EnumSource
    void an_undamaged_database_holds(Databases kind) {
        String database = kind.location();
        Ran.on(database, "import", "db/example/rare-earth.json");

        Ran ran = Ran.on(database, "verify");

        assertThat(ran.status()).as(ran.out()).isZero();
        assertThat(ran.out())
                .contains(
                        "holds  database",
                        "holds  history of facts",
                        "holds  log of flags",
                        "holds  audit trail",
                        "holds  flags of REE")
                .doesNotContain("wrong");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update flag set message = 'Nothing to see' where rule = 'plan/no-owner' and subject = 'REE-7' | found again in other words: plan/no-owner on REE-7
            update flag set state = 'RESOLVED' where rule = 'plan/no-owner' and subject = 'REE-7'         | stored as resolved, but found again: plan/no-owner on REE-7
            update flag set severity = 0 where rule = 'capacity/required-value-missing'                   | found again with another severity: capacity/required-value-missing
            update fact set body = replace(body, '"BLOCKED"', '"PLANNED"') where key = 'REE-8'            | stored, but not found again: plan/blocked on REE-8
            update fact set version = 7 where key = 'REE-1' and version = 2                              | versions of MILESTONE REE-1 do not run from 1 without a gap
            update trail set detail = 'nothing' where id = 2                                             | row 2 of the audit trail does not follow from the one before it
            delete from trail where id = (select max(id) from trail)                                      | rows, the last of them row
            update flag set triage = 'FALSE_POSITIVE' where rule = 'plan/no-owner' and subject = 'REE-7'  | is FALSE_POSITIVE, but its log ends with UNTRIAGED
            delete from flag_event where flag = 1                                                         | the log of flag 1 has no beginning
            delete from trail where id = 3                                                                | is not in the audit trail
            update fact set body = replace(body, 'bridge', 'tunnel') where key = 'REE-2' and version = 1  | change 1 stored something else than what is there now
            update change set at = '2031-01-01T00:00:00Z' where id = 1                                    | is recorded before the one it follows
            """)
    void damage_is_found(String statement, String problem) throws SQLException {
        String database = Ran.example();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement run = connection.createStatement()) {
            assertThat(run.executeUpdate(statement)).isPositive();
        }

        Ran ran = Ran.on(database, "verify");

        assertThat(ran.out()).contains(problem);
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void programs_get_the_same_as_json() {
        assertThat(Ran.on(Ran.example(), "verify", "--format", "json").out())
                .contains("\"ok\" : true", "\"name\" : \"history of facts\"", "\"problems\" : [ ]");
    }
}
