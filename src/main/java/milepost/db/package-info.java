/**
 * The database: SQLite or PostgreSQL behind one dialect object.
 *
 * <p>Promise: one instant per unit of work, one writer, readers that cannot write.
 */
@NullMarked
package milepost.db;

import org.jspecify.annotations.NullMarked;
