/**
 * Cases of rules: examples of facts and of what a rule must report on them, as text beside the rule.
 *
 * <p>Promise: a case is judged by {@link milepost.rules.Ruleset#evaluate}, the evaluator of everything else; reading a case file
 * throws on no text and says every mistake at its place. Neighbours: {@code rules} below; commands and pages above.
 */
@NullMarked
package milepost.rules.cases;

import org.jspecify.annotations.NullMarked;
