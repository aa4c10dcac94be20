/**
 * The short forms around a roadmap: its head, indicators and their values, restrictions, events.
 *
 * <p>Promise: every fact that rules read can be kept true in the browser, with or without scripts.
 */
@NullMarked
package milepost.web.officer.entry;

import org.jspecify.annotations.NullMarked;
