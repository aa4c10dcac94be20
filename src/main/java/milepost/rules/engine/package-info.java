/**
 * Evaluation: the checked rule tree becomes closures that the rule engine runs.
 *
 * <p>Promise: nothing is generated or loaded; a rule can read facts and report, and a rule that fails is set aside alone.
 */
@NullMarked
package milepost.rules.engine;

import org.jspecify.annotations.NullMarked;
