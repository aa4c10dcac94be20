/**
 * Clauses about one fact and nouns for its values, made of expressions of a rule's tree.
 *
 * <p>Promise: a clause says exactly what its expression tests, null counting as false.
 */
@NullMarked
package milepost.rules.wording.clause;

import org.jspecify.annotations.NullMarked;
