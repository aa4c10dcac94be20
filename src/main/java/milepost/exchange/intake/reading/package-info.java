/** Reads one cell of a table: dates, amounts, ratings and the kinds of saying nothing, as spreadsheets write them. */
@NullMarked
package milepost.exchange.intake.reading;

import org.jspecify.annotations.NullMarked;
