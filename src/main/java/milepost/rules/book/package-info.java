/**
 * The rulebook: every published version of the rules, the drafts of authors, and the rules folder on disk.
 *
 * <p>Promise: a version never changes; the newest is in use; a change on disk and a change in the browser are the same thing and
 * neither is ever lost. Neighbours: {@code rules} compiles the texts, {@code db} keeps them, {@code roadmap} carries a new version
 * to every roadmap.
 */
@NullMarked
package milepost.rules.book;

import org.jspecify.annotations.NullMarked;
