package milepost.db;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * One unit of work.
 *
 * @param now the one instant of everything written in it, in whole milliseconds
 * @param statements what {@link Prepared} statements are kept in
 * @param steps who hears how far it has come
 */
public record Transaction(Handle handle, Instant now, Statements statements, Steps steps) {

    /** The same unit of work, of which somebody else hears how far it has come. */
    public Transaction telling(Steps other) {
        return new Transaction(handle, now, statements, other);
    }
}
