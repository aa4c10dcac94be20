/**
 * Import and export: roadmaps as files.
 *
 * <p>Promise: everything comes in through the edits that officers make too. Neighbours: {@code roadmap} below, {@code web} and
 * the commands above.
 */
@NullMarked
package milepost.exchange;

import org.jspecify.annotations.NullMarked;
