/**
 * Finding milestones, flags and rules by a few words.
 *
 * <p>Promise: what is named exactly is opened at once; everything else is a list.
 */
@NullMarked
package milepost.web.search;

import org.jspecify.annotations.NullMarked;
