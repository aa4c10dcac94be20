/**
 * What rules and pages see: a roadmap, everything recorded about it, and what a rule reports.
 *
 * <p>Promise: immutable values of {@code java.*} types only. The public accessors are a published API, because the rules of
 * users read them; a snapshot test guards them. Everything else in the program depends on this package, it depends on nothing.
 */
@NullMarked
package milepost.facts;

import org.jspecify.annotations.NullMarked;
