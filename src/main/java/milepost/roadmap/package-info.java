/**
 * Roadmaps and everything recorded about them: the use cases of officers.
 *
 * <p>Promise: an edit, its evaluation and the flags it changes are one transaction; rows are never overwritten.
 */
@NullMarked
package milepost.roadmap;

import org.jspecify.annotations.NullMarked;
