/** One run of rules: what it may spend, what it has spent, and what stops it. */
@NullMarked
package milepost.rules.engine.run;

import org.jspecify.annotations.NullMarked;
