/**
 * An officer's inbox: their milestones, with what is owed and what is new.
 *
 * <p>Promise: it adds no record of its own but when each officer last looked; what it says follows from the facts, the flags and the log of
 * changes. Neighbours: use cases in {@code roadmap}, flags and visits in {@code flags}.
 */
@NullMarked
package milepost.roadmap.inbox;

import org.jspecify.annotations.NullMarked;
