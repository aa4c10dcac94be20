/**
 * Reporting periods of roadmaps, frozen.
 *
 * <p>Promise: a frozen period is never changed and never goes; what it shows follows from its two times, the last day of the period and the instant
 * it was frozen, and from the rules that were in use then. A correction is a period of its own. Neighbours: {@code roadmap} reads the record as it was.
 */
@NullMarked
package milepost.roadmap.period;

import org.jspecify.annotations.NullMarked;
