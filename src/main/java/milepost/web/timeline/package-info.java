/**
 * The drawing of milestones over time: dates in, positions out.
 *
 * <p>Promise: pure; x is always in percent of the chart's width and y in pixels, so the same numbers serve a phone and a wall. The
 * template beside it only prints. Knows facts, marks and words; nothing of requests or stores.
 */
@NullMarked
package milepost.web.timeline;

import org.jspecify.annotations.NullMarked;
