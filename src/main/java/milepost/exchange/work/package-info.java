/**
 * Work on files that takes longer than anybody waits for an answer.
 *
 * <p>Promise: it goes on while nobody asks, says how far it has come, does all or nothing, and ends when the program does.
 */
@NullMarked
package milepost.exchange.work;

import org.jspecify.annotations.NullMarked;
