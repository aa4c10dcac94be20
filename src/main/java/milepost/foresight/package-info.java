/**
 * Looks ahead and sideways with the one evaluator there is: what will change by itself, what would clear a flag. Reads only;
 * nothing here writes. Stands on roadmap, rules and flags; pages and commands stand on it.
 */
@NullMarked
package milepost.foresight;

import org.jspecify.annotations.NullMarked;
