/**
 * Tables out of files: delimited text in any common encoding, and spreadsheets.
 *
 * <p>Promise: whatever the bytes are, the answer is a table of texts within the limits or a {@code Problem} that names what to do.
 * Neighbours: {@code exchange.intake}, which says what the columns mean.
 */
@NullMarked
package milepost.exchange.table;

import org.jspecify.annotations.NullMarked;
