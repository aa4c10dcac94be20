/** Reads and writes flags and their events, in the transaction of its caller; every list and every count comes from one filter. */
@NullMarked
package milepost.flags.store;

import org.jspecify.annotations.NullMarked;
