package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of the database, and putting one back. */
class BackupCommandTest {
    private final Path folder = Databases.temporaryFolder();
    private final Path copy = folder.resolve("copy.db");

    @Test
    void a_copy_made_while_others_write_holds_what_was_committed() throws SQLException {
        String database = Ran.example();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            statement.execute("delete from flag_event");

            Ran ran = Ran.on(database, "backup", copy.toString());

            assertThat(ran.err()).isEmpty();
            assertThat(ran.out()).isEqualToIgnoringNewLines("Copied to " + copy + ".");
            statement.execute("rollback");
        }
        assertThat(Ran.on(copy.toString(), "verify").status()).isZero();
        assertThat(findings(copy)).isEqualTo(findings(Path.of(database))).isNotEmpty();
    }

    @Test
    void a_copy_is_put_back_and_the_former_database_is_kept() throws IOException {
        String database = Ran.example();
        Ran.on(database, "backup", copy.toString());
        assertThat(Ran.on(database, "user", "add", "kim", "--role", "officer").status())
                .isZero();

        Ran refused = Ran.on(database, "restore", copy.toString());
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err()).contains("There is a database " + database + " already; --replace keeps it");
        Ran ran = Ran.on(database, "restore", copy.toString(), "--replace");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(Ran.on(database, "user", "list").out()).doesNotContain("kim");
        Path kept = files(Path.of(database).getParent()).stream()
                .filter(file -> file.getFileName().toString().startsWith("milepost.db.replaced-"))
                .findFirst()
                .orElseThrow();
        assertThat(ran.out()).contains("The former database is kept as " + kept);
        assertThat(Ran.on(kept.toString(), "user", "list").out()).contains("kim");
    }

    @Test
    void a_copy_makes_a_database_where_there_was_none() {
        Ran.on(Ran.example(), "backup", copy.toString());
        String fresh = folder.resolve("fresh.db").toString();

        assertThat(Ran.on(fresh, "restore", copy.toString()).out()).startsWith("Restored " + fresh);

        assertThat(findings(Path.of(fresh))).isEqualTo(findings(copy));
    }

    @Test
    void a_database_in_use_is_not_replaced() throws SQLException {
        String database = Ran.example();
        Ran.on(database, "backup", copy.toString());
        try (Connection server = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = server.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.executeQuery("select count(*) from fact").close();

            Ran ran = Ran.on(database, "restore", copy.toString(), "--replace");

            assertThat(ran.status()).isEqualTo(3);
            assertThat(ran.err()).contains("is in use; stop the server first");
        }
        assertThat(findings(Path.of(database))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A text that is long enough to be taken for a file of something. ", ""})
    void what_is_no_copy_is_not_put_back(String text) throws IOException {
        Files.writeString(copy, text.repeat(200));
        String database = Ran.example();

        Ran ran = Ran.on(database, "restore", copy.toString(), "--replace");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err()).contains("is not a copy of a Milepost database");
        assertThat(findings(Path.of(database))).isNotEmpty();
    }

    @Test
    void a_file_that_exists_is_never_written_over() throws IOException {
        Files.writeString(copy, "precious");

        Ran ran = Ran.on(Ran.example(), "backup", copy.toString());

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err()).contains("The file " + copy + " exists already; name a new one.");
        assertThat(copy).hasContent("precious");
    }

    @Test
    void only_sqlite_is_copied_here() {
        Ran ran = Ran.on("jdbc:postgresql://127.0.0.1:1/plans?password=secret", "backup", copy.toString());

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err()).contains("for PostgreSQL use pg_dump").doesNotContain("secret");
    }

    private static String findings(Path database) {
        return Ran.on(database.toString(), "check", "--as-of", "2026-11-23").out();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
