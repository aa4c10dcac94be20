package milepost.db;

import org.jspecify.annotations.Nullable;

/** The database cannot be used; the message is one sentence that says why. */
public final class DatabaseUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
