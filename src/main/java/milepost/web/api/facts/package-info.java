/**
 * Roadmaps and what is recorded about them, for programs.
 *
 * <p>Promise: the same use cases as the pages. One class per kind of fact says how it is read and written; how lists, edits,
 * preconditions and answers work is said once, in {@link milepost.web.api.facts.FactsApi}.
 */
@NullMarked
package milepost.web.api.facts;

import org.jspecify.annotations.NullMarked;
