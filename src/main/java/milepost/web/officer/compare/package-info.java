/**
 * What is different between two moments of a roadmap.
 *
 * <p>Promise: the old value struck out beside the new one, for every fact that came, went or changed; nothing is left out.
 */
@NullMarked
package milepost.web.officer.compare;

import org.jspecify.annotations.NullMarked;
