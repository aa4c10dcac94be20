package milepost.db;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * One unit of work.
 *
 * @param now the one instant of everything written in it, in whole milliseconds
 * @param statements what {@link Prepared} statements are kept in
 */
public record Transaction(Handle handle, Instant now, Statements statements) {}
