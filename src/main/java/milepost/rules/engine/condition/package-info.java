/** Conditions of the rule tree as the engine's model: constraints with the fields they read, in an order that finds absences early. */
@NullMarked
package milepost.rules.engine.condition;

import org.jspecify.annotations.NullMarked;
