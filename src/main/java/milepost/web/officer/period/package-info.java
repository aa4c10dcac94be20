/**
 * Frozen reporting periods: the list, and the form that freezes another one.
 *
 * <p>Promise: nothing here thaws or changes a period. Neighbours: {@code roadmap.period} freezes, the brief shows.
 */
@NullMarked
package milepost.web.officer.period;

import org.jspecify.annotations.NullMarked;
