/**
 * A roadmap as a calendar: its due dates and the flags to come.
 *
 * <p>Promise: calendar programs, which cannot sign in, get an address of their own that shows one roadmap and can be ended.
 */
@NullMarked
package milepost.web.calendar;

import org.jspecify.annotations.NullMarked;
