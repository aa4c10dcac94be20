package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever keeps the program from its work is told in one plain sentence, with exit status 3. */
class CannotStartTest {
    private final Path folder = Databases.temporaryFolder();

    @ParameterizedTest
    @EnumSource
    void a_database_of_a_newer_version_is_left_alone(Databases kind) throws SQLException {
        String location = made(kind);
        sql(location, """
                insert into flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (9999, '9999', 'later', 'SQL', '9999-later.sql', 1, 'later', 1, true)
                """);

        refused(Ran.on(location, "check"), "was written by a newer version of Milepost; start that version.");
    }

    @Test
    void a_database_that_another_program_holds_is_left_alone() throws SQLException {
        String location = made(Databases.SQLITE);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + location);
                Statement statement = other.createStatement()) {
            statement.execute("pragma locking_mode = exclusive");
            statement.execute("begin immediate");
            statement.execute("update person set name = name");
            statement.execute("commit");

            refused(Ran.on(impatient(location), "check"), "is locked by another program; close that and start again.");
        }
    }

    @Test
    void a_database_that_is_being_written_for_long_is_left_alone() throws SQLException {
        String location = made(Databases.SQLITE);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + location);
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");

            refused(Ran.on(impatient(location), "check"), "is locked by another program; close that and start again.");
        }
    }

    @Test
    void a_text_file_is_no_database() throws IOException {
        Path file = Files.writeString(
                folder.resolve("notes.txt"), "A plain text that is longer than a header.\n".repeat(40));

        refused(Ran.on(file.toString(), "check"), "is not a database, or a damaged one; choose another with --db.");
        assertThat(file).content().startsWith("A plain text");
    }

    @Test
    void a_database_of_another_program_is_left_alone() throws SQLException {
        String location = folder.resolve("other.db").toString();
        sql(location, "create table invoice (id integer primary key)");

        refused(Ran.on(location, "check"), "was not made by this program; choose another with --db.");
    }

    @Test
    void a_database_that_cannot_be_written_is_told_before_the_first_save() {
        String location = made(Databases.SQLITE);

        refused(Ran.on("jdbc:sqlite:file:" + location + "?mode=ro", "check"), "cannot be written; check the file");
        refused(Ran.on(folder.toString(), "check"), "cannot be written; check the file");
    }

    @Test
    void a_folder_that_is_missing_is_named() {
        String location = folder.resolve("nowhere/milepost.db").toString();

        refused(
                Ran.on(location, "import", "db/example/rare-earth.json"),
                "The folder of " + location + " does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "user list", "token revoke x"})
    void a_mistyped_database_does_not_look_like_an_empty_one(String command) {
        Path location = folder.resolve("mistyped.db");

        refused(Ran.on(location.toString(), command.split(" ")), "There is no database " + location);
        assertThat(location).doesNotExist();
    }

    @Test
    void a_postgresql_that_does_not_answer_is_named_without_its_password() {
        Ran ran = Ran.on("jdbc:postgresql://127.0.0.1:1/plans?user=kim&password=secret", "check");

        refused(ran, "No PostgreSQL answers at jdbc:postgresql://127.0.0.1:1/plans;");
        assertThat(ran.err()).doesNotContain("secret");
    }

    @Test
    void a_postgresql_without_the_database_is_told() {
        String location = Databases.POSTGRESQL.location().replaceFirst("/t[0-9]+", "/nowhere");

        refused(Ran.on(location, "check"), "PostgreSQL has no database");
    }

    @Test
    void a_database_of_another_kind_is_refused_without_its_password() {
        Ran ran = Ran.on("jdbc:mysql://host/plans?password=secret", "check");

        refused(ran, "The database jdbc:mysql://host/plans is neither SQLite nor PostgreSQL.");
        assertThat(ran.err()).doesNotContain("secret");
    }

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());

            refused(
                    Ran.on(folder.resolve("m.db").toString(), "serve", "--no-example", "--port", port),
                    "Port " + port + " on 127.0.0.1 is taken or not allowed; choose another with --port.");
        }
    }

    @Test
    void rules_that_are_missing_or_wrong_are_named() throws IOException {
        String location = made(Databases.SQLITE);
        Path rules = Files.createDirectories(folder.resolve("rules/plan"));
        Files.writeString(rules.resolve("broken.drl"), "rule \"plan/broken\" when then end");

        refused(
                Ran.on(location, "check", "--rules", "/no/such/folder"),
                "There is no folder /no/such/folder with rules");
        refused(Ran.on(location, "check", "--rules", rules.getParent().toString()), "plan/broken.drl:1:");
    }

    private static String made(Databases kind) {
        String location = kind.location();
        assertThat(Ran.on(location, "import", "db/example/rare-earth.json").err())
                .isEmpty();
        return location;
    }

    private static void sql(String location, String statement) throws SQLException {
        String url = location.startsWith("jdbc:") ? location : "jdbc:sqlite:" + location;
        try (Connection connection = DriverManager.getConnection(url);
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static String impatient(String location) {
        return "jdbc:sqlite:" + location + "?busy_timeout=50";
    }

    private static void refused(Ran ran, String sentence) {
        assertThat(ran.err()).contains(sentence);
        assertThat(ran.err().lines()).as("one sentence and nothing else").hasSize(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.status()).isEqualTo(3);
    }
}
