/**
 * Advice on rules that are correct: what is missing, doubled, impossible or not shown by a case.
 *
 * <p>Promise: advice never stops a rule from being used; each kind has a page with what to avoid and what to prefer. Knows checked
 * trees and cases; rules and cases know nothing of it.
 */
@NullMarked
package milepost.rules.lint;

import org.jspecify.annotations.NullMarked;
