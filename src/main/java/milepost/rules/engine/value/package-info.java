/** Expressions of the rule tree as functions over facts: names, fields, comparisons, arithmetic. */
@NullMarked
package milepost.rules.engine.value;

import org.jspecify.annotations.NullMarked;
