package milepost.db;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Says in one sentence why a database could not be opened. */
final class Unusable {
    private static final Set<ErrorCode> FOREIGN =
            Set.of(CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE, CoreErrorCode.VALIDATE_ERROR);

    private Unusable() {}

    static DatabaseUnusable from(String location, RuntimeException failure) {
        if (failure instanceof DatabaseUnusable already) {
            return already;
        }
        return new DatabaseUnusable(sentence(shown(location), failure), failure);
    }

    /** The location as it may be shown: what follows a question mark can hold a password. */
    static String shown(String location) {
        int options = location.startsWith("jdbc:") ? location.indexOf('?') : -1;
        return options < 0 ? location : location.substring(0, options);
    }

    private static String sentence(String database, RuntimeException failure) {
        if (folderMissing(database)) {
            return "The folder of " + database + " does not exist; create it or choose another with --db.";
        }
        SQLiteException sqlite = find(failure, SQLiteException.class);
        if (sqlite != null) {
            return ofSqlite(database, sqlite);
        }
        SQLException other = find(failure, SQLException.class);
        if (other != null) {
            return ofPostgresql(database, other);
        }
        if (failure instanceof FlywayException flyway && FOREIGN.contains(flyway.getErrorCode())) {
            return "The database " + database + " was not made by this program; choose another with --db.";
        }
        return "The database " + database + " cannot be opened: " + firstLine(failure) + ".";
    }

    /** The low byte of a result code names the kind of failure, the rest its variety. */
    private static String ofSqlite(String database, SQLiteException failure) {
        return switch (failure.getResultCode().code & 0xff) {
            case 5, 6 -> "The database " + database + " is locked by another program; close that and start again.";
            case 8, 14 ->
                "The database " + database + " cannot be written; check the file, its folder and their permissions.";
            case 11, 26 -> "The file " + database + " is not a database, or a damaged one; choose another with --db.";
            case 13 -> "The disk of " + database + " is full.";
            default -> "The database " + database + " cannot be opened: " + firstLine(failure) + ".";
        };
    }

    /** The first two characters of an SQL state are its class. */
    private static String ofPostgresql(String database, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08")) {
            return "No PostgreSQL answers at " + database + "; check the address and that it is running.";
        }
        if (state.startsWith("28")) {
            return "PostgreSQL refuses the user or the password given for " + database + ".";
        }
        return state.equals("3D000")
                ? "PostgreSQL has no database " + database + "; create it first."
                : "The database " + database + " cannot be opened: " + firstLine(failure) + ".";
    }

    private static boolean folderMissing(String database) {
        if (database.startsWith("jdbc:") && !database.startsWith("jdbc:sqlite:")) {
            return false;
        }
        String file = database.replaceFirst("^jdbc:sqlite:", "");
        Path folder =
                file.startsWith("file:") ? null : Path.of(file).toAbsolutePath().getParent();
        return folder != null && !Files.isDirectory(folder);
    }

    private static <T> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static String firstLine(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse(message).replaceAll("[.]$", "");
    }
}
