/**
 * The rules: text in, findings out.
 *
 * <p>Promise: {@link milepost.rules.Ruleset#evaluate} is a pure function of a snapshot and a day. The rule engine is known only here
 * and below. Neighbours: {@code facts} below; {@code roadmap}, {@code foresight} and {@code web} use it.
 */
@NullMarked
package milepost.rules;

import org.jspecify.annotations.NullMarked;
