package milepost.db;

import org.jspecify.annotations.Nullable;

/** Says in one sentence why a database could not be opened. */
final class Unusable {
    private Unusable() {}

    static DatabaseUnusable from(String location, RuntimeException failure) {
        if (failure instanceof DatabaseUnusable already) {
            return already;
        }
        String all = messages(failure);
        String sentence;
        if (all.contains("SQLITE_NOTADB")) {
            sentence = "The file " + location + " is not a database; choose another with --db.";
        } else if (all.contains("SQLITE_BUSY") || all.contains("SQLITE_LOCKED")) {
            sentence = "The database " + location + " is locked by another program; close that and start again.";
        } else if (all.contains("SQLITE_READONLY") || all.contains("SQLITE_CANTOPEN")) {
            sentence = "The database " + location + " cannot be written; check the folder and its permissions.";
        } else {
            sentence = "The database " + location + " cannot be opened: " + innermost(failure) + ".";
        }
        return new DatabaseUnusable(sentence, failure);
    }

    private static String messages(@Nullable Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append(' ');
        }
        return all.toString();
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse(message).replaceAll("[.]$", "");
    }
}
