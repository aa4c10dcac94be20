/**
 * A rule in English sentences, for readers who know nothing of the language it is written in.
 *
 * <p>Promise: the sentences are made of the checked tree that is evaluated and of nothing else; the same tree gives the same words, and
 * every word of the vocabulary has its own. {@code milepost.rules.wording.RuleSentences} is the door; neighbour: {@code language} below.
 */
@NullMarked
package milepost.rules.wording;

import org.jspecify.annotations.NullMarked;
