/**
 * What each person keeps for the list of flags: when they last looked, and their own views of it.
 *
 * <p>Promise: belongs to one person each and changes no flag. Knows no flag.
 */
@NullMarked
package milepost.flags.board;

import org.jspecify.annotations.NullMarked;
