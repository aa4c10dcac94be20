/**
 * Intake: what a table means and what taking it in would change.
 *
 * <p>Promise: every cell is taken for what it says, or named by row and column; nothing is stored before all of it can be. Neighbours:
 * {@code exchange.table} reads the file, {@code roadmap} carries out the edits.
 */
@NullMarked
package milepost.exchange.intake;

import org.jspecify.annotations.NullMarked;
