/** How many combinations a rule could have to look at, before it is let near them. */
@NullMarked
package milepost.rules.engine.bound;

import org.jspecify.annotations.NullMarked;
