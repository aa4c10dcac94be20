/**
 * The page of a roadmap: its head, indicators, timeline and milestones, with values that can be changed in place.
 *
 * <p>Promise: what a save changed anywhere on the page is shown by the answer to that save. Neighbours: the drawing in
 * {@code timeline}, forms in {@code form} and {@code entry}, the full form of one milestone in {@code milestone}.
 */
@NullMarked
package milepost.web.officer.roadmap;

import org.jspecify.annotations.NullMarked;
