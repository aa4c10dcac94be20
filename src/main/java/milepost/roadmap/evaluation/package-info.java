/** Evaluates a roadmap in the transaction of a save and remembers what came of it: rules and flags meet only here. */
@NullMarked
package milepost.roadmap.evaluation;

import org.jspecify.annotations.NullMarked;
