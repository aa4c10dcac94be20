/**
 * Requests that programs send again because they did not hear the answer.
 *
 * <p>Promise: what came with a key of its own is carried out once by the person who sent it, and answered the same for a day; the
 * answer is stored with the change it tells of, so that a crash keeps both or neither. Neighbours: {@code web} says what an answer
 * is, {@code db} makes the work and the answer one unit.
 */
@NullMarked
package milepost.access.again;

import org.jspecify.annotations.NullMarked;
