/**
 * Roadmaps out: as a table, as a workbook, as the whole record, as a calendar.
 *
 * <p>Promise: what goes out is what is recorded, in a form that others read and that comes back in unchanged. Neighbours: {@code exchange}
 * for the record and the calendar, {@code roadmap} and {@code flags} for what is written.
 */
@NullMarked
package milepost.exchange.out;

import org.jspecify.annotations.NullMarked;
