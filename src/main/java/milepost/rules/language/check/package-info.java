/**
 * From syntax to checked rule trees: names, types, and the little that a consequence may do.
 *
 * <p>Promise: a tree is handed out only for a rule without any error; everything else comes back as problems with their places.
 * Pure: the same files give the same answer. Neighbours: {@code syntax} reads, {@code vocabulary} knows the words, {@code engine}
 * runs the trees.
 */
@NullMarked
package milepost.rules.language.check;

import org.jspecify.annotations.NullMarked;
