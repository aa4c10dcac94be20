/**
 * How the words of the vocabulary and the values written in rules are said.
 *
 * <p>Promise: every word of the vocabulary has a phrase of its own in {@code wording.properties}.
 */
@NullMarked
package milepost.rules.wording.words;

import org.jspecify.annotations.NullMarked;
