/**
 * How the due dates of a roadmap moved: the slip chart with its table.
 *
 * <p>Promise: chart and table tell the same as the history, to the day.
 */
@NullMarked
package milepost.web.officer.slips;

import org.jspecify.annotations.NullMarked;
