/**
 * What stands beside the facts of a milestone: how its due date moved, and what people say about it.
 *
 * <p>Promise: comments are shown as they were typed, as plain text, and are never changed.
 */
@NullMarked
package milepost.web.officer.notes;

import org.jspecify.annotations.NullMarked;
