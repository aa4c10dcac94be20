/**
 * The brief of a roadmap: one sheet of A4 for whoever decides.
 *
 * <p>Promise: it says what the list of flags says in the same moment, shortened but never in other words. Where something is left out for
 * room, it says how much. Neighbours: flags of a moment in {@code asof}, the drawing in {@code timeline}.
 */
@NullMarked
package milepost.web.manager.brief;

import org.jspecify.annotations.NullMarked;
