/**
 * Flags for programs: lists, the explanation of each, and decisions about them.
 *
 * <p>Promise: an explanation names every value that made the flag true and who recorded it.
 */
@NullMarked
package milepost.web.api.flags;

import org.jspecify.annotations.NullMarked;
