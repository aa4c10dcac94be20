package milepost.db;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Consistent copies of a SQLite database, taken while others read and write it, and putting one back.
 *
 * <p>A copy appears under its name only when it is complete. Putting one back never deletes what was there: the former database is
 * kept beside it. Refusals are {@link DatabaseUnusable}, one sentence each. PostgreSQL has tools of its own for this.
 */
public final class Backup {
    private static final int MOST_WAIT = 5_000;

    private Backup() {}

    /** Copies the database at {@code location} to a new file. */
    public static void write(String location, Path target) {
        Path database = file(location);
        require(Files.exists(database), "There is no database " + database + "; --db chooses another.");
        require(Files.notExists(target), "The file " + target + " exists already; name a new one.");
        Path folder = target.toAbsolutePath().getParent();
        require(
                folder != null && Files.isDirectory(folder),
                "The folder of " + target + " does not exist; create it first.");
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            copy(database, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException e) {
            throw failed(database.toString(), e);
        } catch (IOException e) {
            throw new DatabaseUnusable("The file " + target + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Makes the database at {@code location} what the copy holds.
     *
     * @param keep where the former database goes; null when there must be none
     */
    public static void restore(Path copy, String location, @Nullable Path keep) {
        Path database = file(location);
        require(Files.isRegularFile(copy), "There is no file " + copy + ".");
        check(copy);
        boolean there = Files.exists(database);
        require(
                !there || keep != null,
                "There is a database " + database + " already; --replace keeps it beside the restored one.");
        Path part = database.resolveSibling(database.getFileName() + ".part");
        try {
            Files.copy(copy, part, StandardCopyOption.REPLACE_EXISTING);
            if (there && keep != null) {
                alone(database);
                Files.move(database, keep);
            }
            Files.move(part, database, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            throw new DatabaseUnusable("The file " + e.getFile() + " exists already; move it away first.", e);
        } catch (IOException e) {
            throw new DatabaseUnusable("The file " + database + " cannot be written: " + e.getMessage() + ".", e);
        } catch (SQLException e) {
            throw failed(database.toString(), e);
        }
    }

    private static void copy(Path database, Path part) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + database + "?busy_timeout=" + MOST_WAIT);
                PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
            require(made(connection), "The database " + database + " was not made by this program.");
            copy.setString(1, part.toString());
            copy.execute();
        }
    }

    /** A copy is opened read-only: looking at it must not change it. */
    private static void check(Path copy) {
        String refusal = "The file " + copy + " is not a copy of a Milepost database, or a damaged one.";
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:file:" + copy.toAbsolutePath() + "?mode=ro");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("pragma integrity_check")) {
            require(answer.next() && answer.getString(1).equals("ok") && made(connection), refusal);
        } catch (SQLException e) {
            throw new DatabaseUnusable(refusal, e);
        }
    }

    private static boolean made(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(
                        "select count(*) from sqlite_master where name in ('flyway_schema_history', 'fact', 'change')")) {
            return answer.next() && answer.getInt(1) == 3;
        }
    }

    /** Writes what is still in the log into the file and leaves the log behind; fails when anybody else has it open. */
    private static void alone(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("pragma journal_mode = delete")) {
            require(
                    mode.next() && mode.getString(1).toLowerCase(Locale.ROOT).equals("delete"),
                    "The database " + database + " is in use; stop the server first.");
        } catch (SQLException e) {
            throw new DatabaseUnusable("The database " + database + " is in use; stop the server first.", e);
        }
    }

    static Path file(String location) {
        String url = location.startsWith("jdbc:") ? location : "jdbc:sqlite:" + location;
        require(
                url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:sqlite:file:"),
                "Only a SQLite file can be copied here; for PostgreSQL use pg_dump and pg_restore.");
        return Path.of(url.substring("jdbc:sqlite:".length()).replaceFirst("[?].*$", ""))
                .toAbsolutePath();
    }

    private static DatabaseUnusable failed(String database, SQLException e) {
        return Unusable.from(database, new IllegalStateException(e));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new DatabaseUnusable(otherwise, null);
        }
    }
}
