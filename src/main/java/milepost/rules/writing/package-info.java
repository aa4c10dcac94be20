/**
 * What helps an author while a rule is being written: the check of the one file under their hands, and cases made of live facts.
 *
 * <p>Promise: nothing here reads a rulebook again or writes anything; whatever is asked costs as much as one rule does. Neighbours:
 * {@code language}, {@code cases} and {@code lint} do the work, the editor asks.
 */
@NullMarked
package milepost.rules.writing;

import org.jspecify.annotations.NullMarked;
